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

        foreach (var attribute in new[] { "font", "side" })
        {
            if (item["title" + attribute] is not { } value)
            {
                continue;
            }

            item.Remove("title" + attribute);
            if (item["title"] is not JObject titleObject)
            {
                item["title"] = titleObject = [];
            }

            titleObject[attribute] = value;
        }

        foreach (var child in item.Properties().Select(property => property.Value).OfType<JObject>().ToArray())
        {
            Normalise(child);
        }
    }
}
