using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Simulation.Datapaths.OuterProduct;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

/// <summary>
/// What the analytical model claims of an outer-product design. Traffic and registers follow from the number of nonzeros of each operand.
/// Products follow from it where one operand has no zero, and are an expected value where both have some. Cycles are an expected value: without
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
        var charged = job.Design.Skipping is SkippingScheme.OuterProduct { ChargesConflicts: true };
        return quantity switch
        {
            nameof(AccessCounts.MacsDone) or nameof(AccessCounts.MacsSkipped) or nameof(AccessCounts.AccumulatorReads) or nameof(AccessCounts.AccumulatorWrites)
                or nameof(AccessCounts.LocalAccumulatorAccesses) or nameof(CycleBounds.Ideal) =>
                IsFull(job.RunOfA) || IsFull(job.RunOfB) ? Claim.Exact : Claim.Statistical(Products),
            nameof(CycleBounds.Compute) or nameof(CycleBounds.Cycles) when charged => Claim.Statistical(CyclesWithStalls),
            nameof(CycleBounds.Cycles) when run.Clock.Waits > 0 => Claim.SimulatorOnly,
            nameof(CycleBounds.Compute) or nameof(CycleBounds.Cycles) => Claim.Statistical(Cycles),
            _ => Claim.Exact,
        };
    }

    private static bool IsFull(OperandRun operand) => operand.Nonzeros == operand.Values;
}
