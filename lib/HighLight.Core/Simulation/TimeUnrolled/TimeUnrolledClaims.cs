using HighLight.Evaluation;

namespace HighLight.Simulation.TimeUnrolled;

/// <summary>
/// What the analytical model claims of a time-unrolled design. The time follows from the bound of B's blocks. Products depend on which positions both operands keep: all of A's where B is dense, an
/// expected number where B's blocks are bounded; where B's zeros lie anywhere the model takes every block to be as full as the bound, which the simulation measures.
/// </summary>
internal static class TimeUnrolledClaims
{
    private const double Products = 0.02;

    /// <param name="setup">The request.</param>
    /// <param name="stalled">Whether lanes waited for their multiplier.</param>
    /// <param name="dropped">Whether the top-NNZ unit dropped values.</param>
    /// <param name="quantity">The quantity.</param>
    public static Claim Of(SimulationSetup setup, bool stalled, bool dropped, string quantity)
    {
        var b = setup.Evaluator.B;
        return quantity switch
        {
            nameof(AccessCounts.MacsDone) or nameof(AccessCounts.MacsSkipped) or nameof(AccessCounts.RegisterAccesses) or nameof(AccessCounts.LocalAccumulatorAccesses)
                or nameof(AccessCounts.RegisterMetadataBits) or nameof(CycleBounds.Ideal) =>
                b.SkipsAnyZeros ? Claim.SimulatorOnly : b.Served is { IsDense: false } ? Claim.Statistical(Products) : Claim.Exact,
            nameof(AccessCounts.BufferReadWordsB) or nameof(AccessCounts.BufferWriteWords) or nameof(AccessCounts.DramReadWordsB) or nameof(CycleBounds.Buffer) or nameof(CycleBounds.DramRead)
                when dropped && b.SkipsAnyZeros => Claim.SimulatorOnly,
            nameof(CycleBounds.Cycles) when stalled || (dropped && b.SkipsAnyZeros) => Claim.SimulatorOnly,
            _ => Claim.Exact,
        };
    }
}
