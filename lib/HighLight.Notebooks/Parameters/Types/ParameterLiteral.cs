using System.Text.Json;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary>A value as C# writes it, or why there is none.</summary>
/// <param name="Code">The literal; null if there is a problem.</param>
/// <param name="Problem">What was given and what is legal.</param>
internal readonly record struct ParameterLiteral(string? Code, string? Problem)
{
    public static ParameterLiteral Of(string code) => new(code, null);

    public static ParameterLiteral NotLegal(string given, IParameterType type) => new(null, $"'{Excerpt.Of(given)}' is not {type.Legal}");

    public static ParameterLiteral NotLegal(JsonElement given, IParameterType type) =>
        new(null, $"{Excerpt.Of(given.GetRawText())} is not {type.Legal}");
}
