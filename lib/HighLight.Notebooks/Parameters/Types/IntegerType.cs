using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary>An integer type of C#.</summary>
/// <param name="minimum">Its smallest value.</param>
/// <param name="maximum">Its largest value.</param>
/// <param name="suffix">The suffix of its literals.</param>
internal sealed class IntegerType(BigInteger minimum, BigInteger maximum, string suffix = "") : IParameterType
{
    // More digits than any type has; parsing them would take long.
    private const int LongestText = 64;

    public string Legal => Invariant($"an integer from {minimum} to {maximum}");

    public ParameterLiteral FromText(string text) =>
        Read(text) is { } code ? ParameterLiteral.Of(code) : ParameterLiteral.NotLegal(text, this);

    public ParameterLiteral FromJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && Read(json.GetRawText()) is { } code
            ? ParameterLiteral.Of(code)
            : ParameterLiteral.NotLegal(json, this);

    private string? Read(string text) =>
        text.Length <= LongestText
        && BigInteger.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var value)
        && value >= minimum && value <= maximum
            ? value.ToString(CultureInfo.InvariantCulture) + suffix
            : null;
}
