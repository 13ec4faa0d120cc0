using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.TimeUnrolled;

/// <summary>Operands denser than a block may be: two passes into the same partial sums.</summary>
[TestFixture]
public sealed class TwoPassTests
{
    [Test]
    public void DenseWeights_BothPassesAreSimulated()
    {
        // 16 blocks of 8 fill the lanes: 16 columns of 8 cycles, twice.
        var comparison = SimulationComparison.Run(Simulate.Request(Accelerators.S2taTwoPass, 64, 128, 16, null, null));
        Assert.That((comparison.Simulation.ArrayCycles, comparison.Evaluation.Bounds.Compute), Is.EqualTo((256L, 256.0)));
        Assert.That(comparison.AllClaimsHold, Is.True, string.Join('\n', comparison.Rows.Where(row => !row.Holds)));
    }

    [Test]
    public void OneBlock_ByHand()
    {
        // The first pass takes positions 0 to 3, the second 4 to 7; each sees the 8 values of B go by.
        var a = Matrix<sbyte>.Create(1, 8, [1, 2, 3, 4, 5, 6, 7, 8]);
        var b = Matrix<sbyte>.Create(8, 1, [1, 1, 1, 1, 2, 2, 2, 2]);
        var result = Simulator.Run(new(Accelerators.S2taTwoPass, a, b));
        Assert.That((result.Z[0, 0], result.ArrayCycles, result.Counts.MacsDone), Is.EqualTo((10 + 52, 16L, 8L)));
        Assert.That(
            result.Utilisation.Buckets.Select(bucket => bucket.MacsDone),
            Is.EqualTo(new long[] { 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1 }));

        // A's halves are read once each with a mask of their own, B twice; DRAM is read once.
        var counts = result.Counts;
        Assert.That((counts.BufferReadWordsA, counts.BufferReadWordsB, counts.MetadataReadBits), Is.EqualTo((8L, 16L, 16L)));
        Assert.That((counts.DramReadWordsA, counts.DramReadWordsB, counts.DramReadMetadataBits), Is.EqualTo((8L, 8L, 16L)));
        Assert.That((counts.AccumulatorReads, counts.AccumulatorWrites), Is.EqualTo((2L, 2L)));
    }

    [TestCase(4, 1)]
    [TestCase(5, 2)]
    [TestCase(8, 2)]
    public void PassesOfABlock_FollowItsBound(int kept, int passes)
    {
        var pattern = HssPattern.Create(new Gh(kept, 8));
        var comparison = SimulationComparison.Run(Simulate.Request(Accelerators.S2taTwoPass, 20, 40, 3, pattern, HssPattern.Parse("8:8")));
        Assert.That((comparison.Simulation.ArrayCycles, comparison.AllClaimsHold), Is.EqualTo((passes * 3 * 8L, true)));
    }

    [Test]
    public void OperandB_InTwoPasses_IsRefusedByName()
    {
        var design = Accelerators.S2ta with { B = Accelerators.S2taTwoPass.A };
        Assert.That(
            () => Simulator.Run(Simulate.Request(design, 4, 16, 4, HssPattern.Parse("4:8"), null)),
            Throws.TypeOf<UnsupportedDatapathException>().With.Message.Contains("Operand B runs in two passes"));
    }
}
