using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>JSON values in words and as text.</summary>
internal static class JsonKinds
{
    public static string Name(JsonElement element) => Name(element.ValueKind);

    public static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };

    /// <summary>nbformat's text: a string or a list of strings, joined without separator; null if the value is neither.</summary>
    public static string? JoinedLines(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array when element.EnumerateArray().All(line => line.ValueKind == JsonValueKind.String) =>
            string.Concat(element.EnumerateArray().Select(line => line.GetString())),
        _ => null,
    };
}
