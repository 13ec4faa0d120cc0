using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>Divides a cell at its magic commands, which are added one after another from its beginning to its end.</summary>
/// <param name="code">The cell.</param>
internal sealed class CellDivision(string code)
{
    /// <summary>How many magic commands and Markdown sections a cell may have.</summary>
    public const int SectionLimit = 1000;

    /// <summary>How many blank lines may stand before the parts of a cell, which keep the numbers of their lines by them.</summary>
    public const int PaddingLimit = 1 << 22;

    private readonly CellLines _lines = new(code);
    private readonly char[] _text = code.ToCharArray();
    private readonly List<(int Start, int End, CellSection Section)> _divisions = [];

    private int _padding;

    /// <summary>The code; what is not C# has become a comment or blanks.</summary>
    public string Code => new(_text);

    public bool IsTimed { get; private set; }

    public static string FirstWord(string directive) => directive.Split([' ', '\t'], 2)[0];

    /// <summary>The rest of the line from a position on, trimmed.</summary>
    public string Line(int position) => _lines.Rest(position).Trim().ToString();

    /// <summary>The line of a position, from 1.</summary>
    public int LineNumber(int position) => _lines.Number(position);

    /// <summary>Turns the two characters at a position into the beginning of a comment.</summary>
    public void Comment(int position) => _text.AsSpan(position, 2).Fill('/');

    /// <summary>Takes in a magic command.</summary>
    /// <returns>Where code goes on after a Markdown section; null for any other command.</returns>
    /// <exception cref="DirectiveException">There are too many, or one that takes no arguments has some.</exception>
    public int? AddMagic(int position, string directive)
    {
        string name = FirstWord(directive);
        string arguments = directive[name.Length..].Trim();
        int line = LineNumber(position);
        bool own = MagicCommands.IsCSharp(name) || name is MagicCommands.Time or MagicCommands.Markdown;
        if (own && arguments.Length > 0 && !arguments.StartsWith("//", StringComparison.Ordinal))
        {
            throw new DirectiveException(
                line, $"'{name}' takes no arguments, but '{arguments}' follows it; write it on a line of its own.");
        }

        if (name is MagicCommands.Markdown)
        {
            return AddMarkdown(position, line);
        }

        Comment(position);
        IsTimed |= name is MagicCommands.Time;
        if (!own)
        {
            Add(position, position + _lines.Rest(position).Length, new DirectiveSection(line, name, arguments));
        }

        return null;
    }

    /// <summary>The parts of the cell, in order; parts without text are left out.</summary>
    /// <exception cref="DirectiveException">It has too many parts for its number of lines.</exception>
    public ImmutableArray<CellSection> Sections()
    {
        if (_divisions.Count == 0)
        {
            return [new CodeSection(1, Code)];
        }

        _padding = 0;
        var sections = ImmutableArray.CreateBuilder<CellSection>();
        int start = 0;
        foreach (var division in _divisions)
        {
            AddCode(sections, start, division.Start);
            sections.Add(division.Section);
            start = division.End;
        }

        AddCode(sections, start, code.Length);
        return sections.ToImmutable();
    }

    private void AddCode(ImmutableArray<CellSection>.Builder sections, int start, int end)
    {
        ReadOnlySpan<char> text = _text.AsSpan(start, end - start);
        if (!text.IsWhiteSpace())
        {
            int line = LineNumber(start);
            _padding += line - 1;
            if (_padding > PaddingLimit)
            {
                throw new DirectiveException(line, "The cell has too many magic commands for its number of lines; divide it.");
            }

            sections.Add(new CodeSection(line, string.Concat(new string('\n', line - 1), text)));
        }
    }

    private int AddMarkdown(int position, int line)
    {
        int start = _lines.Next(position);
        int end = start;
        while (end < code.Length && !MagicCommands.IsMagic(_lines.Rest(end)))
        {
            end = _lines.Next(end);
        }

        foreach (ref char c in _text.AsSpan(position, end - position))
        {
            c = CellLines.IsEnd(c) ? c : ' ';
        }

        Add(position, end, new MarkdownSection(line, code[start..end].Trim()));
        return end;
    }

    private void Add(int start, int end, CellSection section)
    {
        if (_divisions.Count == SectionLimit)
        {
            throw new DirectiveException(
                section.Line, Invariant($"A cell may hold {SectionLimit} magic commands, this one holds more; divide it."));
        }

        _divisions.Add((start, end, section));
    }
}
