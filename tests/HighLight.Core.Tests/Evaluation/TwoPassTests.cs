using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>Weights denser than the hardware serves, as two halves one after the other.</summary>
[TestFixture]
public sealed class TwoPassTests
{
    private static readonly Mapping Tiles = new(64, 64, 128, DramLoopOrder.MOuter);

    private static EvaluationResult Run(OperandDensity a, OperandDensity? b = null) => With(Accelerators.S2taTwoPass, new Gemm(64, 64, 128), a, b ?? Uniform(0.5), Tiles);

    [Test]
    public void Dense_TwoPasses_TakeTwiceTheCyclesOfAHalfAndReadTheInputTwice()
    {
        EvaluationResult half = Run(Hss("C0(4:8)")), whole = Run(Dense);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(whole.Bounds.Compute, Is.EqualTo(2 * half.Bounds.Compute));
            Assert.That(whole.Counts.BufferReadWordsA, Is.EqualTo(2 * half.Counts.BufferReadWordsA), "each half once");
            Assert.That(whole.Counts.BufferReadWordsB, Is.EqualTo(2 * half.Counts.BufferReadWordsB), "past each half");
            Assert.That(whole.Counts.DramReadWordsA, Is.EqualTo(64 * 64), "all weights, and a mask for each half");
            Assert.That(whole.Counts.DramReadWordsB, Is.EqualTo(half.Counts.DramReadWordsB), "both halves lie in the buffer");
            Assert.That(whole.Counts.DramReadMetadataBits, Is.EqualTo((2 * 64 * 64) + (64 * 128)));
            Assert.That(whole.Counts.MacsDone, Is.EqualTo(2 * half.Counts.MacsDone));
            Assert.That(whole.Counts.AccumulatorReads, Is.EqualTo(2 * half.Counts.AccumulatorReads), "the second half adds to what the first left");
        }
    }

    [TestCase("C0(5:8)", 0.625)]
    [TestCase("C0(8:8)", 1.0)]
    [TestCase("C0(2:3)", 1.0, TestName = "groups out of step with blocks of 8: any block may be full")]
    [TestCase("C1(4:4)→C0(3:4)", 0.75)]
    public void Pattern_DenserThanAHalf_RunsAsTheFewestOfEight(string pattern, double share)
    {
        var execution = new Evaluator(Accelerators.S2taTwoPass, Technology.TechnologyTable.Default, Hss(pattern), Dense).A;
        Assert.That((execution.Passes, execution.StoredShare, execution.ComputedShare, execution.MetadataBitsPerValue), Is.EqualTo((2, share, share, 2.0)));
    }

    [TestCase("C0(4:8)")]
    [TestCase("C1(4:8)→C0(2:4)")]
    public void Pattern_ThatIsServed_RunsInOnePassAsBefore(string pattern) => Assert.That(Run(Hss(pattern)), Is.EqualTo(With(Accelerators.S2ta, new Gemm(64, 64, 128), Hss(pattern), Uniform(0.5), Tiles)));

    [Test]
    public void Unstructured_Weights_RunAsFull() =>
        Assert.That(new Evaluator(Accelerators.S2taTwoPass, Technology.TechnologyTable.Default, Uniform(0.3), Dense).A.StoredShare, Is.EqualTo(1));

    [Test]
    public void Dense_BeyondTwoHalves_IsRefused()
    {
        var thin = Accelerators.S2taTwoPass with { A = Accelerators.S2taTwoPass.A with { Families = [Sparsity.HssFamily.Parse("C0({G≤3}:8)")] } };
        Assert.That(() => new Evaluator(thin, Technology.TechnologyTable.Default, Dense, Dense), Throws.TypeOf<UnsupportedOperandException>());
        Assert.That(new Evaluator(thin, Technology.TechnologyTable.Default, Hss("C0(6:8)"), Dense).A.Passes, Is.EqualTo(2));
    }

    [Test]
    public void Dense_OnADesignThatRunsDense_TakesOnePass()
    {
        var design = Accelerators.SparseTensorCore with { A = Accelerators.SparseTensorCore.A with { Unsupported = UnsupportedPolicy.TwoPass } };
        Assert.That(new Evaluator(design, Technology.TechnologyTable.Default, Dense, Dense).A.Passes, Is.EqualTo(1));

        // 3:4 as 2:4 and 1:4, which is stored as 2:4 with a zero; an offset of 2 bits for each.
        var execution = new Evaluator(design, Technology.TechnologyTable.Default, Hss("C0(3:4)"), Dense).A;
        Assert.That((execution.Passes, execution.StoredShare, execution.MetadataBitsPerValue), Is.EqualTo((2, 1.0, 2.0)));
    }

    // Offsets come in whole fibers, each of exactly 2 of 4 in both halves; a mask is as long as K.
    [TestCase(16, 16, 32)]
    [TestCase(18, 20, 40)]
    [TestCase(20, 20, 40)]
    [TestCase(1, 4, 8)]
    public void Dense_HalvesStoredAsOffsets_FillTheirLastFibers(int k, double words, double bits)
    {
        var stc = Accelerators.SparseTensorCore;
        var design = stc with { A = stc.A with { Unsupported = UnsupportedPolicy.TwoPass, RunsDense = false } };
        var counts = With(design, new Gemm(1, k, 1), Dense, Dense, new(1, k, 1, DramLoopOrder.MOuter)).Counts;
        Assert.That((counts.DramReadWordsA, counts.BufferReadWordsA, counts.DramReadMetadataBits), Is.EqualTo((words, words, bits)));
    }
}
