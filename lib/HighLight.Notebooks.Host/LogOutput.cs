using System.Text;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Host;

/// <summary>
/// Reports what cells show while they run, line by line. A cell never waits for it: text is sent by a thread of its own, and what comes
/// faster than it is taken is left out of the log, with a note.
/// </summary>
internal sealed class LogOutput : IOutputListener
{
    /// <summary>How many characters may wait to be sent.</summary>
    private const int Limit = 1 << 20;

    /// <summary>How many characters an event holds at most.</summary>
    private const int EventLimit = 16 * 1024;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a line without an end is held back.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly Lock _sending = new();
    private readonly EventStream _events;
    private readonly List<(string Stream, StringBuilder Text)> _pending = [];
    private int _cell;
    private int _length;
    private int _dropped;
    private long _lastText;

    public LogOutput(EventStream events)
    {
        _events = events;
        new Thread(SendForEver) { IsBackground = true, Name = "log" }.Start();
    }

    /// <summary>Says which cell runs from now on.</summary>
    public void CellStarted(int cell)
    {
        lock (_lock)
        {
            _cell = cell;
        }
    }

    public void Text(string stream, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            int taken = Math.Min(text.Length, Limit - _length);
            _dropped += text.Length - taken;
            _length += taken;
            _lastText = Environment.TickCount64;
            if (_pending.Count == 0 || !string.Equals(_pending[^1].Stream, stream, StringComparison.Ordinal))
            {
                _pending.Add((stream, new StringBuilder()));
            }

            _pending[^1].Text.Append(text[..taken]);
        }
    }

    public void Shown(CellOutput output)
    {
        var (stream, text) = output switch
        {
            ErrorOutput error => ("error", string.Join('\n', error.Traceback)),
            DisplayDataOutput display => ("display", Plain(display.Data)),
            ExecuteResultOutput result => ("display", Plain(result.Data)),
            StreamOutput written => (written.Name, written.Text),
            _ => ("display", ""),
        };
        Text(stream, text.EndsWith('\n') ? text : text + "\n");
    }

    /// <summary>Sends what is there.</summary>
    /// <param name="all">Whether also a line that has no end yet.</param>
    public void Send(bool all)
    {
        lock (_sending)
        {
            foreach (var (cell, stream, text) in Take(all))
            {
                for (int start = 0; start < text.Length;)
                {
                    int length = Math.Min(EventLimit, text.Length - start);
                    length -= start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]) ? 1 : 0;
                    _events.Output(cell, stream, text.Substring(start, length));
                    start += length;
                }
            }
        }
    }

    // What has no plain text is named by its type.
    private static string Plain(MimeBundle data) =>
        data.Text(MimeTypes.PlainText) ?? $"[{string.Join(", ", data.Entries.Select(entry => entry.MimeType))}]";

    private void SendForEver()
    {
        while (true)
        {
            Thread.Sleep(Interval);
            Send(all: false);
        }
    }

    private List<(int Cell, string Stream, string Text)> Take(bool all)
    {
        var taken = new List<(int Cell, string Stream, string Text)>();
        lock (_lock)
        {
            if (_length == 0 && _dropped == 0)
            {
                return taken;
            }

            bool patient = !all && Environment.TickCount64 - _lastText < Patience.TotalMilliseconds;
            string rest = patient ? Tail(_pending[^1].Text.ToString()) : "";
            string last = _pending[^1].Stream;
            _pending[^1].Text.Length -= rest.Length;
            taken.AddRange(_pending.Where(item => item.Text.Length > 0).Select(item => (_cell, item.Stream, item.Text.ToString())));
            _pending.Clear();
            _length = rest.Length;
            if (_dropped > 0)
            {
                taken.Add((_cell, StreamOutput.StandardError, Invariant($"[{_dropped} characters are not in this log]\n")));
                _dropped = 0;
            }

            if (rest.Length > 0)
            {
                _pending.Add((last, new StringBuilder(rest)));
            }
        }

        return taken;
    }

    private static string Tail(string text) => text[(text.LastIndexOf('\n') + 1)..];
}
