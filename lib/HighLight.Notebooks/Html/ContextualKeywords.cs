using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Html;

/// <summary>Tells from the tokens beside it whether a word such as <c>await</c> or <c>record</c> is a keyword or a name.</summary>
/// <remarks>It is a guess: only the parser knows, and it can take minutes.</remarks>
/// <param name="tokens">The tokens, which are asked for in order.</param>
internal sealed class ContextualKeywords(IReadOnlyList<SyntaxToken> tokens)
{
    // How far a query's type may stand before its "in".
    private const int LongestType = 12;

    private bool _inQuery;

    /// <summary>Whether the token is an identifier that serves as a keyword.</summary>
    public bool IsKeyword(int index)
    {
        var token = tokens[index];
        if (token.IsKind(SyntaxKind.SemicolonToken))
        {
            _inQuery = false;
        }

        var word = token.IsKind(SyntaxKind.IdentifierToken) ? SyntaxFacts.GetContextualKeywordKind(token.Text) : SyntaxKind.None;
        if (word == SyntaxKind.None)
        {
            return false;
        }

        var before = Kind(index - 1);
        var after = Kind(index + 1);
        bool isKeyword = before == SyntaxKind.OpenBracketToken && after == SyntaxKind.ColonToken
            ? SyntaxFacts.IsAttributeTargetSpecifier(word)
            : !IsMember(index, before) && IsKeyword(index, word, before, after);
        _inQuery |= isKeyword && word == SyntaxKind.FromKeyword;
        return isKeyword;
    }

    // The lexer reads ".." as two dots.
    private bool IsMember(int index, SyntaxKind before) =>
        before is SyntaxKind.ColonColonToken or SyntaxKind.MinusGreaterThanToken
        || (before == SyntaxKind.DotToken && Kind(index - 2) != SyntaxKind.DotToken);

    private bool IsKeyword(int index, SyntaxKind word, SyntaxKind before, SyntaxKind after) => word switch
    {
        SyntaxKind.GetKeyword or SyntaxKind.SetKeyword or SyntaxKind.InitKeyword or SyntaxKind.AddKeyword or SyntaxKind.RemoveKeyword =>
            after is SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.EqualsGreaterThanToken
            && (BeginsMember(before) || SyntaxFacts.IsReservedKeyword(before)),
        SyntaxKind.WithKeyword => after == SyntaxKind.OpenBraceToken && EndsOperand(before),
        SyntaxKind.GlobalKeyword => after == SyntaxKind.ColonColonToken,
        SyntaxKind.AllowsKeyword => after == SyntaxKind.RefKeyword,
        SyntaxKind.YieldKeyword => after is SyntaxKind.ReturnKeyword or SyntaxKind.BreakKeyword,
        SyntaxKind.AwaitKeyword => BeginsOperand(after),
        SyntaxKind.AsyncKeyword or SyntaxKind.PartialKeyword or SyntaxKind.RecordKeyword or SyntaxKind.RequiredKeyword
            or SyntaxKind.FileKeyword or SyntaxKind.ScopedKeyword => IsModifier(index, word, after),
        SyntaxKind.FromKeyword => IsFrom(index),
        SyntaxKind.WhereKeyword => Kind(index + 2) == SyntaxKind.ColonToken || (_inQuery && BeginsOperand(after)),
        SyntaxKind.AscendingKeyword or SyntaxKind.DescendingKeyword => _inQuery && EndsOperand(before),
        SyntaxKind.SelectKeyword or SyntaxKind.LetKeyword or SyntaxKind.JoinKeyword or SyntaxKind.OnKeyword or SyntaxKind.EqualsKeyword
            or SyntaxKind.IntoKeyword or SyntaxKind.OrderByKeyword or SyntaxKind.GroupKeyword or SyntaxKind.ByKeyword =>
            _inQuery && BeginsOperand(after),
        SyntaxKind.WhenKeyword => EndsOperand(before) && BeginsOperand(after),
        SyntaxKind.AndKeyword or SyntaxKind.OrKeyword => EndsOperand(before) && BeginsPattern(after),
        SyntaxKind.NotKeyword => IsNot(index, before, after),
        _ => false,
    };

