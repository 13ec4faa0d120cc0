using Newtonsoft.Json;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>A heat map with the attributes of plotly.js that XPlot lacks.</summary>
internal sealed class HeatMapTrace : Heatmap
{
    [JsonProperty("texttemplate", NullValueHandling = NullValueHandling.Ignore)]
    public string? TextTemplate { get; set; }

    [JsonProperty("textfont", NullValueHandling = NullValueHandling.Ignore)]
    public Font? TextFont { get; set; }

    [JsonProperty("hovertemplate", NullValueHandling = NullValueHandling.Ignore)]
    public string? HoverTemplate { get; set; }

    [JsonProperty("hoverongaps")]
    public bool HoverOnGaps { get; set; }

    [JsonProperty("xgap")]
    public double XGap { get; set; }

    [JsonProperty("ygap")]
    public double YGap { get; set; }
}
