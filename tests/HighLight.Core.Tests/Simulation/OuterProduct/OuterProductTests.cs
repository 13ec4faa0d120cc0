using CsCheck;
using HighLight.Hardware;
using HighLight.Hardware.Designs;

namespace HighLight.Simulation.OuterProduct;

[TestFixture]
public sealed class OuterProductTests
{
    private static readonly Accelerator Dstc = Accelerators.DualSideSparseTensorCore;

    [Test]
    public void Run_AnyOperands_IsExactAndAllExactClaimsHold() =>
        Gen.Select(Gen.Int[1, 150], Gen.Int[1, 40], Gen.Int[1, 100])
            .SelectMany((m, k, n) => Gen.Select(AnyProduct.Operand(m, k), AnyProduct.Operand(k, n)))
            .Sample((a, b) => Explain(SimulationComparison.Run(new(Dstc, a, b))) is null, iter: 60);

    private static string? Explain(SimulationComparison comparison)
    {
        if (comparison.ExactClaimsHold)
        {
            return null;
        }

        foreach (var row in comparison.Rows.Where(row => row.Claim.Kind == ClaimKind.Exact && !row.Holds))
        {
            TestContext.Out.WriteLine(row);
        }

        return "Z " + comparison.ProductIsExact;
    }

    [TestCase(1.0, 1.0)]
    [TestCase(0.5, 1.0)]
    [TestCase(0.5, 0.5)]
    [TestCase(0.25, 0.75)]
    [TestCase(0.1, 0.2)]
    [TestCase(0.95, 0.05)]
    public void Print(double da, double db)
    {
        var c = SimulationComparison.Run(new(Dstc, AnyProduct.Random(256, 512, da, 1), AnyProduct.Random(512, 128, db, 2)));
        TestContext.Out.WriteLine(c.ProductIsExact);
        foreach (var row in c.Rows)
        {
            TestContext.Out.WriteLine(row + " " + row.RelativeDifference);
        }
    }
}
