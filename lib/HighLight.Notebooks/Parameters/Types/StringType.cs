using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary><c>string</c>. Text is the string itself, also if it looks like a number.</summary>
internal sealed class StringType : IParameterType
{
    public string Legal => "a string of well-formed Unicode, in JSON in double quotes";

    public ParameterLiteral FromText(string text) =>
        UnicodeText.IsWellFormed(text)
            ? ParameterLiteral.Of(SymbolDisplay.FormatLiteral(text, quote: true))
            : ParameterLiteral.NotLegal(text, this);

    public ParameterLiteral FromJson(JsonElement json) =>
        UnicodeText.Of(json) is { } text ? FromText(text) : ParameterLiteral.NotLegal(json, this);
}
