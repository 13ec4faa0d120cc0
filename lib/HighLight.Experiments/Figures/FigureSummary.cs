using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HighLight.Experiments.Display;
using Newtonsoft.Json.Linq;

namespace HighLight.Experiments.Figures;

/// <summary>A figure without its picture: its plotted values as a table, its series as text. It reads the traces, whoever made them.</summary>
internal sealed class FigureSummary(Figure figure)
{
    private const int MaxRows = 60;

    public string ToText()
    {
        var text = new StringBuilder(figure.Title);
        if (figure.Subtitle is { } subtitle)
        {
            text.Append('\n').Append(subtitle);
        }

        foreach (var trace in figure.Data.OfType<JObject>())
        {
            var points = Values(trace).Count();
            text.Append(CultureInfo.InvariantCulture, $"\n  {Name(trace)}: {points} {(points == 1 ? "value" : "values")}");
        }

        return text.ToString();
    }

    public TableView ToTable()
    {
        var rows = figure.Data.OfType<JObject>().SelectMany(Values).ToList();
        return new(
            ["series", Heading("xaxis", "x"), Heading("yaxis", "y"), "value"],
            [false, true, true, true],
            [.. rows.Take(MaxRows)],
            Math.Max(0, rows.Count - MaxRows));
    }

    /// <summary>One row of series, x, y and (for heat maps) value for each mark of a trace.</summary>
    private static IEnumerable<ImmutableArray<string>> Values(JObject trace)
    {
        var x = trace["x"] as JArray;
        var y = trace["y"] as JArray;
        if (trace["z"] is JArray rows)
        {
            return rows.OfType<JArray>().SelectMany((row, i) => row
                .Select((value, j) => ImmutableArray.Create(Name(trace), Text(At(x, j)), Text(At(y, i)), Text(value))));
        }

        return Enumerable.Range(0, Math.Max(x?.Count ?? 0, y?.Count ?? 0))
            .Select(i => ImmutableArray.Create(Name(trace), Text(At(x, i)), Text(At(y, i)), ""));
    }

    private static string Name(JObject trace) =>
        trace["name"]?.ToString() ?? trace.SelectToken("colorbar.title")?.ToString() ?? trace["type"]?.ToString() ?? "trace";

    private static JToken? At(JArray? values, int index) => values is not null && index < values.Count ? values[index] : null;

    private static string Text(JToken? value) => value?.Type switch
    {
        JTokenType.Float => NumberText.Of(value.Value<double>()),
        null or JTokenType.Null => "",
        _ => value.ToString(),
    };

    private string Heading(string axis, string otherwise)
    {
        var title = figure.Layout.SelectToken(axis + ".title");
        var text = (title is JObject ? title["text"] : title)?.ToString();
        return string.IsNullOrEmpty(text) ? otherwise : text;
    }
}
