using HighLight.Experiments.Figures.Axes;
using Newtonsoft.Json;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>An axis with the attributes of plotly.js that XPlot lacks.</summary>
internal sealed class PlotAxis : Xaxis
{
    [JsonProperty("categoryorder", NullValueHandling = NullValueHandling.Ignore)]
    public string? CategoryOrder { get; set; }

    [JsonProperty("categoryarray", NullValueHandling = NullValueHandling.Ignore)]
    public IEnumerable<string>? CategoryArray { get; set; }

    /// <param name="axis">What the axis shows.</param>
    /// <param name="categories">The categories in their order.</param>
    /// <param name="vertical">Whether it is the vertical axis, whose first category stands at the top, as in a table.</param>
    public static PlotAxis Of(Axis axis, IReadOnlyList<string> categories, bool vertical)
    {
        var plot = new PlotAxis
        {
            title = axis.Heading,
            type = axis.Scale switch
            {
                AxisScale.Linear => "linear",
                AxisScale.Logarithmic => "log",
                _ => "category",
            },
        };
        if (axis.Scale == AxisScale.Category)
        {
            plot.CategoryOrder = "array";
            plot.CategoryArray = categories;
            if (vertical)
            {
                plot.autorange = "reversed";
            }
        }
        else if (axis.Scale == AxisScale.Logarithmic)
        {
            plot.nticks = 5; // so that steps of 1, 2, 5 are labelled, not all nine
        }

        if (axis.TickFormat is { } format)
        {
            plot.tickformat = format;
        }

        if (axis.FromZero)
        {
            plot.rangemode = "tozero";
        }

        if (axis.Range is { } range)
        {
            plot.range = axis.Scale == AxisScale.Logarithmic
                ? new[] { Math.Log10(range.From), Math.Log10(range.To) }
                : new[] { range.From, range.To };
        }

        return plot;
    }
}
