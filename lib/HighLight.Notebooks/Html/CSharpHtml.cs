using System.Net;
using System.Text;
using HighLight.Notebooks.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Html;

/// <summary>C# code as HTML, keywords, strings, numbers and comments marked by the compiler's own lexer.</summary>
internal static class CSharpHtml
{
    // Each level of interpolated strings is read again, so what is deeper is marked as one string.
    private const int DeepestStrings = 8;

    private static readonly CSharpParseOptions Script = new(CellLanguage.CSharpVersion, DocumentationMode.None, SourceCodeKind.Script);

    // The parser is not asked: it tries several readings of what is ambiguous, which takes it minutes where such places are nested.
    public static string Render(string code)
    {
        if (!CodeBounds.IsSensible(code))
        {
            return WebUtility.HtmlEncode(code);
        }

        var html = new StringBuilder();
        Append(html, [.. Tokens(code, 0)], 0);
        return html.ToString();
    }

    private static IEnumerable<SyntaxToken> Tokens(string code, int start) => SyntaxFactory.ParseTokens(code, start, start, Script);

    private static void Append(StringBuilder html, List<SyntaxToken> tokens, int depth)
    {
        var words = new ContextualKeywords(tokens);
        for (int i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            bool isKeyword = words.IsKeyword(i) || token.IsKeyword();
            Append(html, token.LeadingTrivia);
            if (token.IsKind(SyntaxKind.InterpolatedStringToken) && depth < DeepestStrings)
            {
                AppendInterpolated(html, token.Text, depth);
            }
            else
            {
                Append(html, token.Text, isKeyword ? "k" : Class(token.Kind()));
            }

            Append(html, token.TrailingTrivia);
        }
    }

    private static void AppendInterpolated(StringBuilder html, string text, int depth)
    {
        var parts = new InterpolatedString(text);
        Append(html, text[..parts.Start], "s");
        int position = parts.Start;
        while (position < parts.End)
        {
            int hole = parts.NextHole(position);
            Append(html, text[position..hole], "s");
            position = Math.Min(hole + parts.BraceCount, parts.End);
            Append(html, text[hole..position], null);
            if (position < parts.End)
            {
                var tokens = parts.Expression(Tokens(text, position));
                Append(html, tokens, depth + 1);
                position = tokens is [.., var last] ? last.FullSpan.End : position;
                int close = parts.Close(position);
                AppendFormat(html, text[position..close]);
                position = Math.Min(close + parts.BraceCount, parts.End);
                Append(html, text[close..position], null);
            }
        }

        Append(html, text[parts.End..], "s");
    }

    private static void AppendFormat(StringBuilder html, string format)
    {
        int colon = format.StartsWith(':') ? 1 : 0;
        Append(html, format[..colon], null);
        Append(html, format[colon..], "s");
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

    private static string? Class(SyntaxKind token) => token switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.CharacterLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringToken => "s",
        _ => null,
    };

    private static string? Class(SyntaxTrivia trivia) =>
        trivia.IsDirective ? "k"
        : trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia
            or SyntaxKind.DisabledTextTrivia ? "c"
        : null;
}
