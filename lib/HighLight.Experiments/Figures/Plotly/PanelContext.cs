using System.Collections.Immutable;
using System.Globalization;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Styles;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>Where a layer is drawn: its panel, the numbers of its axes, and the style and legend it shares with the whole figure.</summary>
internal sealed class PanelContext(Axis x, Axis y, IReadOnlyList<Datum> marks, int index, SeriesStyle style, HashSet<string> legend)
{
    public Axis X => x;

    public Axis Y => y;

    /// <summary>The name of the horizontal axis as traces refer to it: <c>x</c>, <c>x2</c>, …</summary>
    public string XReference { get; } = "x" + Number(index);

    /// <summary>The name of the vertical axis as traces refer to it: <c>y</c>, <c>y2</c>, …</summary>
    public string YReference { get; } = "y" + Number(index);

    /// <summary>The number of an axis: none for the first.</summary>
    public static string Number(int index) => index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);

    public ImmutableArray<string> CategoriesX { get; } = Categories(x, marks, datum => datum.X);

    public ImmutableArray<string> CategoriesY { get; } = Categories(y, marks, datum => datum.Y);

    public string ColourOf(string series) => style.ColourOf(series);

    public string SymbolOf(string series) => style.SymbolOf(series);

    /// <summary>The marks of each series, series in the order of their first appearance.</summary>
    public static IEnumerable<(string Series, ImmutableArray<Datum> Data)> Series(ImmutableArray<Datum> data) =>
        data.GroupBy(datum => datum.Series, StringComparer.Ordinal).Select(group => (group.Key, group.ToImmutableArray()));

    /// <summary>Gives a trace its name, its axes, its hover text and its one entry in the legend.</summary>
    public Trace Finish<TTrace>(TTrace trace, string series, ImmutableArray<Datum> data, string suffix = "")
        where TTrace : Trace, IPanelTrace
    {
        FinishUnlisted(trace, series, data, suffix);
        ((IPanelTrace)trace).showlegend = legend.Add(Name(series, suffix));
        return trace;
    }

    /// <summary>Gives a trace its name, its axes and its hover text, but no entry in the legend; it comes and goes with the series'.</summary>
    public Trace FinishUnlisted<TTrace>(TTrace trace, string series, ImmutableArray<Datum> data, string suffix = "")
        where TTrace : Trace, IPanelTrace
    {
        IPanelTrace target = trace;
        var name = Name(series, suffix);
        target.name = name;
        target.legendgroup = name;
        target.showlegend = false;
        target.xaxis = XReference;
        target.yaxis = YReference;
        var values = $"{HoverLine(x, "x")}<br>{HoverLine(y, "y")}";
        target.HoverTemplate = data.Any(datum => datum.Hover is not null)
            ? data.Select(datum => $"<b>{name}</b><br>{datum.Hover ?? values}<extra></extra>")
            : $"<b>{name}</b><br>{values}<extra></extra>";
        return trace;
    }

    private static string Name(string series, string suffix) => suffix.Length == 0 ? series : $"{series} {suffix}";

    private static string HoverLine(Axis axis, string variable) => axis.Scale == AxisScale.Category
        ? $"%{{{variable}}}"
        : $"{axis.Title}: %{{{variable}:{axis.TickFormat ?? ".5~g"}}}{(axis.Unit is null or "1" ? "" : " " + axis.Unit)}";

    private static ImmutableArray<string> Categories(Axis axis, IEnumerable<Datum> marks, Func<Datum, Coordinate> place)
    {
        if (axis.Scale != AxisScale.Category)
        {
            return [];
        }

        var named = marks.Select(datum => place(datum).Value).OfType<string>();
        return [.. axis.Categories.Concat(named).Distinct(StringComparer.Ordinal)];
    }
}
