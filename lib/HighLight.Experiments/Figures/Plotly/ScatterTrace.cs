using Newtonsoft.Json;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>Points and lines with the attributes of plotly.js that XPlot lacks.</summary>
internal sealed class ScatterTrace : Scatter, IPanelTrace
{
    [JsonProperty("cliponaxis", NullValueHandling = NullValueHandling.Ignore)]
    public bool? ClipOnAxis { get; set; }

    [JsonProperty("hovertemplate", NullValueHandling = NullValueHandling.Ignore)]
    public object? HoverTemplate { get; set; }
}
