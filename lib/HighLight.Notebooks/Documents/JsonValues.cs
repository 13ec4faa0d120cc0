using System.Text.Json;
using System.Text.Json.Nodes;

namespace HighLight.Notebooks.Documents;

/// <summary>Reading and making immutable JSON values.</summary>
internal static class JsonValues
{
    /// <summary>How deep a JSON value may nest: deeper files are rejected instead of exhausting the stack.</summary>
    public const int MaximumDepth = 128;

    /// <summary>Why a string or name of a file cannot be read.</summary>
    public const string Unreadable = "a string holds half of a surrogate pair, or bytes that are not UTF-8";

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 2 * MaximumDepth };

    public static JsonElement EmptyObject { get; } = Parse("{}"u8.ToArray());

    public static JsonElement Of(string text) => JsonSerializer.SerializeToElement(text);

    public static JsonElement Of(JsonNode node) => JsonSerializer.SerializeToElement(node, Deep);

    /// <summary>Parses one JSON value.</summary>
    /// <exception cref="JsonException">The text is not JSON, nests too deep, repeats a name within an object, or holds half a surrogate
    /// pair.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            // The document is not disposed: its elements are handed out and live as long as the value.
            var root = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaximumDepth, AllowDuplicateProperties = false }).RootElement;
            RequireReadableStrings(root);
            return root;
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException(Unreadable, exception);
        }
    }

    /// <summary>
    /// What is wrong, without the path and position that System.Text.Json appends: they are relative to the value that was parsed.
    /// </summary>
    public static string Describe(JsonException exception)
    {
        string message = exception.Message;
        int[] ends = [message.IndexOf(" LineNumber:", StringComparison.Ordinal), message.IndexOf(" Path:", StringComparison.Ordinal)];
        return Excerpt.Of(message[..ends.Where(end => end >= 0).Append(message.Length).Min()].TrimEnd('.'), 200);
    }

    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            if (element.Field(name) is not { } value)
            {
                return null;
            }

            element = value;
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }

    public static JsonNode? Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element),
    };

    /// <summary>The object with this field set.</summary>
    public static JsonElement With(this JsonElement element, string name, JsonElement value)
    {
        var fields = element.EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        fields[name] = value;
        return JsonSerializer.SerializeToElement(fields, Deep);
    }

    public static JsonElement Without(this JsonElement element, string name)
    {
        if (element.Field(name) is null)
        {
            return element;
        }

        var fields = element.EnumerateObject().Where(field => !field.NameEquals(name)).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(fields, Deep);
    }

    private static void RequireReadableStrings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in element.EnumerateObject())
                {
                    _ = field.Name;
                    RequireReadableStrings(field.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    RequireReadableStrings(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}
