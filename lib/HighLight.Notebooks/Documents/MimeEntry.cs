using System.Text;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>One representation of a content.</summary>
/// <param name="MimeType">The MIME type, such as <c>text/html</c>.</param>
/// <param name="Value">A JSON string for text (lines joined) and for base64 data; any JSON value for a JSON type.</param>
public sealed record MimeEntry(string MimeType, JsonElement Value)
{
    /// <summary>The text; null if the value is not a string.</summary>
    public string? Text => Value.ValueKind == JsonValueKind.String ? Value.GetString() : null;

    /// <summary>Makes a representation from the text that a formatter wrote.</summary>
    /// <exception cref="JsonException">The type is a JSON type and the text is not valid JSON.</exception>
    public static MimeEntry OfText(string mimeType, string text) =>
        new(mimeType, MimeTypes.IsJson(mimeType) ? JsonValues.Parse(Encoding.UTF8.GetBytes(text)) : JsonValues.Of(text));
}
