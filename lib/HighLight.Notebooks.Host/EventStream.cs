using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HighLight.Notebooks.Execution;
using HighLight.Notebooks.Host.Native;

namespace HighLight.Notebooks.Host;

/// <summary>
/// Tells the parent process what happens: a JSON object a line on the standard output, which cells do not reach. Thread-safe.
/// </summary>
/// <param name="output">The standard output.</param>
internal sealed class EventStream(EventOutput output)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private readonly Lock _lock = new();

    public void Started(string notebook, int cells) => Send(new { Event = "started", Notebook = notebook, Cells = cells });

    public void Warning(string message) => Send(new { Event = "warning", Message = message });

    public void CellStarted(int cell, int cells) => Send(new { Event = "cell-started", Cell = cell, Cells = cells });

    public void Output(int cell, string stream, string text) => Send(new { Event = "output", Cell = cell, Stream = stream, Text = text });

    public void CellFinished(int cell, bool ok, TimeSpan elapsed, bool skipped = false) =>
        Send(new { Event = "cell-finished", Cell = cell, Ok = ok, Seconds = Math.Round(elapsed.TotalSeconds, 3), Skipped = skipped });

    public void Error(int cell, CellError error) => Send(new { Event = "error", Cell = cell, error.Line, error.Name, error.Message });

    public void TimedOut(int? cell, TimeSpan limit, string scope) =>
        Send(new { Event = "timed-out", Cell = cell, Seconds = limit.TotalSeconds, Scope = scope });

    public void Cancelled(int? cell, string? signal) => Send(new { Event = "cancelled", Cell = cell, Signal = signal });

    public void Finished(NotebookRun run) => Send(new { Event = "finished", Ok = run.Failed == 0, run.Executed, run.Failed });

    public void Invalid(string message) => Send(new { Event = "invalid", Message = message });

    public void WriteFailed(string message) => Send(new { Event = "write-failed", Message = message });

    private void Send(object message)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(message, Options);
        lock (_lock)
        {
            try
            {
                // Begins a line of its own, whatever a native library printed before it without a line end (on Windows, where it shares the
                // stream).
                output.Write([(byte)'\n', .. json, (byte)'\n']);
            }
            catch (IOException)
            {
                // Nobody listens any more; the run goes on, unless its supervisor has died, which is noticed elsewhere.
            }
        }
    }
}
