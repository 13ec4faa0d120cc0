using System.Collections.Immutable;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Plotly;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Layers;

/// <summary>Lines through the points of each series in row order, broken where a value is missing.</summary>
/// <param name="Data">The points.</param>
public sealed record Lines(ImmutableArray<Datum> Data) : Layer
{
    /// <summary>Whether the points are marked.</summary>
    public bool Markers { get; init; } = true;

    /// <summary>Whether the lines are dashed: bounds, models and frontiers beside measured values.</summary>
    public bool Dashed { get; init; }

    /// <summary>Whether a line goes right and then up or down, instead of straight: the frontier of what can be had.</summary>
    public bool Stepped { get; init; }

    /// <summary>What is added to a series' name in the legend.</summary>
    public string LegendSuffix { get; init; } = "";

    /// <summary>Lines from rows.</summary>
    /// <param name="rows">The observations, in the order in which they are joined.</param>
    /// <param name="x">The horizontal place.</param>
    /// <param name="y">The vertical place.</param>
    /// <param name="series">The series; it decides colour and shape.</param>
    /// <param name="hover">What is shown under the pointer, or null for series and values.</param>
    public static Lines Of<TRow>(
        IEnumerable<TRow> rows,
        Func<TRow, Coordinate> x,
        Func<TRow, Coordinate> y,
        Func<TRow, string> series,
        Func<TRow, string?>? hover = null) =>
        new([.. rows.Select(row => new Datum(x(row), y(row), series(row), Hover: hover?.Invoke(row)))]);

    internal override IEnumerable<Datum> Marks => Data;

    internal override IEnumerable<Trace> Traces(PanelContext context)
    {
        foreach (var (series, data) in PanelContext.Series(Data))
        {
            var colour = context.ColourOf(series);
            var trace = new ScatterTrace
            {
                x = data.Select(datum => datum.X.Value),
                y = data.Select(datum => datum.Y.Value),
                mode = Markers ? "lines+markers" : "lines",
                connectgaps = false,
                line = new DashedLine { color = colour, width = 2, Dash = Dashed ? "dash" : "solid" },
            };
            if (Stepped)
            {
                trace.line.shape = "hv";
            }

            if (Markers)
            {
                trace.marker = new Marker { symbol = context.SymbolOf(series), size = 7, color = colour };
            }

            yield return context.Finish(trace, series, data, LegendSuffix);
        }
    }
}
