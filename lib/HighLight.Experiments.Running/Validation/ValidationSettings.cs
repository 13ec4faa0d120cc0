using System.Collections.Immutable;
using HighLight.Workloads;

namespace HighLight.Experiments.Running.Validation;

/// <summary>What is simulated.</summary>
public sealed record ValidationSettings
{
    /// <summary>
    /// Shapes of the grid. The first is the one that statistical claims are made for. The default adds a reduction with tails, one of odd sizes, one that no buffer holds whole, and 1×1×1.
    /// </summary>
    public ImmutableArray<Gemm> Shapes { get; init; } = [new(1024, 1024, 64), new(200, 1152, 40), new(65, 147, 130), new(64, 4608, 32), new(1, 1, 1)];

    /// <summary>Densities of a B with zeros in any place, above 0 and below 1.</summary>
    public ImmutableArray<double> DensitiesOfB { get; init; } = [0.75, 0.5, 0.25];

    /// <summary>Columns of B that are simulated of each layer, taken at equal distances over its output positions, 1 or more.</summary>
    public int ColumnsOfLayers { get; init; } = 64;

    /// <summary>Of everything that is drawn.</summary>
    public int Seed { get; init; } = 1;
}
