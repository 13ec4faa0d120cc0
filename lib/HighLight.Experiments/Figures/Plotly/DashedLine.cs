using Newtonsoft.Json;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>A line whose dash is a name.</summary>
internal sealed class DashedLine : Line
{
    [JsonProperty("dash")]
    public string Dash { get; set; } = "solid";
}
