using System.Collections.Immutable;
using HighLight.Experiments.Figures.Layers;
using HighLight.Experiments.Figures.Plotly;
using HighLight.Experiments.Figures.Styles;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures;

/// <summary>Turns panels into traces and a layout.</summary>
internal static class PanelGrid
{
    public static (ImmutableArray<Trace> Traces, PlotLayout Layout) Draw(ImmutableArray<Panel> panels, int columns)
    {
        var series = panels.SelectMany(panel => panel.Layers).Where(layer => layer is not HeatMap).SelectMany(layer => layer.Marks);
        var style = new SeriesStyle(series.Select(datum => datum.Series));
        var legend = new HashSet<string>(StringComparer.Ordinal);
        var traces = ImmutableArray.CreateBuilder<Trace>();
        var shapes = new List<object>();
        var titles = new List<Annotation>();
        var layout = new PlotLayout();
        var longestLabel = 0;
        for (var i = 0; i < panels.Length; i++)
        {
            var context = new PanelContext(
                panels[i].X, panels[i].Y, [.. panels[i].Layers.SelectMany(layer => layer.Marks)], i, style, legend);
            var x = PlotAxis.Of(panels[i].X, context.CategoriesX, vertical: false);
            var y = PlotAxis.Of(panels[i].Y, context.CategoriesY, vertical: true);
            if (panels[i].Layers.Any(layer => layer is HeatMap))
            {
                x.showgrid = y.showgrid = false; // it would show through empty cells
            }

            longestLabel = Math.Max(longestLabel, i % columns == 0 ? 0 : context.CategoriesY.Select(label => label.Length).DefaultIfEmpty().Max());
            layout.Axes["xaxis" + PanelContext.Number(i)] = x;
            layout.Axes["yaxis" + PanelContext.Number(i)] = y;
            traces.AddRange(panels[i].Layers.SelectMany(layer => layer.Traces(context)));
            shapes.AddRange(panels[i].Layers.SelectMany(layer => layer.Shapes(context)));
            if (panels[i].Title is { } title)
            {
                titles.Add(Title(title, context));
            }
        }

        if (panels.Length > 1)
        {
            var rows = (panels.Length + columns - 1) / columns;
            layout.PanelGrid = new { rows, columns, pattern = "independent", xgap = HorizontalGap(longestLabel, columns), ygap = 0.32 };
        }

        if (panels.SelectMany(panel => panel.Layers).OfType<Bars>().Select(bars => bars.Mode).Distinct().ToArray() is [var mode])
        {
            layout.barmode = mode == BarMode.Stacked ? "stack" : "group";
        }

        if (panels.SelectMany(panel => panel.Layers).OfType<Points>().Any(points => points.HasUncertainty))
        {
            layout.ScatterMode = "group"; // ranges of several series in one category stand side by side
            layout.ScatterGap = 0.5;
        }

        layout.showlegend = legend.Count > 1;
        layout.Decorations = shapes.Count > 0 ? shapes : null;
        if (titles.Count > 0)
        {
            layout.annotations = titles;
        }

        return (traces.ToImmutable(), layout);
    }

    /// <summary>
    /// The gap between columns as plotly.js takes it, room for the vertical axis's labels, which stand in it: with n columns over a width W, a share g of each step is
    /// g·W/(n − g) wide.
    /// </summary>
    private static double HorizontalGap(int longestLabel, int columns)
    {
        const double CharacterWidth = 6.5;
        const double TickAndMargin = 35;
        const double ColumnWidth = 350;
        var room = (longestLabel * CharacterWidth) + TickAndMargin;
        return Math.Clamp(Math.Round(columns * room / ((columns * ColumnWidth) + room), 2), 0.22, 0.6);
    }

    private static Annotation Title(string title, PanelContext context) => new()
    {
        text = title,
        font = new Font { size = 13, color = HouseStyle.Ink },
        showarrow = false,
        xref = context.XReference + " domain",
        x = 0.5,
        xanchor = "center",
        yref = context.YReference + " domain",
        y = 1.02,
        yanchor = "bottom",
    };
}
