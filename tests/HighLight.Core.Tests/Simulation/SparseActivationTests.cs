using HighLight.Hardware.Designs;
using HighLight.Sparsity;

namespace HighLight.Simulation;

/// <summary>Unstructured zeros of B: the analytical model knows their number, not their places.</summary>
[TestFixture]
public sealed class SparseActivationTests
{
    [TestCase("C1(4:8)→C0(2:4)", 0.1)]
    [TestCase("C1(4:8)→C0(2:4)", 0.5)]
    [TestCase("C1(4:7)→C0(2:4)", 0.8)]
    [TestCase("C1(4:6)→C0(2:3)", 0.3)]
    public void HighLight_RandomZerosOfB_AreCountedWithinTwoPercent(string pattern, double density)
    {
        var comparison =
            SimulationComparison.Run(Simulate.Request(Accelerators.HighLight, 1024, 1024, 64, HssPattern.Parse(pattern), null, density));
        var errors = comparison.Rows.Where(row => row.Claim.Kind != ClaimKind.SimulatorOnly)
            .Select(row => Math.Abs(row.RelativeDifference!.Value)).ToArray();
        Assert.That(comparison.AllClaimsHold, Is.True, string.Join('\n', comparison.Rows.Where(row => !row.Holds)));
        Assert.That(errors.Average(), Is.LessThan(0.02));
        Assert.That(comparison.Simulation.Counts.MacsGated, Is.GreaterThan(0));
    }

    [Test]
    public void HighLight_ZerosWhereASelectsThem_AreMoreThanTheModelExpects()
    {
        // A keeps the first of each block; B is zero in every other row, the very ones that A keeps nothing in.
        var a = Tensors.Matrix<sbyte>.Create(64, 64, (_, k) => k % 4 is 0 or 2 && k % 8 < 4 ? (sbyte)1 : (sbyte)0);
        var b = Tensors.Matrix<sbyte>.Create(64, 64, (k, _) => k % 2 == 0 ? (sbyte)1 : (sbyte)0);
        var request = new SimulationRequest(Accelerators.HighLight, a, b) { PatternOfA = HssPattern.Parse("C1(4:8)→C0(2:4)") };
        var comparison = SimulationComparison.Run(request);
        Assert.That(comparison.Simulation.Counts.MacsGated, Is.Zero, "each kept weight meets a nonzero");
        Assert.That(comparison.Evaluation.Counts.MacsGated, Is.EqualTo(64 * 64 * 16 / 2));
        Assert.That((comparison.AllClaimsHold, comparison.ExactClaimsHold), Is.EqualTo((false, true)));
    }
}
