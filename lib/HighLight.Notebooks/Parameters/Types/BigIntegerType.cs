using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary><c>BigInteger</c>.</summary>
internal sealed class BigIntegerType : IParameterType
{
    // Reading more takes long.
    private const int LongestText = 10_000;

    public string Legal => Invariant($"an integer of at most {LongestText} digits");

    public ParameterLiteral FromText(string text) =>
        Read(text) is { } code ? ParameterLiteral.Of(code) : ParameterLiteral.NotLegal(text, this);

    public ParameterLiteral FromJson(JsonElement json) =>
        (json.ValueKind == JsonValueKind.Number ? json.GetRawText() : UnicodeText.Of(json)) is { } text && Read(text) is { } code
            ? ParameterLiteral.Of(code)
            : ParameterLiteral.NotLegal(json, this);

    private static string? Read(string text) =>
        text.Length <= LongestText
        && BigInteger.TryParse(
            text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? $"global::System.Numerics.BigInteger.Parse(\"{value.ToString(CultureInfo.InvariantCulture)}\", "
                + "global::System.Globalization.CultureInfo.InvariantCulture)"
            : null;
}
