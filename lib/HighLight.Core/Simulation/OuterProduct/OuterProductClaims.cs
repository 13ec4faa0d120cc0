using HighLight.Evaluation;

namespace HighLight.Simulation.OuterProduct;

/// <summary>
/// What the analytical model claims of an outer-product design. Traffic and registers follow from the number of nonzeros of each operand. Products follow from it where one operand has
/// no zero, and are an expected value where both have some. Cycles are an expected value: without stalls, or, where the design charges conflicts, with the fitted ones.
/// </summary>
internal static class OuterProductClaims
{
    private const double Products = 0.02;
    private const double Cycles = 0.05;
    private const double CyclesWithStalls = 0.1;

    /// <param name="setup">The request.</param>
    /// <param name="charged">Whether the evaluation charges conflicts.</param>
    /// <param name="stalled">Whether the simulation stalled.</param>
    /// <param name="quantity">The quantity.</param>
    public static Claim Of(SimulationSetup setup, bool charged, bool stalled, string quantity) => quantity switch
    {
        nameof(AccessCounts.MacsDone) or nameof(AccessCounts.MacsSkipped) or nameof(AccessCounts.AccumulatorReads) or nameof(AccessCounts.AccumulatorWrites)
            or nameof(AccessCounts.LocalAccumulatorAccesses) or nameof(CycleBounds.Ideal) =>
            setup.Evaluator.A.Density == 1 || setup.Evaluator.B.Density == 1 ? Claim.Exact : Claim.Statistical(Products),
        nameof(CycleBounds.Compute) or nameof(CycleBounds.Cycles) when charged => Claim.Statistical(CyclesWithStalls),
        nameof(CycleBounds.Cycles) when stalled => Claim.SimulatorOnly,
        nameof(CycleBounds.Compute) or nameof(CycleBounds.Cycles) => Claim.Statistical(Cycles),
        _ => Claim.Exact,
    };
}
