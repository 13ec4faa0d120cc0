namespace HighLight.Notebooks.Packages;

/// <summary>The lines of a cell as the compiler counts them.</summary>
internal sealed class CellLines
{
    private readonly string _code;
    private readonly List<int> _starts = [0];

    public CellLines(string code)
    {
        _code = code;
        for (int i = 0; i < code.Length; i++)
        {
            bool crlf = code[i] == '\r' && i + 1 < code.Length && code[i + 1] == '\n';
            if (IsEnd(code[i]) && !crlf)
            {
                _starts.Add(i + 1);
            }
        }
    }

    public static bool IsEnd(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>The number of the line that a position is in, from 1.</summary>
    public int Number(int position) => _starts.BinarySearch(position) is >= 0 and var exact ? exact + 1 : ~_starts.BinarySearch(position);

    /// <summary>Where the line after a position begins; the length of the cell on its last line.</summary>
    public int Next(int position) => Number(position) is var line && line < _starts.Count ? _starts[line] : _code.Length;

    /// <summary>The rest of the line from a position on, without its end.</summary>
    public ReadOnlySpan<char> Rest(int position) => _code.AsSpan(position, Next(position) - position).TrimEnd("\n\r\u0085\u2028\u2029");
}
