using System.Collections.Immutable;

namespace HighLight.Simulation;

/// <summary>The trace of a simulation as a tidy table: one row an observation, in the order of cycles.</summary>
/// <param name="Rows">Cycle, part, place, and what it holds.</param>
/// <param name="Cut">Observations that were dropped because the table was full; 0: the trace is whole.</param>
public sealed record SimulationTrace(ImmutableArray<TraceEvent> Rows, long Cut)
{
    /// <summary>The parts that appear, in the order of their first appearance.</summary>
    public ImmutableArray<string> Parts => [.. Rows.Select(row => row.Part).Distinct(StringComparer.Ordinal)];

    /// <summary>What was left out, in a sentence; null where nothing was.</summary>
    public string? Note => Cut == 0
        ? null
        : Invariant($"{Cut} observations from cycle {(Rows.IsEmpty ? 0 : Rows[^1].Cycle)} on were left out: ")
            + Invariant($"the trace holds {Rows.Length}. Trace a smaller GEMM, or allow more rows.");
}
