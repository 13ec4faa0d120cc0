using HighLight.Experiments.Figures.Styles;
using Newtonsoft.Json;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>The label of a <see cref="LineShape"/>.</summary>
internal sealed record ShapeLabel
{
    [JsonProperty("text")]
    public required string Text { get; init; }

    [JsonProperty("textposition")]
    public string TextPosition { get; } = "end";

    [JsonProperty("font")]
    public Font Font { get; } = new() { size = 11, color = HouseStyle.Ink };
}
