using CsCheck;

namespace HighLight.Simulation;

/// <summary>Random shapes and mappings, spilled ones among them: the product is right, and what is claimed exact is.</summary>
[TestFixture]
public sealed class AgreementTests
{
    [Test]
    public void Structured_AnyMapping_AgreesExactly() =>
        AnyRun.Structured.SelectMany(run => run.Request(24, leastDensity: 1)).Sample(Agrees, iter: 200);

    [Test]
    public void Structured_ZerosOfB_AgreeExactlyWhereClaimed() =>
        AnyRun.Structured.SelectMany(run => run.Request(24, leastDensity: 0)).Sample(Agrees, iter: 200);

    [Test]
    public void TimeUnrolled_AnyMapping_AgreesExactlyWhereClaimed() =>
        AnyRun.TimeUnrolled.SelectMany(run => run.Request(20, leastDensity: 1)).Sample(Agrees, iter: 200);

    [Test]
    public void TimeUnrolled_ZerosOfB_AgreeExactlyWhereClaimed() =>
        AnyRun.TimeUnrolled.SelectMany(run => run.Request(20, leastDensity: 0)).Sample(Agrees, iter: 200);

    [Test]
    public void OuterProduct_AnyMapping_AgreesExactlyWhereClaimed() =>
        AnyRun.OuterProduct.SelectMany(run => run.Request(40, leastDensity: 0.2)).Sample(Agrees, iter: 200);

    [Test]
    public void OuterProduct_ZerosOfBoth_AgreeExactlyWhereClaimed() =>
        AnyRun.OuterProduct.SelectMany(run => run.Request(40, leastDensity: 0, densityOfA: 0.4)).Sample(Agrees, iter: 200);

    [Test]
    public void Structured_ZerosOfB_KeepEveryClaim() =>
        AnyRun.Structured.SelectMany(run => run.Request(60, leastDensity: 0.05)).Sample(KeepsClaims, iter: 100);

    [Test]
    public void TimeUnrolled_BoundedBlocks_KeepEveryClaim() =>
        AnyRun.TimeUnrolled.SelectMany(run => run.Request(50, leastDensity: 1)).Sample(KeepsClaims, iter: 100);

    [Test]
    public void OuterProduct_ZerosOfBoth_KeepEveryClaim() =>
        AnyRun.OuterProduct.SelectMany(run => run.Request(60, leastDensity: 0.05, densityOfA: 0.4)).Sample(KeepsClaims, iter: 100);

    /// <summary>Of a number that is 0 no share can be claimed.</summary>
    private static void KeepsClaims(SimulationRequest request)
    {
        var comparison = SimulationComparison.Run(request);
        var wrong = comparison.Rows.Where(row => !row.Holds && row.Simulated > 0).Select(row => row.ToString());
        Assert.That(
            wrong,
            Is.Empty, $"{comparison.Simulation.Gemm} {request.Mapping} {request.Design} {request.PatternOfA} {request.PatternOfB}");
    }

    [Test]
    public void AnyDesign_Traced_IsTheSameAsUntraced() =>
        Gen.OneOf(AnyRun.Structured, AnyRun.TimeUnrolled, AnyRun.OuterProduct).SelectMany(run => run.Request(9, leastDensity: 0.3)).Sample(
            request =>
            {
                var (plain, traced) = (Simulator.Run(request), Simulator.Run(request with { Trace = new TraceRecorder() }));
                return plain.Z.BitwiseEquals(traced.Z) && plain.Counts == traced.Counts && plain.Stalls == traced.Stalls
                    && plain.Bounds == traced.Bounds;
            },
            iter: 60);

    private static void Agrees(SimulationRequest request)
    {
        var comparison = SimulationComparison.Run(request);
        var wrong = comparison.Rows.Where(row => row.Claim.Kind == ClaimKind.Exact && !row.Holds).Select(row => row.ToString());
        Assert.That(
            wrong,
            Is.Empty, $"{comparison.Simulation.Gemm} {request.Mapping} {request.Design} {request.PatternOfA} {request.PatternOfB}");
        Assert.That(comparison.ProductIsExact, Is.True);
    }
}
