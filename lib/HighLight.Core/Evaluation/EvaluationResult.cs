using System.Diagnostics.CodeAnalysis;
using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>Everything that an evaluation finds. An inline value: making one allocates nothing.</summary>
/// <remarks>An evaluation writes it in place, for it is large; to others it is immutable.</remarks>
public record struct EvaluationResult
{
    private AccessCounts _counts;

    internal EvaluationResult(in Gemm gemm, in Mapping mapping)
    {
        Gemm = gemm;
        Mapping = mapping;
    }

    /// <summary>The GEMM as evaluated.</summary>
    public Gemm Gemm { get; }

    /// <summary>The mapping it was evaluated with; give it back to replay the result.</summary>
    public Mapping Mapping { get; }

    /// <summary>Actions.</summary>
    public readonly AccessCounts Counts => _counts;

    /// <summary>Cycles by resource.</summary>
    public CycleBounds Bounds { readonly get; internal set; }

    /// <summary>Energy by component.</summary>
    public EnergyBreakdown Energy { readonly get; internal set; }

    /// <summary>Cycles.</summary>
    public readonly double Cycles => Bounds.Cycles;

    /// <summary>Energy in pJ.</summary>
    public readonly double EnergyPj => Energy.Total;

    /// <summary>Energy-delay product in pJ·cycles.</summary>
    public readonly double EdpPjCycles => EnergyPj * Cycles;

    /// <summary>The counts, to be read without a copy.</summary>
    [UnscopedRef]
    internal readonly ref readonly AccessCounts CountsToRead => ref _counts;

    /// <summary>The counts, to be written.</summary>
    [UnscopedRef]
    internal ref AccessCounts CountsToWrite => ref _counts;
}
