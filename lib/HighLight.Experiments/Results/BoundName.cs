using System.Collections.Immutable;
using HighLight.Evaluation;

namespace HighLight.Experiments.Results;

/// <summary>What people call the resource that sets the cycles.</summary>
internal static class BoundName
{
    public static ImmutableArray<CycleBound> All { get; } = [CycleBound.Compute, CycleBound.Buffer, CycleBound.DramRead, CycleBound.DramWrite];

    public static string Of(CycleBound bound) => bound switch
    {
        CycleBound.Buffer => "global buffer",
        CycleBound.DramRead => "DRAM read",
        CycleBound.DramWrite => "DRAM write",
        _ => "compute",
    };

    /// <summary>A letter for a cell of a figure; none where the array sets the cycles.</summary>
    public static string Letter(CycleBound bound) => bound switch
    {
        CycleBound.Buffer => "G",
        CycleBound.DramRead => "R",
        CycleBound.DramWrite => "W",
        _ => "",
    };
}
