using Newtonsoft.Json;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>A layout with any number of axes and the attributes of plotly.js that XPlot lacks.</summary>
internal sealed class PlotLayout : Layout.Layout
{
    [JsonProperty("grid", NullValueHandling = NullValueHandling.Ignore)]
    public object? PanelGrid { get; set; }

    [JsonProperty("scattermode", NullValueHandling = NullValueHandling.Ignore)]
    public string? ScatterMode { get; set; }

    [JsonProperty("scattergap", NullValueHandling = NullValueHandling.Ignore)]
    public double? ScatterGap { get; set; }

    [JsonProperty("shapes", NullValueHandling = NullValueHandling.Ignore)]
    public IEnumerable<object>? Decorations { get; set; }

    /// <summary>The axes under their names: <c>xaxis</c>, <c>yaxis</c>, <c>xaxis2</c>, …</summary>
    [JsonExtensionData]
    public IDictionary<string, object> Axes { get; } = new SortedDictionary<string, object>(StringComparer.Ordinal);
}
