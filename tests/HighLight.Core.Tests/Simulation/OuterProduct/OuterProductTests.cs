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

    [Test]
    public void Explore()
    {
        foreach (var banks in new[] { 1024, 512, 2048 })
            foreach (var (da, db) in new[] { (1.0, 0.5), (0.8, 1.0), (0.5, 1.0), (0.3, 1), (0.5, 0.5), (0.25, 0.75), (0.3, 0.3), (0.1, 0.2), (0.9, 0.9) })
            {
                var a = AnyProduct.Random(128, 2048, da, 1);
                var b = AnyProduct.Random(2048, 64, db, 2);
                var text = FormattableString.Invariant($"{banks} {da} {db}: ");
                foreach (var depth in new[] { 0, 1, 2, 4, 8, 16, 32, 64 })
                {
                    var r = Simulator.Run(new(Dstc with { Skipping = new SkippingScheme.OuterProduct(32, 8, 32, 16) { Collector = new() { Banks = banks, Depth = depth } } }, a, b));
                    text += FormattableString.Invariant($" {depth}={(double)r.Stalls[StallCause.BankConflict] / (r.ArrayCycles - r.Stalls.Total):0.000}");
                }
                TestContext.Out.WriteLine(text);
            }
    }
}
