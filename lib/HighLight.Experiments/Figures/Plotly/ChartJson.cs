using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>Reads the traces and the layout of a chart of XPlot, which keeps them private, from the script that it writes.</summary>
internal static class ChartJson
{
    public static (JArray Data, JObject Layout) Read(PlotlyChart chart)
    {
        var script = chart.GetPlottingJS();

        // A chart without any layout writes an empty text.
        return ((JArray)After(script, "var data ="), After(script, "var layout =") as JObject ?? []);
    }

    private static JToken After(string script, string assignment)
    {
        var start = script.IndexOf(assignment, StringComparison.Ordinal);
        using var reader = new JsonTextReader(new StringReader(script[(start + assignment.Length)..]))
        {
            DateParseHandling = DateParseHandling.None,
        };
        return JToken.ReadFrom(reader);
    }
}
