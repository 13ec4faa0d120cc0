using System.Collections.Immutable;
using System.Globalization;

namespace HighLight.Sparsity;

/// <summary>
/// Reads the specification grammar and collects every violation:
/// <code>
/// specification := rank (('→' | '-&gt;') rank)*
/// rank          := letters digits? ['(' rule ')'] | rule          a bare rule stands for a split of C
/// rule          := 'unconstrained' | values ':' values
/// values        := integer | '{' integer (',' integer)* '}' | '{' [integer le] ('G' | 'H') le integer '}'
/// le            := '≤' | '&lt;='
/// </code>
/// </summary>
internal sealed class SpecificationParser(string text)
{
    internal const string UnconstrainedWord = "unconstrained";

    private const int MaxRanks = HssPattern.MaxRanks;

    /// <summary>How much of the text a message repeats.</summary>
    private const int Shown = 20;

    private readonly List<SparsityError> _errors = [];
    private readonly List<(RankSpecification Rank, int Position, int Length)> _ranks = [];
    private readonly List<(RankRule Rule, int Position, int Length)> _bareRules = [];
    private int _position;
    private int _read;

    /// <summary>Whether a rank could not be read: what the others say of each other is no news then.</summary>
    private bool _lostRank;

    public static (ImmutableArray<RankSpecification> Ranks, ImmutableArray<SparsityError> Errors) Parse(string text)
    {
        var parser = new SpecificationParser(text);
        parser.ReadSpecification();
        parser.NameBareRules();
        if (!parser._lostRank)
        {
            parser._errors.AddRange(RankNameRules.Violations(parser._ranks));
        }

        return ([.. parser._ranks.Select(r => r.Rank)], [.. parser._errors.OrderBy(e => e.Position)]);
    }

