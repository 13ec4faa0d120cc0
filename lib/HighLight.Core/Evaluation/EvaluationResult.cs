using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>Everything that an evaluation finds. An inline value: making one allocates nothing.</summary>
/// <param name="Gemm">The GEMM as evaluated.</param>
/// <param name="Mapping">The mapping it was evaluated with; give it back to replay the result.</param>
/// <param name="Counts">Actions.</param>
/// <param name="Bounds">Cycles by resource.</param>
/// <param name="Energy">Energy by component.</param>
public readonly record struct EvaluationResult(Gemm Gemm, Mapping Mapping, AccessCounts Counts, CycleBounds Bounds, EnergyBreakdown Energy)
{
    /// <summary>Cycles.</summary>
    public double Cycles => Bounds.Cycles;

    /// <summary>Energy in pJ.</summary>
    public double EnergyPj => Energy.Total;

    /// <summary>Energy-delay product in pJ·cycles.</summary>
    public double EdpPjCycles => EnergyPj * Cycles;
}
