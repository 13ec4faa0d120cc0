using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Simulation.Datapaths.OuterProduct;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

/// <summary>
/// What the analytical model claims of an outer-product design. Traffic and registers follow from the number of nonzeros of each operand.
/// Products follow from it where one operand has no zero, and are an expected value where both have some. Cycles are an expected value:
/// without
/// stalls, or, where the design charges conflicts, with the fitted ones.
/// </summary>
internal static class OuterProductClaims
{
    private const double Products = 0.02;
    private const double Cycles = 0.05;
    private const double CyclesWithStalls = 0.1;

    /// <param name="job">The job.</param>
    /// <param name="datapath">The datapath.</param>
    /// <param name="run">What it reported.</param>
    /// <param name="quantity">The quantity.</param>
    public static Claim Of(DatapathJob job, OuterProductDatapath datapath, DatapathRun run, string quantity)
    {
        var scheme = (SkippingScheme.OuterProduct)job.Design.Skipping;
        return quantity switch
        {
            nameof(AccessCounts.MacsDone) or nameof(AccessCounts.AccumulatorReads) or nameof(AccessCounts.AccumulatorWrites)
                or nameof(AccessCounts.LocalAccumulatorAccesses) or nameof(CycleBounds.Ideal) => Expected(job, run.Counters.MacsDone),
            nameof(AccessCounts.MacsSkipped) => Expected(job, run.Counters.MacsSkipped),
            // Mean utilisation is how Sparseloop averages; it is not a number of steps.
            nameof(CycleBounds.Compute) or nameof(CycleBounds.Cycles) when scheme.ByMeanUtilisation => Claim.SimulatorOnly,
            nameof(CycleBounds.Compute) or nameof(CycleBounds.Cycles) when scheme.ChargesConflicts => Claim.Statistical(CyclesWithStalls),
            nameof(CycleBounds.Cycles) when run.Clock.Waits > 0 => Claim.SimulatorOnly,

            // The evaluation's cycles are a throughput: the last steps before sums leave may fill a part of a cycle.
            nameof(CycleBounds.Compute) or nameof(CycleBounds.Cycles) =>
                ProductSpread.Claim(Math.Max(Cycles, StepSpread(job)), datapath.Flushes, run.Clock.Cycles - run.Clock.Waits),
            _ => Claim.Exact,
        };
    }

    /// <summary>
    /// Four standard deviations of the number of steps, as a share of it: each column of K rolls dice for its warp tiles.
    /// </summary>
    private static double StepSpread(DatapathJob job)
    {
        var scheme = (SkippingScheme.OuterProduct)job.Design.Skipping;
        var a = Variation(job.RunOfA, job.Gemm.M, scheme.TileA, scheme.LanesA);
        var b = Variation(job.RunOfB, job.Gemm.N, scheme.TileB, scheme.LanesB);
        return 4 * Math.Sqrt((a + b + (a * b)) / job.Gemm.K);

        // Variance over the square of the mean; a step that is partly full counts as whole, which adds up to a quarter.
        static double Variation(OperandRun operand, int lines, double tile, double lanes)
        {
            tile = Math.Min(tile, lines);
            var density = (double)operand.Nonzeros / operand.Values;
            var steps = density * tile / lanes;
            return density is 0 or 1 ? 0 : ((steps * (1 - density) / lanes) + 0.25) / (steps * steps) / (lines / tile);
        }
    }

    private static Claim Expected(DatapathJob job, long simulated) => IsFull(job.RunOfA) || IsFull(job.RunOfB)
        ? Claim.Exact
        : ProductSpread.Claim(Products, ProductSpread.Of(job), simulated);

    private static bool IsFull(OperandRun operand) => operand.Nonzeros == operand.Values;
}
