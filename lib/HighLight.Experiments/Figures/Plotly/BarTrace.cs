using Newtonsoft.Json;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>Bars with the attributes of plotly.js that XPlot lacks.</summary>
internal sealed class BarTrace : Bar, IPanelTrace
{
    [JsonProperty("textposition", NullValueHandling = NullValueHandling.Ignore)]
    public string? TextPosition { get; set; }

    [JsonProperty("texttemplate", NullValueHandling = NullValueHandling.Ignore)]
    public string? TextTemplate { get; set; }

    [JsonProperty("cliponaxis", NullValueHandling = NullValueHandling.Ignore)]
    public bool? ClipOnAxis { get; set; }

    /// <summary>What stands for a value that does not exist, or null where there is one.</summary>
    [JsonProperty("customdata", NullValueHandling = NullValueHandling.Ignore)]
    public IEnumerable<string?>? Missing { get; set; }

    [JsonProperty("hovertemplate", NullValueHandling = NullValueHandling.Ignore)]
    public object? HoverTemplate { get; set; }
}
