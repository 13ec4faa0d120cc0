using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HighLight.Commands.Formatting;

/// <summary>Comma-separated values (RFC 4180, lines ended by a line feed) of flat or once nested JSON objects, so that both formats say the same.</summary>
internal static class CsvText
{
    /// <summary>A header and a line for each row; null is an empty field.</summary>
    /// <param name="rows">Objects with the same keys, at least one. Values are scalars, or objects of scalars.</param>
    /// <param name="nested">Names the column of a key in an inner object: outer key, inner key → column.</param>
    public static string Of(IReadOnlyList<JsonObject> rows, Func<string, string, string> nested)
    {
        var text = new StringBuilder();
        Line(text, Fields(rows[0], nested).Select(field => field.Column));
        foreach (var row in rows)
        {
            Line(text, Fields(row, nested).Select(field => Text(field.Value)));
        }

        return text.ToString();
    }

    private static IEnumerable<(string Column, JsonNode? Value)> Fields(JsonObject row, Func<string, string, string> nested) => row.SelectMany(property =>
        property.Value is JsonObject inner
            ? inner.Select(field => (nested(property.Key, field.Key), field.Value))
            : [(property.Key, property.Value)]);

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        _ when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    private static void Line(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Quote)).Append('\n');

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
