using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Html;

/// <summary>Where the text of an interpolated string and its holes begin and end.</summary>
internal sealed class InterpolatedString
{
    private readonly string _text;
    private readonly bool _raw;
    private readonly bool _escapes;

    /// <param name="text">The whole token.</param>
    public InterpolatedString(string text)
    {
        _text = text;
        int quote = text.IndexOf('"', StringComparison.Ordinal);
        quote = quote < 0 ? text.Length : quote;
        int quotes = text.AsSpan(quote).IndexOfAnyExcept('"');
        quotes = quotes < 0 ? text.Length - quote : quotes;
        _raw = quotes >= 3;
        _escapes = !text.AsSpan(0, quote).Contains('@');
        int delimiter = _raw ? quotes : Math.Min(1, quotes);
        BraceCount = _raw ? text.AsSpan(0, quote).Count('$') : 1;
        Start = quote + delimiter;
        int end = text.Length - delimiter;
        End = end >= Start && !text.AsSpan(end).ContainsAnyExcept('"') ? end : text.Length;
    }

    /// <summary>The end of the opening quotes.</summary>
    public int Start { get; }

    /// <summary>The start of the closing quotes; the end of the token if it has none.</summary>
    public int End { get; }

    /// <summary>How many braces open and close a hole.</summary>
    public int BraceCount { get; }

    /// <summary>Where the next hole's braces stand; <see cref="End"/> if there is none.</summary>
    public int NextHole(int position)
    {
        while (position < End)
        {
            char c = _text[position];
            int braces = c == '{' ? Braces(position) : 0;
            if (braces >= BraceCount && (_raw || braces % 2 == 1))
            {
                return position + braces - BraceCount;
            }

            position += braces > 0 ? braces : c == '\\' && _escapes && !_raw ? 2 : 1;
        }

        return End;
    }

    /// <summary>The tokens of a hole's expression, up to its format or its end.</summary>
    /// <param name="tokens">The tokens from the start of the hole on.</param>
    public List<SyntaxToken> Expression(IEnumerable<SyntaxToken> tokens)
    {
        int depth = 0;
        var expression = new List<SyntaxToken>();
        foreach (var token in tokens)
        {
            var kind = token.Kind();
            if (token.FullSpan.End > End
                || (depth <= 0 && kind is SyntaxKind.CloseBraceToken or SyntaxKind.ColonToken or SyntaxKind.EndOfFileToken))
            {
                break;
            }

            depth += kind is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken ? 1
                : kind is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken ? -1
                : 0;
            expression.Add(token);
        }

        return expression;
    }

    /// <summary>Where the hole's closing braces stand; <see cref="End"/> if it has none.</summary>
    public int Close(int position)
    {
        int close = position < End ? _text.AsSpan(position, End - position).IndexOf('}') : -1;
        return close < 0 ? End : position + close;
    }

    private int Braces(int position)
    {
        int length = _text.AsSpan(position, End - position).IndexOfAnyExcept('{');
        return length < 0 ? End - position : length;
    }
}
