using System.Collections.Immutable;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Plotly;
using HighLight.Experiments.Figures.Styles;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Layers;

/// <summary>
/// Bars, grouped or stacked; they lie where the vertical axis holds the categories. A bar without a length but with a text shows the text
/// in its place (on a linear axis, grouped), so that "unsupported" does not look like zero.
/// </summary>
/// <param name="Data">The bars.</param>
public sealed record Bars(ImmutableArray<Datum> Data) : Layer
{
    /// <summary>How the series share a category; one mode a figure.</summary>
    public BarMode Mode { get; init; }

    /// <summary>Bars from rows.</summary>
    /// <param name="rows">The observations.</param>
    /// <param name="x">The horizontal place, mostly a category.</param>
    /// <param name="y">The vertical place, mostly the length of the bar.</param>
    /// <param name="series">The series; it decides the colour.</param>
    /// <param name="text">What is written at the bar's end (in the bar, where stacked), or null.</param>
    /// <param name="hover">What is shown under the pointer, or null for series and values.</param>
    /// <param name="pale">Whether the bar is an outline with a pale filling: what it stands on is recalled or digitised.</param>
    public static Bars Of<TRow>(
        IEnumerable<TRow> rows,
        Func<TRow, Coordinate> x,
        Func<TRow, Coordinate> y,
        Func<TRow, string> series,
        Func<TRow, string?>? text = null,
        Func<TRow, string?>? hover = null,
        Func<TRow, bool>? pale = null) =>
        new([.. rows.Select(row => new Datum(x(row), y(row), series(row), text?.Invoke(row), hover?.Invoke(row)) { Pale = pale?.Invoke(row) ?? false })]);

    internal override IEnumerable<Datum> Marks => Data;

    internal override IEnumerable<Trace> Traces(PanelContext context)
    {
        var lying = context.Y.Scale == AxisScale.Category;
        var canShowMissing = Mode == BarMode.Grouped && (lying ? context.X : context.Y).Scale == AxisScale.Linear;
        foreach (var (series, marks) in PanelContext.Series(Data))
        {
            var missing = marks.Select(mark => canShowMissing && (lying ? mark.X : mark.Y).Value is null ? mark.Text : null).ToArray();
            var data = marks.Select((mark, i) => missing[i] is null ? mark : AsEmptyBar(mark, lying)).ToImmutableArray();
            var trace = new BarTrace
            {
                x = data.Select(datum => datum.X.Value),
                y = data.Select(datum => datum.Y.Value),
                marker = MarkerOf(data, context.ColourOf(series)),
                orientation = lying ? "h" : "v",
            };
            if (data.Any(datum => datum.Text is not null))
            {
                trace.text = data.Select(datum => datum.Text ?? "");
                trace.TextPosition = Mode == BarMode.Stacked ? "inside" : "outside";
                trace.TextTemplate = "%{text}";
                trace.ClipOnAxis = false;
            }

            if (missing.Any(text => text is not null))
            {
                trace.Missing = missing;
            }

            yield return context.Finish(trace, series, data);
        }
    }

    private static Marker MarkerOf(ImmutableArray<Datum> data, string colour) => data.Any(datum => datum.Pale)
        ? new()
        {
            color = data.Select(datum => datum.Pale ? colour + HouseStyle.PaleOpacity : colour),
            line = new Line { color = colour, width = 1.5 },
        }
        : new() { color = colour, line = new Line { color = HouseStyle.Background, width = 0.5 } };

    private static Datum AsEmptyBar(Datum mark, bool lying) => lying
        ? mark with { X = 0.0, Hover = mark.Hover ?? $"%{{y}}<br>{mark.Text}" }
        : mark with { Y = 0.0, Hover = mark.Hover ?? $"%{{x}}<br>{mark.Text}" };
}
