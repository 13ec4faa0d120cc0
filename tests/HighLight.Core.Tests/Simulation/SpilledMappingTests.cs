using HighLight.Evaluation;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;

namespace HighLight.Simulation;

/// <summary>Partial sums that leave the register files before they are done, counted by hand.</summary>
[TestFixture]
public sealed class SpilledMappingTests
{
    [Test]
    public void TwoPartsOfKOutermost_ByHand()
    {
        // Two rows, two parts of K of one step each, three columns: the six sums leave once and come back once.
        var request = Simulate.Request(Accelerators.TensorCore, 2, 32, 3, null, null)
            with { Mapping = Mapping.Parse("M1 K16 N3, K outer, N inner, Z spilled") };
        var result = Simulator.Run(request);
        var counts = result.Counts;
        Assert.That((counts.DramWriteSums, counts.DramReadSums, counts.DramWriteWords), Is.EqualTo((6L, 6L, 6L)));

        // Each sum: written by a step, read to leave; written as it comes back, read and written by a step, read to leave.
        Assert.That((counts.AccumulatorReads, counts.AccumulatorWrites), Is.EqualTo((6L * 3, 6L * 3)));

        // A part of B stays while both rows pass.
        Assert.That((counts.DramReadWordsA, counts.DramReadWordsB, result.ArrayCycles), Is.EqualTo((64L, 96L, 12L)));

        // Sums of 24 bits: two words multiplied, and eight bits.
        Assert.That(result.Bounds.DramRead, Is.EqualTo((64 + 96 + (6 * 3)) / 32.0));
        Assert.That(result.Bounds.DramWrite, Is.EqualTo((6 + (6 * 3)) / 16.0));
        Assert.That(result.Z.BitwiseEquals(ReferenceProduct.Of(request.A, request.B)), Is.True);
    }

    [Test]
    public void TileOfZ_LargerThanTheRegisterFiles_IsSpilledThoughKIsInnermost()
    {
        // 65 rows, one more than the files hold: both register tiles leave between the parts of K, the one of a single row too.
        var request = Simulate.Request(Accelerators.TensorCore, 65, 32, 4, null, null)
            with { Mapping = Mapping.Parse("M65 K16 N4, M outer, Z spilled") };
        var comparison = SimulationComparison.Run(request);
        Assert.That(comparison.Simulation.Counts.DramWriteSums, Is.EqualTo(65 * 4));
        Assert.That(comparison.AllClaimsHold, Is.True);
        Assert.That(
            Simulator.Run(request with { Mapping = Mapping.Parse("M64 K16 N4, M outer, Z spilled") }).Counts.DramWriteSums,
            Is.Zero);
    }

    [Test]
    public void RegisterTiles_ThatFitTheFilesTogether_WaitThere()
    {
        // An array of 32 rows takes a tile of 64 in two goes; the files hold both, so K may be cut without a spill.
        var design = Accelerators.HighLight with { Array = new(32, 32, 1), ReuseOfB = 32, ReuseOfA = 64 };
        var request = Simulate.Request(design, 64, 128, 128, HssPattern.Parse("C1(4:8)→C0(2:4)"), null)
            with { Mapping = new(64, 64, 128, DramLoopOrder.MOuter) };
        var comparison = SimulationComparison.Run(request);
        Assert.That((comparison.AllClaimsHold, comparison.Simulation.Counts.DramWriteSums), Is.EqualTo((true, 0L)));
    }

    [TestCase("M1 K16 N3, K outer, N inner")]
    [TestCase("M2 K16 N2, M outer, N inner")]
    [TestCase("M65 K16 N3, N outer")]
    public void SpillThatTheMappingDoesNotSay_IsRefusedWithTheWayOut(string text)
    {
        var mapping = Mapping.Parse(text);
        var request = Simulate.Request(Accelerators.TensorCore, 66, 32, 3, null, null) with { Mapping = mapping };
        Assert.That(
            () => Simulator.Run(request),
            Throws.TypeOf<MappingException>().With.Message.Contains($"'{mapping with { SpillsZ = true }}'")
                .And.Message.Contains("at most M64 and N128"));
    }

    [TestCase(0, 1, 1, DramLoopOrder.MOuter)]
    [TestCase(1, -1, 1, DramLoopOrder.MOuter)]
    [TestCase(1, 1, 0, DramLoopOrder.MOuter)]
    [TestCase(1, 1, 1, (DramLoopOrder)6)]
    public void MappingThatIsNone_IsRefused(int m, int k, int n, DramLoopOrder order) => Assert.That(
        () => Simulator.Run(
            Simulate.Request(Accelerators.TensorCore, 2, 2, 2, null, null) with { Mapping = new(m, k, n, order) { SpillsZ = true } }),
        Throws.TypeOf<MappingException>().With.Message.Contains("1 or more"));

    [Test]
    public void TilesOfTheWholeIntRange_AreTheWholeProduct()
    {
        const int All = int.MaxValue;
        var request = Simulate.Request(Accelerators.HighLight, 3, 70, 5, HssPattern.Parse("C0(2:4)"), null);
        var whole = Simulator.Run(request with { Mapping = new(3, 70, 5, DramLoopOrder.MOuter) });
        Assert.That(
            Simulator.Run(request with { Mapping = new(All, All, All, DramLoopOrder.KOuterMInner) }).Counts,
            Is.EqualTo(whole.Counts));
    }
}
