using System.Text;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Host;

/// <summary>
/// What cells show and print until it is sent, within a bound: what is too much is left out, with a note. Not thread-safe.
/// </summary>
internal sealed class PendingOutput
{
    /// <summary>How many characters may wait to be sent.</summary>
    public const int Limit = 1 << 20;

    /// <summary>How many characters of a line without an end are held back.</summary>
    public const int HeldLimit = 16 * 1024;

    /// <summary>How long a line without an end is held back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly List<(string Stream, StringBuilder Text)> _pending = [];
    private int _length;
    private int _dropped;
    private TimeSpan _begun;

    /// <summary>Adds a piece of text that came at <paramref name="now"/>.</summary>
    public void Add(string stream, ReadOnlySpan<char> text, TimeSpan now)
    {
        int taken = Math.Min(text.Length, Limit - _length);
        _dropped += text.Length - taken;
        _length += taken;
        if (_pending.Count == 0 || !string.Equals(_pending[^1].Stream, stream, StringComparison.Ordinal))
        {
            _pending.Add((stream, new StringBuilder()));
        }

        var pending = _pending[^1].Text;
        if (pending.Length == 0 || IsEnd(pending[^1]) || text.IndexOfAny('\n', '\r') >= 0)
        {
            _begun = now; // the last line begins with this piece
        }

        pending.Append(text[..taken]);
    }

    /// <summary>
    /// Takes out what is to be sent at <paramref name="now"/>: whole lines, where a carriage return is an end too, because a progress bar
    /// may have no other; and the last line without an end if it is long or has waited for long.
    /// </summary>
    /// <param name="all">Whether the last line is taken in any case.</param>
    /// <param name="now">The time.</param>
    public List<(string Stream, string Text)> Take(bool all, TimeSpan now)
    {
        var taken = new List<(string Stream, string Text)>();
        if (_pending.Count == 0 && _dropped == 0)
        {
            return taken;
        }

        string rest = all || _pending.Count == 0 ? "" : Held(_pending[^1].Text.ToString(), now - _begun >= Patience);
        string last = _pending.Count == 0 ? "" : _pending[^1].Stream;
        if (rest.Length > 0)
        {
            _pending[^1].Text.Length -= rest.Length;
        }

        taken.AddRange(_pending.Where(item => item.Text.Length > 0).Select(item => (item.Stream, item.Text.ToString())));
        _pending.Clear();
        _length = rest.Length;
        if (_dropped > 0)
        {
            taken.Add((StreamOutput.StandardError, FormattableString.Invariant($"[{_dropped} characters are not in this log]\n")));
            _dropped = 0;
        }

        if (rest.Length > 0)
        {
            _pending.Add((last, new StringBuilder(rest)));
        }

        return taken;
    }

    private static string Held(string text, bool isOld)
    {
        string line = text[(text.AsSpan().LastIndexOfAny('\n', '\r') + 1)..];
        return !isOld && line.Length < HeldLimit ? line
            : line.Length > 0 && char.IsHighSurrogate(line[^1]) ? line[^1..] // half a character
            : "";
    }

    private static bool IsEnd(char c) => c is '\n' or '\r';
}
