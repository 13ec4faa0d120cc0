using HighLight.Experiments.Figures.Styles;
using Newtonsoft.Json;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>A horizontal line over the width of a panel, with a label (plotly.js 2.21 and later).</summary>
internal sealed record LineShape
{
    [JsonProperty("type")]
    public string Type { get; } = "line";

    [JsonProperty("layer")]
    public string Layer { get; } = "above";

    [JsonProperty("xref")]
    public required string XReference { get; init; }

    [JsonProperty("x0")]
    public double X0 { get; }

    [JsonProperty("x1")]
    public double X1 { get; } = 1;

    [JsonProperty("yref")]
    public required string YReference { get; init; }

    [JsonProperty("y0")]
    public required double Y0 { get; init; }

    [JsonProperty("y1")]
    public required double Y1 { get; init; }

    [JsonProperty("line")]
    public DashedLine Line { get; } = new() { color = HouseStyle.Ink, width = 1.2, Dash = "dash" };

    [JsonProperty("label")]
    public required ShapeLabel Label { get; init; }
}
