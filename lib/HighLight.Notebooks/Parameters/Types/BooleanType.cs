using System.Text.Json;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary><c>bool</c>.</summary>
internal sealed class BooleanType : IParameterType
{
    public string Legal => "true or false";

    public ParameterLiteral FromText(string text) =>
        bool.TryParse(text, out bool value) ? ParameterLiteral.Of(value ? "true" : "false") : ParameterLiteral.NotLegal(text, this);

    public ParameterLiteral FromJson(JsonElement json) =>
        json.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? ParameterLiteral.Of(json.GetRawText())
            : ParameterLiteral.NotLegal(json, this);
}