    private void ReadSpecification()
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(0, text.Length, "There is no rank.", "Write at least one rank, for example RS→C1→C0(2:4).");
            return;
        }

        while (true)
        {
            SkipSpace();
            if (_read++ == MaxRanks)
            {
                Report(_position, text.Length - _position, $"There are more than {MaxRanks} ranks.", "Flatten or drop ranks that carry no rule.");
                return;
            }

            ReadRank();
            SkipSpace();
            if (_position >= text.Length)
            {
                return;
            }

            if (!TryArrow())
            {
                var start = _position;
                SkipToArrow();
                _lostRank = true;
                Report(start, _position - start, $"'{Excerpt(start, _position)}' stands where '→' was expected.", "Join ranks by '→' or '->'.");
                if (!TryArrow())
                {
                    return;
                }
            }
        }
    }

    private void ReadRank()
    {
        var start = _position;
        while (_position < text.Length && char.IsAsciiLetter(text[_position]))
        {
            _position++;
        }

        var letters = text[start.._position];
        if (letters.Length == 0)
        {
            ReadBareRule(start);
            return;
        }

        int? index = null;
        if (_position < text.Length && char.IsAsciiDigit(text[_position]))
        {
            index = ReadInteger("A split index", 0, MaxRanks - 1);
            _lostRank |= index is null;
        }

        var nameEnd = _position;
        var distinct = string.Concat(letters.Distinct());
        _lostRank |= distinct.Length != letters.Length;
        if (letters.Any(char.IsAsciiLetterLower))
        {
            Report(start, nameEnd - start, $"'{Excerpt(letters)}' is not a rank name: dimensions are upper-case letters.", $"Did you mean {Excerpt(letters.ToUpperInvariant())}?");
        }
        else if (distinct.Length != letters.Length)
        {
            Report(start, nameEnd - start, $"Rank {Excerpt(letters)} names a dimension twice.", $"Did you mean {distinct}?");
        }

        var rule = RankRule.Dense;
        SkipSpace();
        if (_position < text.Length && text[_position] == '(')
        {
            _position++;
            rule = ReadRule(Invariant($"Rank {Excerpt(letters)}{index}")) ?? rule;
            CloseParenthesis();
        }
        else
        {
            _position = nameEnd;
        }

        _ranks.Add((new RankSpecification(new RankName(letters, index), rule), start, _position - start));
    }

    private void ReadBareRule(int start)
    {
        if (_position < text.Length && (char.IsAsciiDigit(text[_position]) || text[_position] == '{'))
        {
            var rule = ReadRule(Invariant($"Rule {_bareRules.Count + 1}"));
            _bareRules.Add((rule ?? RankRule.Dense, start, _position - start));
            return;
        }

        SkipToArrow();
        _lostRank = true;
        var found = Excerpt(start, _position);
        Report(start, _position - start, found.Length == 0 ? "A rank is missing." : $"'{found}' is not a rank.", "Write a name such as C1, with or without a rule: C1(3:4).");
    }

    private RankRule? ReadRule(string rank)
    {
        SkipSpace();
        var start = _position;
        if (_position < text.Length && char.IsAsciiLetter(text[_position]))
        {
            while (_position < text.Length && char.IsAsciiLetter(text[_position]))
            {
                _position++;
            }

            if (string.Equals(text[start.._position], UnconstrainedWord, StringComparison.Ordinal))
            {
                return RankRule.Unconstrained;
            }

            Report(start, _position - start, $"'{Excerpt(start, _position)}' is not a rule.", $"Rules are G:H (for example 2:4), a range (2:{{2≤H≤4}}) or {UnconstrainedWord}.");
            SkipRule();
            return null;
        }

        var g = ReadValues('G');
        SkipSpace();
        if (g is null || _position >= text.Length || text[_position] != ':')
        {
            if (g is not null)
            {
                Report(_position, 0, $"{rank} has no ':' between G and H.", "Write G:H, for example 2:4.");
            }

            SkipRule();
            return null;
        }

        _position++;
        var h = ReadValues('H');
        if (h is null)
        {
            SkipRule();
            return null;
        }

        if (g.Min <= h.Max)
        {
            return RankRule.Structured(new GhRange(g, h));
        }

        var fix = g.IsSingle && h.IsSingle ? Invariant($"Did you mean {h.Min}:{g.Min}?") : Invariant($"Let H reach {g.Min} or lower G.");
        var keeps = g.IsSingle && h.IsSingle ? Invariant($"{rank} keeps {g.Min} of {h.Min}: G must be in 1..{h.Min}.") : Invariant($"{rank} has no rule with G ≤ H: G must be in 1..{h.Max}.");
        Report(start, _position - start, keeps, fix);
        return null;
    }

    private ValueSet? ReadValues(char variable)
    {
        SkipSpace();
        if (_position < text.Length && char.IsAsciiDigit(text[_position]))
        {
            return ReadInteger(variable.ToString(), 1, Gh.MaxH) is { } value ? ValueSet.Of(value) : null;
        }

        var start = _position;
        if (_position >= text.Length || text[_position] != '{')
        {
            Report(start, 0, $"{variable} is missing.", $"{variable} is an integer, {{2≤{variable}≤4}} or {{2,4}}.");
            return null;
        }

        _position++;
        var values = ReadBraced(variable, start);
        SkipSpace();
        if (values is not null && (_position >= text.Length || text[_position] != '}'))
        {
            Report(_position, 0, $"The values of {variable} are not closed.", "Close them with '}'.");
            return null;
        }

        _position = Math.Min(_position + 1, text.Length);
        return values;
    }

    private ValueSet? ReadBraced(char variable, int start)
    {
        var min = 1;
        SkipSpace();
        if (_position < text.Length && char.IsAsciiDigit(text[_position]))
        {
            if (ReadInteger(variable.ToString(), 1, Gh.MaxH) is not { } first)
            {
                return null;
            }

            if (!TryLessOrEqual())
            {
                return ReadList(variable, first);
            }

            min = first;
        }

        SkipSpace();
        if (_position >= text.Length || text[_position] != variable)
        {
            Report(_position, 0, $"An interval of {variable} names {variable}.", $"Write {{2≤{variable}≤4}}.");
            return null;
        }

        _position++;
        if (!TryLessOrEqual())
        {
            Report(_position, 0, Invariant($"The interval of {variable} has no upper end."), Invariant($"Write {{{min}≤{variable}≤8}}."));
            return null;
        }

        SkipSpace();
        if (ReadInteger(variable.ToString(), 1, Gh.MaxH) is not { } max)
        {
            return null;
        }

        if (max < min)
        {
            Report(start, _position - start, Invariant($"The interval {min}≤{variable}≤{max} is empty."), Invariant($"Did you mean {{{max}≤{variable}≤{min}}}?"));
            return null;
        }

        return ValueSet.Interval(min, max);
    }

    private ValueSet? ReadList(char variable, int first)
    {
        List<int> values = [first];
        SkipSpace();
        while (_position < text.Length && text[_position] == ',')
        {
            _position++;
            SkipSpace();
            if (ReadInteger(variable.ToString(), 1, Gh.MaxH) is not { } next)
            {
                return null;
            }

            values.Add(next);
            SkipSpace();
        }

        return ValueSet.Of([.. values]);
    }

    private int? ReadInteger(string what, int min, int max)
    {
        var start = _position;
        while (_position < text.Length && char.IsAsciiDigit(text[_position]))
        {
            _position++;
        }

        var digits = text[start.._position];
        if (digits.Length == 0)
        {
            Report(start, 0, Invariant($"{what} is not an integer here."), Invariant($"Write an integer in {min}..{max}."));
            return null;
        }

        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        Report(start, digits.Length, Invariant($"{what} must be in {min}..{max}, not {Excerpt(digits)}."), Invariant($"Write an integer in {min}..{max}."));
        return null;
    }

    private void NameBareRules()
    {
        if (_bareRules.Count > 0 && _ranks.Count > 0)
        {
            var (_, position, length) = _bareRules[0];
            Report(position, length, "Some ranks are named and some are not.", "Name every rank, C1(4:8)→C0(2:4), or none, 4:8→2:4.");
            return;
        }

        for (var i = 0; i < _bareRules.Count; i++)
        {
            var (rule, position, length) = _bareRules[i];
            _ranks.Add((new RankSpecification(new RankName("C", _bareRules.Count - 1 - i), rule), position, length));
        }
    }

    private void CloseParenthesis()
    {
        SkipSpace();
        if (_position < text.Length && text[_position] == ')')
        {
            _position++;
            return;
        }

        Report(_position, 0, "The rule is not closed.", "Close it with ')'.");
        SkipRule();
        if (_position < text.Length && text[_position] == ')')
        {
            _position++;
        }
    }

    /// <summary>The beginning of a part of the text: messages stay short whatever was read.</summary>
    private static string Excerpt(string part) => part.Length > Shown ? part[..Shown] + "…" : part;

    private string Excerpt(int start, int end) => Excerpt(text[start..end].Trim());

    private bool TryArrow() => Try("→") || Try("->");

    private bool TryLessOrEqual()
    {
        SkipSpace();
        return Try("≤") || Try("<=");
    }

    private bool Try(string token)
    {
        if (string.CompareOrdinal(text, _position, token, 0, token.Length) != 0)
        {
            return false;
        }

        _position += token.Length;
        return true;
    }

    private bool AtArrow() => text[_position] == '→' || (text[_position] == '-' && _position + 1 < text.Length && text[_position + 1] == '>');

    private void SkipToArrow()
    {
        while (_position < text.Length && !AtArrow())
        {
            _position++;
        }
    }

    private void SkipRule()
    {
        while (_position < text.Length && text[_position] != ')' && !AtArrow())
        {
            _position++;
        }
    }

    private void SkipSpace()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }
    }

    private void Report(int position, int length, string message, string fix) => _errors.Add(new SparsityError(position, length, message, fix));
}
