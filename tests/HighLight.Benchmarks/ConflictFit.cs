using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Simulation;
using HighLight.Tensors;

namespace HighLight.Benchmarks;

/// <summary>
/// Simulates DSTC over the whole grid that <see cref="AccumulationConflicts"/> names, fits its coefficients anew by least squares, and prints both beside their residuals. Some minutes.
/// </summary>
internal sealed class ConflictFit
{
    private const int Multipliers = 1024;
    private const int Rounds = 40;

    private readonly ImmutableArray<Point> _points;

    private ConflictFit(ImmutableArray<Point> points) => _points = points;

    /// <summary>Simulates, fits and prints.</summary>
    /// <returns>0: the fitted coefficients meet the simulation as well as published; otherwise 1.</returns>
    public static int Run(TextWriter output)
    {
        var fit = new ConflictFit([.. Simulate()]);
        var published = AccumulationConflicts.Fitted;
        output.WriteLine(Invariant($"{fit._points.Length} simulations; error of the array's cycles"));
        fit.Print(output, "published", published);
        fit.Print(output, "fitted anew", fit.Minimise(published));
        foreach (var point in fit._points.OrderByDescending(point => Math.Abs(point.Error(published))).Take(10))
        {
            output.WriteLine(Invariant($"  {point.Scheme.Collector.Banks} banks, {point.Scheme.Collector.Depth} deep, {point.DensityA} × {point.DensityB}: simulated {point.SlowDown:0.000}, error {point.Error(published):P1}"));
        }

        return fit.Rms(published) < 0.02 ? 0 : 1;
    }

    private static IEnumerable<Point> Simulate()
    {
        var densities = Enumerable.Range(1, 10).Select(tenth => tenth / 10.0).ToArray();
        var dstc = Accelerators.DualSideSparseTensorCore;
        foreach (var (densityA, densityB) in densities.SelectMany(a => densities.Select(b => (a, b))))
        {
            var (a, b) = (Random(128, 1024, densityA, 1), Random(1024, 64, densityB, 2));
            foreach (var (banks, depth) in new[] { 512, 1024, 2048 }.SelectMany(banks => new[] { 4, 8, 16, 32 }.Select(depth => (banks, depth))))
            {
                var scheme = (SkippingScheme.OuterProduct)dstc.Skipping with { Collector = new() { Banks = banks, Depth = depth } };
                var result = Simulator.Run(new(dstc with { Skipping = scheme }, a, b));
                yield return new(scheme, densityA, densityB, 1 + ((double)result.Stalls[StallCause.BankConflict] / result.WorkingCycles));
            }
        }
    }

    private static Matrix<sbyte> Random(int rows, int columns, double density, int seed)
    {
        var random = new Random(seed);
        return Matrix<sbyte>.Create(rows, columns, (_, _) => random.NextDouble() < density ? (sbyte)random.Next(1, 128) : (sbyte)0);
    }

    /// <summary>Pattern search: a step up or down in each coefficient while that helps, then smaller steps.</summary>
    private AccumulationConflicts Minimise(AccumulationConflicts best)
    {
        var error = Rms(best);
        var step = 0.2;
        for (var round = 0; round < Rounds && step > 0.005; round++)
        {
            var before = error;
            foreach (var factor in new[] { 1 + step, 1 / (1 + step) })
            {
                foreach (var candidate in new[]
                {
                    best with { Queues = best.Queues * factor },
                    best with { QueuesOfOperand = best.QueuesOfOperand * factor },
                    best with { Slack = best.Slack * factor },
                    best with { Rounding = best.Rounding * factor },
                })
                {
                    var its = Rms(candidate);
                    (best, error) = its < error ? (candidate, its) : (best, error);
                }
            }

            step = error < before ? step : step / 2;
        }

        return best;
    }

    private double Rms(AccumulationConflicts conflicts) => Math.Sqrt(_points.Average(point => Math.Pow(point.Error(conflicts), 2)));

    private void Print(TextWriter output, string name, AccumulationConflicts conflicts) =>
        output.WriteLine(Invariant($"{name,-12} {conflicts}: rms {Rms(conflicts):P2}, worst {_points.Max(point => Math.Abs(point.Error(conflicts))):P1}"));

    /// <summary>One simulation.</summary>
    private sealed record Point(SkippingScheme.OuterProduct Scheme, double DensityA, double DensityB, double SlowDown)
    {
        public double Error(AccumulationConflicts conflicts) => (conflicts.SlowDown(Scheme, Multipliers, DensityA, DensityB) / SlowDown) - 1;
    }
}
