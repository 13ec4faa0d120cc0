using System.Collections.Immutable;
using HighLight.Experiments.Results;
using HighLight.Experiments.Settings;
using HighLight.Experiments.Sweep;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Geomean;

/// <summary>
/// The sweep in single numbers: by what factor HighLight is better in latency, energy, EDP and ED²P, as the geometric mean over the cells that both sides support,
/// and at most.
/// </summary>
/// <remarks>
/// A geometric mean over a grid is a statement about the grid: more cells with dense weights lower it, more sparse ones raise it. So it is given for all cells, for
/// those with sparse weights, and for each degree of A. It runs the sweep itself.
/// </remarks>
public static class GeomeanSummaryExperiment
{
    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(
        5, "geomean-summary", "Geometric means over the synthetic sweep", "paper Fig. 14 (recalled)");

    /// <summary>Runs on the default grid.</summary>
    public static GeomeanSummaryResult Run() => Run(SweepGrid.Default);

    /// <summary>Runs on any grid.</summary>
    /// <exception cref="ArgumentException">The grid cannot be run, with every violation listed; or the subject shares no cell with the baseline.</exception>
    public static GeomeanSummaryResult Run(SweepGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var rows = GeomeanRow.Of(grid, SweepCell.RunAll(grid));
        if (!rows.Any(row => row.Opponent.Name == grid.Baseline.Name))
        {
            throw new ArgumentException($"{grid.Subject.Name} and {grid.Baseline.Name} support no cell both: choose degrees that both run.", nameof(grid));
        }

        var claims = Claim.Of(grid, rows);
        return new(Table(grid, rows), GeomeanFigures.Means(grid, rows, claims), GeomeanFigures.ByDegree(grid, rows), Overview(grid, rows), Compare(grid, rows, claims))
        {
            Variant = ResultVariant.Of(grid, SweepGrid.Default),
        };
    }

    private static ResultTable Table(SweepGrid grid, IEnumerable<GeomeanRow> rows) => ResultTable.From(Experiment.Name, rows, columns => columns
        .Text("subject", _ => grid.Subject.Name)
        .Text("against", r => r.Opponent.Name)
        .Text("kind", r => r.Opponent.Kind, "dense, sparse, dense variant, sparse variant (another reading of a design), or several designs.")
        .Text("cells", r => r.Set.Name, "Which cells of the grid.")
        .Text("metric", r => r.Metric.Name)
        .Integer("factors", "1", r => (int?)r.Count, "Factors in the mean: cells that both sides support, once for each design.")
        .Number("geomean", "x", r => (double?)r.Geomean, "Geometric mean of the other's value over the subject's; above 1 the subject is better.")
        .Number("greatest", "x", r => (double?)r.Greatest.Factor, "Up to.")
        .Text("greatest_at", r => At(r, r.Greatest))
        .Number("least", "x", r => (double?)r.Least.Factor)
        .Text("least_at", r => At(r, r.Least)))
        .WithMetadata("technology", grid.Technology.ToString())
        .WithMetadata("mappings", MappingText.Of(grid.Constraints))
        .WithMetadata("workload", grid.Gemm.ToString());

    /// <summary>EDP over all cells, one line an opponent.</summary>
    private static ResultTable Overview(SweepGrid grid, IEnumerable<GeomeanRow> rows) => ResultTable.From(
        $"EDP improvement of {grid.Subject.Name}", rows.Where(r => r.Set.Name == CellSet.All && r.Metric == SweepMetric.Edp), columns => columns
        .Text("against", r => r.Opponent.Name)
        .Integer("factors", "1", r => (int?)r.Count)
        .Number("geomean", "x", r => (double?)r.Geomean)
        .Number("greatest", "x", r => (double?)r.Greatest.Factor)
        .Text("greatest_at", r => At(r, r.Greatest))
        .Number("least", "x", r => (double?)r.Least.Factor)
        .Text("least_at", r => At(r, r.Least)));

    /// <summary>The claims, then the means that the paper does not state.</summary>
    private static ImmutableArray<PaperComparison> Compare(SweepGrid grid, ImmutableArray<GeomeanRow> rows, ImmutableArray<Claim> claims) =>
    [
        .. claims.Select(claim => claim.Comparison),
        .. rows.Where(row => row.Set.Name == CellSet.All && row.Metric == SweepMetric.Edp)
            .Where(row => row.Opponent.Kind is "sparse" or "sparse variant" || row.Opponent.Name == Opponent.BestSparse)
            .Select(row => PaperComparison.Without(
                $"geomean EDP, {row.Opponent.Name} / {grid.Subject.Name}",
                "x",
                row.Geomean,
                Invariant($"Over {row.Count} cells; from {row.Least.Factor:0.00}x at {row.Least.Cell.Label} to {row.Greatest.Factor:0.00}x at {row.Greatest.Cell.Label}."))),
    ];

    private static string At(GeomeanRow row, Improvement improvement) =>
        row.Opponent.Designs.Length > 1 ? $"{improvement.Cell.Label} ({improvement.Design})" : improvement.Cell.Label;
}
