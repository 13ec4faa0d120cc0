using System.Text;
using HighLight.Commands.Formatting;

namespace HighLight.Commands.Progress;

/// <summary>
/// Puts the pieces that a cell prints together to lines as a terminal would show them: a carriage return begins the line anew, colours are
/// left out. Not thread-safe.
/// </summary>
internal sealed class OutputLines
{
    /// <summary>Characters after which a line that has no end is given out all the same.</summary>
    public const int MaximumLine = 4000;

    private readonly StringBuilder _line = new();
    private bool _returned;

    /// <summary>Takes in a piece of text.</summary>
    /// <returns>The lines that it completes, without their ends.</returns>
    public List<string> Add(string text)
    {
        var lines = new List<string>();
        foreach (var character in text)
        {
            if (character == '\n')
            {
                lines.Add(Take());
                continue;
            }

            if (_returned)
            {
                _line.Clear();
                _returned = false;
            }

            if (character == '\r')
            {
                _returned = true;
                continue;
            }

            _line.Append(character);
            if (_line.Length >= MaximumLine)
            {
                lines.Add(Take());
            }
        }

        return lines;
    }

    /// <summary>The line that has no end yet; null when there is none.</summary>
    public string? Flush() => _line.Length == 0 ? null : Take();

    private string Take()
    {
        var line = TerminalText.Clean(_line.ToString());
        _line.Clear();
        _returned = false;
        return line;
    }
}
