using System.Collections.Immutable;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Plotly;
using HighLight.Experiments.Figures.Styles;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Layers;

/// <summary>A field of coloured cells between two category axes, on a scale that colour-blind readers can follow.</summary>
/// <param name="Cells">The cells; a place without one stays empty.</param>
/// <param name="Legend">What the colour means, with its unit; written at the colour bar.</param>
public sealed record HeatMap(ImmutableArray<HeatMapCell> Cells, string Legend) : Layer
{
    /// <summary>The values at the two ends of the colour scale; null: the least and the greatest.</summary>
    public (double From, double To)? Range { get; init; }

    /// <summary>Whether the colour scale stands beside the figure; false for all but one panel of one scale.</summary>
    public bool InLegend { get; init; } = true;

    /// <summary>A heat map from rows. Two rows in one cell are an error.</summary>
    /// <param name="rows">The observations.</param>
    /// <param name="x">The column.</param>
    /// <param name="y">The row.</param>
    /// <param name="value">What the colour shows; null leaves the cell empty.</param>
    /// <param name="legend">What the colour means, with its unit.</param>
    /// <param name="text">What is written into the cell, or null.</param>
    /// <exception cref="ArgumentException">Two rows fall into one cell.</exception>
    public static HeatMap Of<TRow>(
        IEnumerable<TRow> rows,
        Func<TRow, string> x,
        Func<TRow, string> y,
        Func<TRow, double?> value,
        string legend,
        Func<TRow, string?>? text = null)
    {
        var cells = rows.Select(row => new HeatMapCell(x(row), y(row), value(row), text?.Invoke(row))).ToImmutableArray();
        var twice = cells.GroupBy(cell => (cell.X, cell.Y)).FirstOrDefault(group => group.Skip(1).Any());
        return twice is null
            ? new(cells, legend)
            : throw new ArgumentException(
                $"Several rows fall into the cell ('{twice.Key.X}', '{twice.Key.Y}'): give one row a cell.",
                nameof(rows));
    }

    internal override IEnumerable<Datum> Marks => Cells.Select(cell => new Datum(cell.X, cell.Y, Legend));

    internal override IEnumerable<Trace> Traces(PanelContext context)
    {
        var columns = context.CategoriesX;
        var rows = context.CategoriesY;
        var byPlace = Cells.ToDictionary(cell => (cell.X, cell.Y));
        var trace = new HeatMapTrace
        {
            x = columns,
            y = rows,
            z = rows.Select(row => columns.Select(column => Finite(byPlace.GetValueOrDefault((column, row))?.Value))),
            HoverTemplate = "%{x}<br>%{y}<br>%{z:.5~g}<extra></extra>",
            XGap = 1,
            YGap = 1,
            colorscale = HouseStyle.Sequential,
            HoverOnGaps = false,
            colorbar = new Colorbar { title = Legend, titleside = "right", thickness = 14 },
            xaxis = context.XReference,
            yaxis = context.YReference,
        };
        if (!InLegend)
        {
            trace.showscale = false;
        }

        if (Range is { } range)
        {
            (trace.zmin, trace.zmax) = range;
        }

        if (Cells.Any(cell => cell.Text is not null))
        {
            trace.text = rows.Select(row => columns.Select(column => byPlace.GetValueOrDefault((column, row))?.Text ?? ""));
            trace.TextTemplate = "%{text}";
            trace.TextFont = new Font { color = HouseStyle.Ink };
        }

        yield return trace;
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
