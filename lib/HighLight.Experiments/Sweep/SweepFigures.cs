using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;

namespace HighLight.Experiments.Sweep;

/// <summary>The figures of the sweep.</summary>
internal static class SweepFigures
{
    /// <summary>A row of panels for each metric, a column for each degree of A; bars over the baseline, which is the line at 1.</summary>
    public static Figure Bars(SweepGrid grid, ImmutableArray<SweepCell> cells, string? subtitle)
    {
        SweepMetric[] metrics = [SweepMetric.Cycles, SweepMetric.Energy, SweepMetric.Edp];
        ImmutableArray<Panel> panels = [.. from metric in metrics from a in grid.SparsityOfA select Of(grid, metric, [.. cells.Where(cell => cell.SparsityOfA == a)])];
        return Figure.Grid($"Cycles, energy and EDP over {grid.Baseline.Name}, by sparsity of A and B", grid.SparsityOfA.Length, panels)
            .WithSubtitle($"{(subtitle is null ? "" : subtitle + "; ")}{grid.Gemm}, {grid.Technology.Name}; dashed: {grid.Baseline.Name}; n/a: the design does not support the pair; each panel has its own scale")
            .WithSize(Math.Clamp(grid.SparsityOfA.Length * 320, 480, 2000), 900);
    }

    /// <summary>EDP over the baseline's in every cell, a row a design.</summary>
    public static Figure EdpMap(SweepGrid grid, ImmutableArray<SweepCell> cells)
    {
        ImmutableArray<string> columns = [.. cells.Select(Column)];
        ImmutableArray<string> designs = [.. grid.Designs.Select(design => design.Name)];
        var rows = cells.SelectMany(cell => grid.Designs.Select(design => (Column: Column(cell), Point: cell.Of(design))));
        return Figure.Of($"EDP over {grid.Baseline.Name} in every cell", new Panel(
                Axis.Category("sparsity of A and B", columns),
                Axis.Category("", designs),
                HeatMap.Of(
                    rows,
                    r => r.Column,
                    r => r.Point.Design.Name,
                    r => r.Point.Normalised(SweepMetric.Edp) is { } value ? Math.Log10(value) : null,
                    "log10 of EDP over baseline",
                    r => r.Point.Normalised(SweepMetric.Edp) is { } value ? Invariant($"{value:0.000}") : null)))
            .WithSubtitle("less is better; empty: the design does not support the pair")
            .WithSize(Math.Clamp((columns.Length * 63) + 200, 480, 2000), 400);
    }

    private static Panel Of(SweepGrid grid, SweepMetric metric, ImmutableArray<SweepCell> cells)
    {
        var rows = cells.SelectMany(cell => grid.Designs.Skip(1).Select(design => (Cell: cell, Point: cell.Of(design))));
        return new Panel(
            Axis.Category("", [.. cells.Select(ShortB)]),
            Axis.Linear($"{metric.Name} / {grid.Baseline.Name}") with { FromZero = true },
            Figures.Layers.Bars.Of(
                rows,
                r => ShortB(r.Cell),
                r => r.Point.Normalised(metric),
                r => r.Point.Design.Name,
                text: r => r.Point.Normalised(metric) is null ? "n/a" : null,
                hover: r => Hover(r.Cell, r.Point, metric)),
            new ReferenceLine(1))
        {
            Title = Invariant($"{metric.Name}, {SweepCell.Degree("A", cells[0].SparsityOfA)} sparse"),
        };
    }

    private static string Hover(SweepCell cell, SweepPoint point, SweepMetric metric)
    {
        var operands = $"A: {point.A}, B: {point.B}";
        return point.Of(metric) is { } value
            ? Invariant($"{cell.Label}: {point.Normalised(metric):0.000}<br>{metric.Name} {value:0.####e0} {metric.Unit}<br>{operands}<br>{SweepReason.Of(point)}")
            : $"{cell.Label}: unsupported<br>{operands}";
    }

    private static string ShortB(SweepCell cell) => SweepCell.Degree("B", cell.SparsityOfB);

    private static string Column(SweepCell cell) => $"{SweepCell.Degree("A", cell.SparsityOfA)}<br>{ShortB(cell)}";
}
