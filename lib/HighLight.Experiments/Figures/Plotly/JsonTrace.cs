using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>A trace given as JSON.</summary>
internal sealed class JsonTrace(JObject json) : Trace
{
    [JsonExtensionData]
    public IDictionary<string, JToken> Attributes { get; } = json
        .Properties()
        .ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
}
