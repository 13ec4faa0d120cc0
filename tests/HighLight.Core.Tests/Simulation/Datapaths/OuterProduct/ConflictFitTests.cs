using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Hardware.Designs;

namespace HighLight.Simulation.Datapaths.OuterProduct;

/// <summary>
/// The coefficients of <see cref="AccumulationConflicts"/> against simulations of a part of the grid that they were fitted on.
/// </summary>
[TestFixture]
public sealed class ConflictFitTests
{
    private static readonly SkippingScheme.OuterProduct Dstc = (SkippingScheme.OuterProduct)Accelerators.DualSideSparseTensorCore.Skipping;

    private readonly List<(SkippingScheme.OuterProduct Scheme, double DensityA, double DensityB, double SlowDown)> _simulated = [];

    [OneTimeSetUp]
    public void Simulate()
    {
        double[] densities = [0.2, 0.5, 1];
        foreach (var (densityA, densityB) in densities.SelectMany(a => densities.Select(b => (a, b))))
        {
            var (a, b) =
                (HighLight.Simulation.Simulate.Random(128, 512, densityA, 1), HighLight.Simulation.Simulate.Random(512, 64, densityB, 2));
            foreach (var (banks, depth) in new[] { (512, 4), (512, 16), (1024, 4), (1024, 16) })
            {
                var scheme = Dstc with { Collector = new() { Banks = banks, Depth = depth } };
                var result = Simulator.Run(new(Accelerators.DualSideSparseTensorCore with { Skipping = scheme }, a, b));
                var free = result.WorkingCycles;
                _simulated.Add((scheme, densityA, densityB, (double)(free + result.Stalls[StallCause.BankConflict]) / free));
            }
        }
    }

    [Test]
    public void Fitted_Coefficients_MeetTheSimulationWithinThePublishedErrors()
    {
        var errors = Errors(AccumulationConflicts.Fitted);
        TestContext.Out.WriteLine(FormattableString.Invariant($"error: rms {Rms(errors):P1}, worst {errors.Max(Math.Abs):P1}"));
        Assert.That(Rms(errors), Is.LessThan(0.03));
        Assert.That(errors.Max(Math.Abs), Is.LessThan(0.08));
    }

    [TestCase(0.5)]
    [TestCase(2)]
    public void OtherCoefficients_OfEachTerm_MeetItWorse(double factor)
    {
        var fitted = AccumulationConflicts.Fitted;
        var best = Rms(Errors(fitted));
        Assert.That(Rms(Errors(fitted with { Queues = factor * fitted.Queues })), Is.GreaterThan(1.5 * best));
        Assert.That(Rms(Errors(fitted with { QueuesOfOperand = factor * fitted.QueuesOfOperand })), Is.GreaterThan(1.5 * best));
        Assert.That(Rms(Errors(fitted with { Slack = factor * fitted.Slack })), Is.GreaterThan(best));
        Assert.That(Rms(Errors(fitted with { Rounding = factor * fitted.Rounding })), Is.GreaterThan(best));
    }

    private double[] Errors(AccumulationConflicts conflicts) =>
        [.. _simulated.Select(s => (conflicts.SlowDown(s.Scheme, 1024, s.DensityA, s.DensityB) / s.SlowDown) - 1)];

    private static double Rms(double[] errors) => Math.Sqrt(errors.Average(e => e * e));
}
