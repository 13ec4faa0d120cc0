using System.Collections.Immutable;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Plotly;
using HighLight.Experiments.Figures.Styles;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Layers;

/// <summary>Points, each series with a colour and a shape of its own; their fill tells how far a value can be trusted.</summary>
/// <param name="Data">The points.</param>
public sealed record Points(ImmutableArray<Datum> Data) : Layer
{
    private const string TickSymbol = "line-ns";

    /// <summary>How the markers are filled; a <see cref="LegendKey"/> says what it means.</summary>
    public MarkerFill Fill { get; init; }

    /// <summary>Whether the series stand in the legend; false for a second layer of the same ones.</summary>
    public bool InLegend { get; init; } = true;

    /// <summary>The shape of all markers; <see cref="MarkerShape.BySeries"/> gives each series its own.</summary>
    public MarkerShape Shape { get; init; }

    /// <summary>The size of a marker in pixels.</summary>
    public double Size { get; init; } = 9;

    /// <summary>Where the text of a point stands.</summary>
    public LabelPlace LabelPlace { get; init; }

    /// <summary>What is added to a series' name in the legend, for example <c>(paper, digitised)</c>.</summary>
    public string LegendSuffix { get; init; } = "";

    /// <summary>Points from rows.</summary>
    /// <param name="rows">The observations.</param>
    /// <param name="x">The horizontal place.</param>
    /// <param name="y">The vertical place.</param>
    /// <param name="series">The series; it decides colour and shape.</param>
    /// <param name="text">What is written beside the point, or null.</param>
    /// <param name="hover">What is shown under the pointer, or null for series and values.</param>
    /// <param name="low">The lower end of the vertical uncertainty, or null.</param>
    /// <param name="high">The upper end of the vertical uncertainty, or null.</param>
    public static Points Of<TRow>(
        IEnumerable<TRow> rows,
        Func<TRow, Coordinate> x,
        Func<TRow, Coordinate> y,
        Func<TRow, string> series,
        Func<TRow, string?>? text = null,
        Func<TRow, string?>? hover = null,
        Func<TRow, double?>? low = null,
        Func<TRow, double?>? high = null) =>
        new([.. rows.Select(row => new Datum(
            x(row), y(row), series(row), text?.Invoke(row), hover?.Invoke(row), low?.Invoke(row), high?.Invoke(row)))]);

    internal bool HasUncertainty => Data.Any(datum => datum.Low is not null || datum.High is not null);

    internal override IEnumerable<Datum> Marks => Data;

    internal override IEnumerable<Trace> Traces(PanelContext context)
    {
        foreach (var (series, data) in PanelContext.Series(Data))
        {
            var colour = context.ColourOf(series);
            var symbol = Shape == MarkerShape.Tick ? TickSymbol : context.SymbolOf(series);
            var withText = data.Any(datum => datum.Text is not null);
            var trace = new ScatterTrace
            {
                x = data.Select(datum => datum.X.Value),
                y = data.Select(datum => datum.Y.Value),
                mode = withText ? "markers+text" : "markers",
                ClipOnAxis = false,
                marker = MarkerOf(symbol, Fill, Size, colour),
            };
            if (withText)
            {
                trace.text = data.Select(datum => datum.Text ?? "");
                trace.textposition = LabelPlace == LabelPlace.AboveRight ? "top right" : "top center";
            }

            if (HasUncertainty)
            {
                trace.error_y = Uncertainty(data, colour);
            }

            yield return InLegend ? context.Finish(trace, series, data, LegendSuffix) : context.FinishUnlisted(trace, series, data, LegendSuffix);
        }
    }

    internal static Marker MarkerOf(string symbol, MarkerFill fill, double size, string colour)
    {
        var stroked = fill != MarkerFill.Solid || symbol == TickSymbol;
        return new()
        {
            symbol = fill == MarkerFill.Hollow ? symbol + "-open" : symbol,
            size = size,
            color = fill == MarkerFill.Pale ? colour + HouseStyle.PaleOpacity : colour,
            line = new Line { color = stroked ? colour : HouseStyle.Background, width = stroked ? 2 : 0.5 },
        };
    }

    private static Error_y Uncertainty(ImmutableArray<Datum> data, string colour) => new()
    {
        type = "data",
        symmetric = false,
        array = data.Select(datum => datum.High - datum.Y.Number),
        arrayminus = data.Select(datum => datum.Y.Number - datum.Low),
        color = colour,
        thickness = 1.5,
        width = 4,
    };
}
