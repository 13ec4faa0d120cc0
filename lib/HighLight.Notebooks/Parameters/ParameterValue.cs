using System.Text.Json;

namespace HighLight.Notebooks.Parameters;

/// <summary>
/// A value for a parameter of a notebook: text, to be read as the parameter's type asks, or JSON, which has a type of its own.
/// </summary>
public sealed record ParameterValue
{
    private ParameterValue(string name, string? text, JsonElement? json) => (Name, Text, Json) = (name, text, json);

    /// <summary>The parameter's name, as it is declared.</summary>
    public string Name { get; }

    /// <summary>The text; null for JSON.</summary>
    public string? Text { get; }

    /// <summary>The JSON value; null for text.</summary>
    public JsonElement? Json { get; }

    /// <summary>A value given as text, such as the "8" of <c>-p n=8</c>.</summary>
    public static ParameterValue OfText(string name, string text) => new(name, text, null);

    /// <summary>A value given as JSON.</summary>
    public static ParameterValue OfJson(string name, JsonElement json) => new(name, null, json);
}
