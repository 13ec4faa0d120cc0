using System.Collections.Immutable;
using HighLight.Experiments.Sweep;
using HighLight.Sparsity;

namespace HighLight.Experiments.Geomean;

/// <summary>A named part of the cells of a sweep, over which a mean is taken.</summary>
/// <param name="Name">For example <c>all</c> or <c>A 75 %</c>.</param>
/// <param name="Cells">The cells.</param>
internal sealed record CellSet(string Name, ImmutableArray<SweepCell> Cells)
{
    public const string All = "all";

    /// <summary>All cells, those with a sparse A, and those of each degree of A.</summary>
    public static ImmutableArray<CellSet> Of(ImmutableArray<SweepCell> cells)
    {
        var sparse = cells.Where(cell => cell.SparsityOfA > Fraction.Zero).ToImmutableArray();
        CellSet[] sets =
        [
            new(All, cells),
            new("A sparse", sparse),
            .. cells.GroupBy(cell => cell.SparsityOfA).Select(group => new CellSet(SweepCell.Degree("A", group.Key), [.. group])),
        ];
        return [.. sets.Where(set => !set.Cells.IsEmpty)];
    }
}
