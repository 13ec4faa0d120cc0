using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>A multiply that is skipped spends neither its energy nor its register accesses, whichever operand causes it.</summary>
[TestFixture]
public sealed class SkippedMultipliesTests
{
    private const double Macs = 1024.0 * 1024 * 1024;
    private static readonly Gemm Gemm = new(1024, 1024, 1024);
    private static readonly Mapping Mapping = Mapping.Parse("M128 K1024 N128, N outer");

    [Test]
    public void MacsDone_S2taWithSparseB_AreTheNonzeroProducts()
    {
        var evaluator = new Evaluator(
            Accelerators.S2ta, TechnologyTable.Default, new HssOperand(HssPattern.Parse("C0(4:8)")), new UniformOperand(0.25));
        var result = evaluator.Evaluate(Gemm, Mapping);
        Assert.That(result.Counts.MacsDone, Is.EqualTo(Macs * 0.5 * 0.25));
        Assert.That(result.Counts.MacsSkipped, Is.EqualTo(Macs - (Macs * 0.5 * 0.25)));
        Assert.That(result.Bounds.Ideal, Is.LessThanOrEqualTo(result.Bounds.Compute));
    }

    [Test]
    public void RegisterAccesses_DssoSkippingBoth_AreOneAMultiplyAndOneAWordThatArrives()
    {
        var evaluator = new Evaluator(
            Accelerators.Dsso, TechnologyTable.Default, new HssOperand(HssPattern.Parse("C0(2:4)")), new HssOperand(HssPattern.Parse("C1(2:8)→C0(4:4)")));
        var counts = evaluator.Evaluate(Gemm, Mapping).Counts;
        Assert.That(counts.MacsDone, Is.EqualTo(Macs / 8));
        Assert.That(counts.RegisterAccesses, Is.EqualTo(counts.MacsDone + counts.BufferReadWordsA));
    }
}
