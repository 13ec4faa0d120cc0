using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using HighLight.Experiments.Sweep;

namespace HighLight.Experiments.Geomean;

/// <summary>The figures of the summary.</summary>
internal static class GeomeanFigures
{
    /// <summary>Left: geometric means by metric and opponent. Right: the EDP numbers that the paper claims, beside ours.</summary>
    public static Figure Means(SweepGrid grid, ImmutableArray<GeomeanRow> rows, ImmutableArray<Claim> claims)
    {
        var shown = rows.Where(row => row.Set.Name == CellSet.All && IsDrawn(row)).ToImmutableArray();
        var metrics = new Panel(
            Axis.Category("", [.. SweepMetric.All.Select(metric => metric.Name)]),
            Improvement,
            Bars.Of(shown, r => r.Metric.Name, r => r.Geomean, r => r.Opponent.Name, hover: Hover),
            new ReferenceLine(1))
        {
            Title = "geometric mean by metric",
        };

        var beside = new Panel(
            Axis.Linear("EDP improvement", "x") with { FromZero = true },
            Axis.Category("", [.. claims.Select(claim => claim.Label)]),
            Bars.Of(
                claims,
                c => c.Comparison.Ours,
                c => c.Label,
                _ => grid.Subject.Name,
                hover: c => Invariant($"{c.Comparison.Quantity}: {c.Comparison.Ours:0.00}x<br>{c.Comparison.Note}")),
            Points.Of(
                claims,
                c => c.Comparison.Paper,
                c => c.Label,
                _ => grid.Subject.Name,
                hover: c => Invariant($"{c.Comparison.Quantity}: {c.Comparison.Paper:0.0}x, {c.Comparison.Confidence.ToString()!.ToLowerInvariant()}<br>{c.Comparison.Source}")) with
            {
                Fill = MarkerFill.Hollow,
                Size = 11,
                LegendSuffix = "(paper)",
            })
        {
            Title = "EDP beside the paper's claims",
        };
        return Figure.Grid($"Improvement of {grid.Subject.Name} over the cells that both sides support", 2, metrics, beside)
            .WithSubtitle($"{GeomeanSummaryExperiment.Experiment.PaperFigure}; {grid.Gemm}, {grid.Technology.Name}; above 1 {grid.Subject.Name} is better")
            .WithSize(960, 460);
    }

    /// <summary>The EDP means over each set of cells: how much the degrees of a grid decide.</summary>
    public static Figure ByDegree(SweepGrid grid, ImmutableArray<GeomeanRow> rows)
    {
        var shown = rows.Where(row => row.Metric == SweepMetric.Edp && IsDrawn(row)).ToImmutableArray();
        var sets = shown.Select(row => row.Set.Name).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var missing = sets.SelectMany(set => shown.Select(row => row.Opponent.Name).Distinct(StringComparer.Ordinal).Select(name => (set, name)))
            .Select(place => (place.set, place.name, Row: shown.FirstOrDefault(row => row.Set.Name == place.set && row.Opponent.Name == place.name)));
        return Figure.Of($"EDP improvement of {grid.Subject.Name} depends on which degrees are averaged", new Panel(
                Axis.Category("cells", sets),
                Improvement,
                Bars.Of(
                    missing,
                    r => r.set,
                    r => r.Row?.Geomean,
                    r => r.name,
                    text: r => r.Row is { } row ? Invariant($"{row.Geomean:0.0}") : "n/a",
                    hover: r => r.Row is { } row ? Hover(row) : "no cell that both support"),
                new ReferenceLine(1)))
            .WithSubtitle("geometric means; n/a: no cell that both support")
            .WithSize(960, 420);
    }

    private static Axis Improvement => Axis.Linear("geomean improvement", "x") with { FromZero = true };

    private static bool IsDrawn(GeomeanRow row) => row.Opponent.Kind is "dense" or "sparse" || row.Opponent.Name == Opponent.BestSparse;

    private static string Hover(GeomeanRow row) => Invariant(
        $"{row.Metric.Name} over {row.Opponent.Name}, cells: {row.Set.Name}<br>geomean {row.Geomean:0.00}x of {row.Count}<br>from {row.Least.Factor:0.00}x ({row.Least.Cell.Label}) to {row.Greatest.Factor:0.00}x ({row.Greatest.Cell.Label})");
}
