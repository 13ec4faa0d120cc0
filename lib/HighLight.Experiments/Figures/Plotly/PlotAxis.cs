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

    public static PlotAxis Of(Axis axis, IReadOnlyList<string> categories)
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
