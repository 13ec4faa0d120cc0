using System.Text.Json;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary>A type whose values may be null.</summary>
/// <param name="type">The type of the other values.</param>
/// <param name="word">Whether the text "null" means null; for a string it is four letters.</param>
internal sealed class NullableType(IParameterType type, bool word) : IParameterType
{
    public string Legal => $"null or {type.Legal}";

    public ParameterLiteral FromText(string text) =>
        word && string.Equals(text.Trim(), "null", StringComparison.Ordinal) ? ParameterLiteral.Of("null") : OrNull(type.FromText(text));

    public ParameterLiteral FromJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? ParameterLiteral.Of("null") : OrNull(type.FromJson(json));

    private static ParameterLiteral OrNull(ParameterLiteral literal) =>
        literal.Problem is { } problem ? literal with { Problem = problem + ", or null" } : literal;
}
