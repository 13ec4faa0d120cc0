using System.Buffers;

namespace HighLight.Notebooks.Html.Terminal;

/// <summary>
/// Finds the ends of escape sequences (ECMA-48, with BEL as another end of operating system commands, as xterm has it). The time is linear
/// in the text, also where sequences have no end.
/// </summary>
internal sealed class EscapeScanner(string text)
{
    private const char Escape = '\x1b';
    private const char StringTerminator = '\x9c';

    private static readonly SearchValues<char> CommandEnds = SearchValues.Create([Escape, StringTerminator, '\a', '\n', '\r']);
    private static readonly SearchValues<char> StringEnds = SearchValues.Create([Escape, StringTerminator]);

    private int _unterminated = int.MaxValue;

    /// <summary>Whether the character introduces a sequence.</summary>
    public static bool IsIntroducer(char c) => c is Escape or (>= '\x80' and <= '\x9f');

    /// <summary>The sequence that begins at an introducer.</summary>
    public EscapeSequence At(int index)
    {
        char c = text[index];
        if (c != Escape)
        {
            // The one-character forms: CSI is 9B, OSC 9D, and so on.
            return After((char)(c - 0x40), index + 1);
        }

        return index + 1 < text.Length && text[index + 1] is >= ' ' and < '\x7f'
            ? After(text[index + 1], index + 2)
            : new EscapeSequence(c, index + 1, 0, index + 1);
    }

    private EscapeSequence After(char kind, int start) => kind switch
    {
        '[' => Control(start),
        ']' => String(kind, start, text.AsSpan(start).IndexOfAny(CommandEnds)),
        'P' or 'X' or '^' or '_' => String(kind, start, Terminator(start)),
        >= ' ' and <= '/' => Designation(kind, start),
        _ => new EscapeSequence(kind, start, 0, start),
    };

    private EscapeSequence Control(int start)
    {
        int end = Skip(Skip(start, '\x30', '\x3f'), ' ', '/');
        bool complete = end < text.Length && text[end] is >= '@' and <= '~';
        return new EscapeSequence('[', start, complete ? end + 1 - start : 0, complete ? end + 1 : end);
    }

    private EscapeSequence Designation(char kind, int start)
    {
        int end = Skip(start, ' ', '/');
        return new EscapeSequence(kind, start, 0, end < text.Length && text[end] is >= '0' and <= '~' ? end + 1 : end);
    }

    private int Skip(int index, char from, char to)
    {
        while (index < text.Length && text[index] >= from && text[index] <= to)
        {
            index++;
        }

        return index;
    }

    // Once no terminator was found, there is none further on either.
    private int Terminator(int start)
    {
        int end = start >= _unterminated ? -1 : text.AsSpan(start).IndexOfAny(StringEnds);
        _unterminated = end < 0 ? Math.Min(_unterminated, start) : _unterminated;
        return end >= 0 ? end : text.AsSpan(start).IndexOfAny('\n', '\r');
    }

    // A line's end and the next escape end a string that has no end of its own; they do not belong to it.
    private EscapeSequence String(char kind, int start, int length)
    {
        length = length < 0 ? text.Length - start : length;
        int end = start + length;
        int terminator = end >= text.Length || text[end] is '\n' or '\r' ? 0
            : text[end] != Escape ? 1
            : end + 1 < text.Length && text[end + 1] == '\\' ? 2
            : 0;
        return new EscapeSequence(kind, start, length, end + terminator);
    }
}
