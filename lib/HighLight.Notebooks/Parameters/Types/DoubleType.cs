using System.Globalization;
using System.Text.Json;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary><c>double</c> and <c>float</c>. The literal gives back the very value that was read.</summary>
/// <param name="single">Whether the type is <c>float</c>.</param>
internal sealed class DoubleType(bool single) : IParameterType
{
    public string Legal => $"a number such as 0.5 or 1e-3 within the range of {Name}, NaN, Infinity or -Infinity";

    private string Name => single ? "float" : "double";

    public ParameterLiteral FromText(string text) =>
        Read(text.Trim()) is { } code ? ParameterLiteral.Of(code) : ParameterLiteral.NotLegal(text, this);

    // JSON has no word for a number that is not finite; it is given as a string.
    public ParameterLiteral FromJson(JsonElement json) =>
        (json.ValueKind == JsonValueKind.Number ? Read(json.GetRawText())
            : UnicodeText.Of(json) is { } text ? Word(text)
            : null) is { } code
            ? ParameterLiteral.Of(code)
            : ParameterLiteral.NotLegal(json, this);

    private string? Word(string text) => text switch
    {
        "NaN" => $"{Name}.NaN",
        "Infinity" => $"{Name}.PositiveInfinity",
        "-Infinity" => $"{Name}.NegativeInfinity",
        _ => null,
    };

    private string? Read(string text)
    {
        if (Word(text) is { } word)
        {
            return word;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (single)
        {
            return float.TryParse(text, Style, CultureInfo.InvariantCulture, out float number) && float.IsFinite(number)
                ? number.ToString("R", CultureInfo.InvariantCulture) + "f"
                : null;
        }

        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            return null;
        }

        string digits = value.ToString("R", CultureInfo.InvariantCulture);
        return digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0";
    }
}
