using Newtonsoft.Json.Linq;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>
/// Turns titles that are strings, as XPlot writes them, into objects: plotly.js 3 and later, which some editors use, drops strings.
/// </summary>
internal static class PlotTitles
{
    public static void Normalise(JObject item)
    {
        if (item["title"] is { Type: JTokenType.String } title)
        {
            item["title"] = new JObject { ["text"] = title };
        }

        if (item["titlefont"] is { } font)
        {
            item.Remove("titlefont");
            if (item["title"] is not JObject titleObject)
            {
                item["title"] = titleObject = [];
            }

            titleObject["font"] = font;
        }

        foreach (var child in item.Properties().Select(property => property.Value).OfType<JObject>().ToArray())
        {
            Normalise(child);
        }
    }
}
