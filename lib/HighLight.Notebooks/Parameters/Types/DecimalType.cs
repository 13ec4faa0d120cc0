using System.Globalization;
using System.Text.Json;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary><c>decimal</c>.</summary>
internal sealed class DecimalType : IParameterType
{
    public string Legal => "a number such as 0.25 within the range of decimal";

    public ParameterLiteral FromText(string text) =>
        Read(text) is { } code ? ParameterLiteral.Of(code) : ParameterLiteral.NotLegal(text, this);

    public ParameterLiteral FromJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && Read(json.GetRawText()) is { } code
            ? ParameterLiteral.Of(code)
            : ParameterLiteral.NotLegal(json, this);

    private static string? Read(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            ? value.ToString(CultureInfo.InvariantCulture) + "m"
            : null;
}
