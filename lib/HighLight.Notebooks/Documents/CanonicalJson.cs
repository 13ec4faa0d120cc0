using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HighLight.Notebooks.Documents;

/// <summary>
/// JSON as Python's <c>json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)</c> writes it, except that numbers keep the digits they were
/// read with. (System.Text.Json escapes more characters and does not sort.)
/// </summary>
internal static class CanonicalJson
{
    /// <param name="node">The value.</param>
    /// <param name="depth">How deep in a file the value stands.</param>
    public static string Write(JsonNode? node, int depth = 0)
    {
        var text = new StringBuilder();
        Append(text, node, depth);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject fields:
                AppendItems(text, '{', '}', fields.OrderBy(field => field.Key, CodePointOrder.Instance), depth, field =>
                {
                    AppendString(text, field.Key);
                    text.Append(": ");
                    Append(text, field.Value, depth + 1);
                });
                break;
            case JsonArray items:
                AppendItems(text, '[', ']', items, depth, item => Append(text, item, depth + 1));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                AppendString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void AppendItems<T>(StringBuilder text, char open, char close, IEnumerable<T> items, int depth, Action<T> append)
    {
        text.Append(open);
        bool any = false;
        foreach (var item in items)
        {
            text.Append(any ? ",\n" : "\n").Append(' ', depth + 1);
            append(item);
            any = true;
        }

        if (any)
        {
            text.Append('\n').Append(' ', depth);
        }

        text.Append(close);
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
