using System.Globalization;
using System.Text.Json;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary><c>Half</c>.</summary>
internal sealed class HalfType : IParameterType
{
    private const string Name = "global::System.Half";

    public string Legal => "a number such as 0.5 within the range of Half (65504), NaN, Infinity or -Infinity";

    public ParameterLiteral FromText(string text) =>
        Read(text.Trim()) is { } code ? ParameterLiteral.Of(code) : ParameterLiteral.NotLegal(text, this);

    public ParameterLiteral FromJson(JsonElement json) =>
        (json.ValueKind == JsonValueKind.Number ? Read(json.GetRawText())
            : UnicodeText.Of(json) is { } text ? Word(text)
            : null) is { } code
            ? ParameterLiteral.Of(code)
            : ParameterLiteral.NotLegal(json, this);

    private static string? Word(string text) => text switch
    {
        "NaN" => $"{Name}.NaN",
        "Infinity" => $"{Name}.PositiveInfinity",
        "-Infinity" => $"{Name}.NegativeInfinity",
        _ => null,
    };

    private static string? Read(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return Word(text)
            ?? (Half.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) && Half.IsFinite(value)
                ? $"({Name})({((float)value).ToString("R", CultureInfo.InvariantCulture)}f)"
                : null);
    }
}
