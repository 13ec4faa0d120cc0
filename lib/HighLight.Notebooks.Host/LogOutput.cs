using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Host;

/// <summary>
/// Reports what cells show while they run, line by line. A cell never waits for it: text is sent by a thread of its own, and what comes
/// faster than it is taken is left out of the log, with a note.
/// </summary>
internal sealed class LogOutput : IOutputListener
{
    /// <summary>How many characters an event holds at most.</summary>
    private const int EventLimit = 16 * 1024;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Lock _sending = new();
    private readonly EventStream _events;
    private readonly PendingOutput _pending = new();
    private int _cell;

    public LogOutput(EventStream events)
    {
        _events = events;
        new Thread(SendForEver) { IsBackground = true, Name = "log" }.Start();
    }

    private static TimeSpan Now => TimeSpan.FromMilliseconds(Environment.TickCount64);

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
            _pending.Add(stream, text, Now);
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
            var (cell, pieces) = Take(all);
            foreach (var (stream, text) in pieces)
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

    private (int Cell, List<(string Stream, string Text)> Pieces) Take(bool all)
    {
        lock (_lock)
        {
            return (_cell, _pending.Take(all, Now));
        }
    }
}
