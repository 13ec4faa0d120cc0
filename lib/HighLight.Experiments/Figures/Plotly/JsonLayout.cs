using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>A layout given as JSON.</summary>
internal sealed class JsonLayout(JObject json) : Layout.Layout
{
    [JsonExtensionData]
    public IDictionary<string, JToken> Attributes { get; } = json
        .Properties()
        .ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
}
