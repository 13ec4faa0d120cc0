using System.Globalization;

namespace HighLight.Notebooks.Html.Terminal;

/// <summary>
/// A line of a terminal while it is written: text goes where the cursor stands, over what stands there. It is kept in long runs until the
/// cursor goes back for the first time, and then character by character.
/// </summary>
internal sealed class TerminalLine(string text)
{
    private readonly List<TerminalRun> _runs = [];
    private bool _returned;
    private bool _split;
    private int _cursor;

    // So many characters at the start are blanks, so that they need not be erased again.
    private int _erased;

    public IReadOnlyList<TerminalRun> Runs => _runs;

    public void Write(int start, int length, TerminalStyle style)
    {
        MoveBack();
        if (!_split)
        {
            _runs.Add(new TerminalRun(start, length, style));
            return;
        }

        for (int end = start + length; start < end;)
        {
            int size = CharacterLength(start, end);
            Put(new TerminalRun(start, size, style));
            start += size;
        }
    }

    /// <summary>The cursor goes to the line's start when something is written there: before a line end a return means nothing.</summary>
    public void Return() => _returned = true;

    public void Backspace()
    {
        MoveBack();
        Split();
        _cursor = Math.Max(0, _cursor - 1);
    }

    /// <summary>Erases in the line: what follows the cursor (0), what precedes it (1), or both (2).</summary>
    public void Erase(int part)
    {
        MoveBack();
        if (part == 0 && !_split)
        {
            return;
        }

        Split();
        if (part is 0 or 2 && _cursor < _runs.Count)
        {
            _runs.RemoveRange(_cursor, _runs.Count - _cursor);
            _erased = Math.Min(_erased, _cursor);
        }

        for (int end = Math.Min(_cursor, _runs.Count); part is 1 or 2 && _erased < end; _erased++)
        {
            _runs[_erased] = new TerminalRun(-1, 1, TerminalStyle.Plain);
        }
    }

    public void Clear()
    {
        _runs.Clear();
        (_returned, _split, _cursor, _erased) = (false, false, 0, 0);
    }

    private void MoveBack()
    {
        if (_returned)
        {
            _returned = false;
            Split();
            _cursor = 0;
        }
    }

    private void Split()
    {
        if (_split)
        {
            return;
        }

        _split = true;
        var runs = _runs.ToArray();
        _runs.Clear();
        foreach (var run in runs)
        {
            Write(run.Start, run.Length, run.Style);
        }
    }

    private void Put(TerminalRun character)
    {
        if (_cursor < _runs.Count)
        {
            _runs[_cursor] = character;
            _erased = Math.Min(_erased, _cursor);
        }
        else
        {
            _runs.Add(character);
        }

        _cursor++;
    }

    private int CharacterLength(int start, int end) =>
        char.IsAscii(text[start]) && (start + 1 == end || char.IsAscii(text[start + 1]))
            ? 1
            : StringInfo.GetNextTextElementLength(text.AsSpan(start, end - start));
}
