using System.Collections.Immutable;
using HighLight.Experiments.Sweep;

namespace HighLight.Experiments.Geomean;

/// <summary>The subject's improvement over one opponent in one metric, over a set of cells.</summary>
internal sealed record GeomeanRow
{
    private GeomeanRow(Opponent opponent, SweepMetric metric, CellSet set, ImmutableArray<Improvement> improvements)
    {
        Opponent = opponent;
        Metric = metric;
        Set = set;
        Count = improvements.Length;
        Geomean = Math.Exp(improvements.Average(improvement => Math.Log(improvement.Factor)));
        Greatest = improvements.MaxBy(improvement => improvement.Factor);
        Least = improvements.MinBy(improvement => improvement.Factor);
    }

    public Opponent Opponent { get; }

    public SweepMetric Metric { get; }

    public CellSet Set { get; }

    /// <summary>How many factors the mean is of: cells that both sides support, each once for every opponent in it.</summary>
    public int Count { get; }

    /// <summary>The geometric mean of the factors.</summary>
    public double Geomean { get; }

    public Improvement Greatest { get; }

    public Improvement Least { get; }

    /// <summary>The rows of every opponent, metric and set that share at least one cell.</summary>
    public static ImmutableArray<GeomeanRow> Of(SweepGrid grid, ImmutableArray<SweepCell> cells) =>
    [
        .. from set in CellSet.Of(cells)
           from opponent in Opponent.Of(grid)
           from metric in SweepMetric.All
           let improvements = opponent.Improvements(set.Cells, grid.Subject, metric).ToImmutableArray()
           where !improvements.IsEmpty
           select new GeomeanRow(opponent, metric, set, improvements),
    ];
}
