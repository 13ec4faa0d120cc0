using System.Collections.Immutable;
using HighLight.Experiments.Display;
using Newtonsoft.Json.Linq;

namespace HighLight.Experiments.Figures;

/// <summary>The marks of one panel of a figure, as a table.</summary>
/// <param name="Title">The panel's title; may be empty.</param>
/// <param name="X">What the horizontal axis shows.</param>
/// <param name="Y">What the vertical axis shows.</param>
/// <param name="Marks">The marks of all series in drawing order.</param>
internal sealed record FigurePanelSummary(string Title, string X, string Y, ImmutableArray<FigurePanelSummary.Mark> Marks)
{
    private const int MaxRows = 60;
    private const int MaxColumns = 12;

    /// <summary>A mark as text; <c>Field</c> holds the value of a cell of a heat map.</summary>
    public sealed record Mark(string Series, string X, string Y, string? Field);

    public static IEnumerable<Mark> MarksOf(JObject trace)
    {
        var series = (trace["name"] ?? trace.SelectToken("colorbar.title.text") ?? trace["type"])?.ToString() ?? "trace";
        var x = trace["x"] as JArray;
        var y = trace["y"] as JArray;
        if (trace["z"] is JArray field)
        {
            return field.OfType<JArray>().SelectMany((row, i) =>
                row.Select((value, j) => new Mark(series, Text(x, j), Text(y, i), Text(value))));
        }

        var missing = trace["type"]?.ToString() == "bar" ? trace["customdata"] as JArray : null;
        var lying = trace["orientation"]?.ToString() == "h";
        return Enumerable.Range(0, Math.Max(x?.Count ?? 0, y?.Count ?? 0)).Select(i => Text(missing, i) is { Length: > 0 } text
            ? new Mark(series, lying ? text : Text(x, i), lying ? Text(y, i) : text, null)
            : new Mark(series, Text(x, i), Text(y, i), null))
            .Where(mark => mark.X.Length > 0 || mark.Y.Length > 0); // what only explains the legend is nowhere
    }

    /// <summary>
    /// A row for each place and a column for each series (or column of a heat map) where that holds every mark; else a row for each mark.
    /// </summary>
    public TableView ToTable()
    {
        if (Marks.All(mark => mark.Field is not null))
        {
            return Crossed($"{Y} \\ {X}", mark => mark.Y, mark => mark.X, mark => mark.Field!) ?? Long();
        }

        return Marks.All(mark => mark.Field is null)
            ? Crossed(X, mark => mark.X, mark => mark.Series, mark => mark.Y) ?? Long()
            : Long();
    }

    private TableView? Crossed(string corner, Func<Mark, string> row, Func<Mark, string> column, Func<Mark, string> value)
    {
        var rows = Marks.Select(row).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var columns = Marks.Select(column).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var cells = Marks.GroupBy(mark => (row(mark), column(mark))).ToDictionary(group => group.Key, group => group.ToArray());
        if (columns.Length > MaxColumns || cells.Values.Any(marks => marks.Length > 1) || rows.Length * columns.Length > 2 * Marks.Length)
        {
            return null;
        }

        return new(
            [corner, .. columns],
            [false, .. columns.Select(_ => true)],
            [.. rows.Take(MaxRows).Select(place => ImmutableArray.Create(place)
                .AddRange(columns.Select(name => cells.TryGetValue((place, name), out var marks) ? value(marks[0]) : "")))],
            Math.Max(0, rows.Length - MaxRows));
    }

    private TableView Long()
    {
        var withField = Marks.Any(mark => mark.Field is not null);
        return new(
            withField ? ["series", X, Y, "value"] : ["series", X, Y],
            withField ? [false, false, false, true] : [false, false, false],
            [.. Marks.Take(MaxRows).Select(mark => withField
                ? ImmutableArray.Create(mark.Series, mark.X, mark.Y, mark.Field ?? "")
                : [mark.Series, mark.X, mark.Y])],
            Math.Max(0, Marks.Length - MaxRows));
    }

    private static string Text(JArray? values, int index) => values is not null && index < values.Count ? Text(values[index]) : "";

    private static string Text(JToken value) => value.Type switch
    {
        JTokenType.Float => NumberText.Of(value.Value<double>()),
        JTokenType.Null => "",
        _ => value.ToString(),
    };
}
