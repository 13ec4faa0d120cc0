using System.Net;
using System.Text;
using HighLight.Notebooks.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Html;

/// <summary>C# code as HTML, keywords, strings, numbers and comments marked by the compiler's own lexer.</summary>
internal static class CSharpHtml
{
    private static readonly CSharpParseOptions Script = new(CellLanguage.CSharpVersion, DocumentationMode.None, SourceCodeKind.Script);

    public static string Render(string code) => CodeBounds.IsSensible(code) ? Mark(code) : WebUtility.HtmlEncode(code);

    private static string Mark(string code)
    {
        var html = new StringBuilder();
        foreach (var token in CSharpSyntaxTree.ParseText(code, Script).GetRoot().DescendantTokens())
        {
            Append(html, token.LeadingTrivia);
            Append(html, token.Text, Class(token));
            Append(html, token.TrailingTrivia);
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, SyntaxTriviaList list)
    {
        foreach (var trivia in list)
        {
            Append(html, trivia.ToFullString(), Class(trivia));
        }
    }

    private static void Append(StringBuilder html, string text, string? style)
    {
        string escaped = WebUtility.HtmlEncode(text);
        if (style is null || text.Length == 0)
        {
            html.Append(escaped);
        }
        else
        {
            html.Append("<span class=\"").Append(style).Append("\">").Append(escaped).Append("</span>");
        }
    }

    private static string? Class(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.CharacterLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedRawStringEndToken => "s",
        _ when token.IsKeyword() || SyntaxFacts.IsContextualKeyword(token.Kind()) => "k",
        _ => null,
    };

    private static string? Class(SyntaxTrivia trivia) =>
        trivia.IsDirective ? "k"
        : trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia ? "c"
        : null;
}
