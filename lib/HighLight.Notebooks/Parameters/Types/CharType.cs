using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary><c>char</c>.</summary>
internal sealed class CharType : IParameterType
{
    public string Legal => "one character (of one UTF-16 unit)";

    public ParameterLiteral FromText(string text) =>
        text.Length == 1 && !char.IsSurrogate(text[0])
            ? ParameterLiteral.Of(SymbolDisplay.FormatLiteral(text[0], quote: true))
            : ParameterLiteral.NotLegal(text, this);

    public ParameterLiteral FromJson(JsonElement json) =>
        UnicodeText.Of(json) is { } text ? FromText(text) : ParameterLiteral.NotLegal(json, this);
}