    private bool IsModifier(int index, SyntaxKind word, SyntaxKind after)
    {
        bool begins = Kind(index - 1) != SyntaxKind.IdentifierToken
            || SyntaxFacts.GetContextualKeywordKind(tokens[index - 1].Text) is SyntaxKind.AsyncKeyword or SyntaxKind.PartialKeyword
                or SyntaxKind.RequiredKeyword or SyntaxKind.FileKeyword;
        bool goesOn = after == SyntaxKind.IdentifierToken
            ? index + 2 < tokens.Count && !IsOperatorWord(tokens[index + 1].Text)
            : (SyntaxFacts.IsReservedKeyword(after) && after is not (SyntaxKind.InKeyword or SyntaxKind.IsKeyword or SyntaxKind.AsKeyword))
                || (after == SyntaxKind.OpenParenToken && word is SyntaxKind.AsyncKeyword or SyntaxKind.RequiredKeyword);
        return begins && goesOn;
    }

    private bool IsFrom(int index)
    {
        int end = Math.Min(index + LongestType, tokens.Count);
        for (int i = index + 1; i < end; i++)
        {
            var kind = Kind(i);
            if (kind == SyntaxKind.InKeyword)
            {
                return i > index + 1;
            }

            if (kind is SyntaxKind.SemicolonToken or SyntaxKind.OpenParenToken or SyntaxKind.CloseParenToken or SyntaxKind.EqualsToken)
            {
                return false;
            }
        }

        return false;
    }

    private bool IsNot(int index, SyntaxKind before, SyntaxKind after)
    {
        bool follows = before is SyntaxKind.IsKeyword or SyntaxKind.CaseKeyword or SyntaxKind.ColonToken
            || (before == SyntaxKind.IdentifierToken && tokens[index - 1].Text is "and" or "or" or "not");
        bool begins = before is SyntaxKind.OpenParenToken or SyntaxKind.OpenBraceToken or SyntaxKind.OpenBracketToken
            or SyntaxKind.CommaToken;
        return BeginsPattern(after) && (follows || (begins && after is not (SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken)));
    }

    private SyntaxKind Kind(int index) => index >= 0 && index < tokens.Count ? tokens[index].Kind() : SyntaxKind.None;

    private static bool IsOperatorWord(string word) => word is "and" or "or" or "when" or "with";

    private static bool BeginsMember(SyntaxKind before) =>
        before is SyntaxKind.OpenBraceToken or SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken or SyntaxKind.CloseBracketToken;

    private static bool EndsOperand(SyntaxKind kind) =>
        kind is SyntaxKind.IdentifierToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken
            or SyntaxKind.GreaterThanToken or SyntaxKind.QuestionToken or SyntaxKind.ThisKeyword or SyntaxKind.BaseKeyword
            or SyntaxKind.NullKeyword or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.DefaultKeyword
        || SyntaxFacts.IsPredefinedType(kind)
        || IsLiteral(kind);

    private static bool BeginsOperand(SyntaxKind kind) =>
        kind is SyntaxKind.IdentifierToken or SyntaxKind.OpenParenToken or SyntaxKind.ExclamationToken
        || IsLiteral(kind)
        || (SyntaxFacts.IsReservedKeyword(kind) && kind is not (SyntaxKind.IsKeyword or SyntaxKind.AsKeyword or SyntaxKind.InKeyword));

    private static bool BeginsPattern(SyntaxKind kind) =>
        BeginsOperand(kind)
        || kind is SyntaxKind.OpenBraceToken or SyntaxKind.OpenBracketToken or SyntaxKind.LessThanToken or SyntaxKind.GreaterThanToken
            or SyntaxKind.LessThanEqualsToken or SyntaxKind.GreaterThanEqualsToken or SyntaxKind.MinusToken;

    private static bool IsLiteral(SyntaxKind kind) =>
        kind is SyntaxKind.NumericLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken
            or SyntaxKind.InterpolatedStringToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken;
}
