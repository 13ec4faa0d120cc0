using System.Text.Json;
using HighLight.Notebooks.Documents;
using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary><c>string</c>. Text is the string itself, also if it looks like a number.</summary>
internal sealed class StringType : IParameterType
{
    public string Legal => "a string of well-formed Unicode";

    public ParameterLiteral FromText(string text) =>
        UnicodeText.IsWellFormed(text)
            ? ParameterLiteral.Of(SymbolDisplay.FormatLiteral(text, quote: true))
            : ParameterLiteral.NotLegal(text, this);

    public ParameterLiteral FromJson(JsonElement json) =>
        UnicodeText.Of(json) is { } text ? FromText(text)
            : json.ValueKind == JsonValueKind.String ? ParameterLiteral.NotLegal(json, this)
            : new ParameterLiteral(null, $"{What(json)}, but a string is required{Fix(json)}");

    private static string What(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? "it is null" : $"{Excerpt.Of(json.GetRawText())} is {JsonKinds.Name(json)}";

    private static string Fix(JsonElement json) =>
        json.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            ? $"; write it in quotes: \"{Excerpt.Of(json.GetRawText())}\""
            : "";
}
