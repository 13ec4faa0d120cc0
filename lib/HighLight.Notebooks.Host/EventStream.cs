using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Host;

/// <summary>Tells the parent process what happens: a JSON object a line on the standard output, which the cells themselves do not reach through Console.</summary>
internal sealed class EventStream(Stream output, int cells) : IRunObserver
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public void Started(string notebook) => Send(new { Event = "started", Notebook = notebook, Cells = cells });

    public void Finished(NotebookRun run) => Send(new { Event = "finished", Ok = run.Failed == 0, run.Executed, run.Failed });

    public void Invalid(string message) => Send(new { Event = "invalid", Message = message });

    public void CellStarted(int cell) => Send(new { Event = "cell-started", Cell = cell, Cells = cells });

    public void CellFinished(int cell, CellError? error, TimeSpan elapsed)
    {
        Send(new { Event = "cell-finished", Cell = cell, Ok = error is null, Seconds = Math.Round(elapsed.TotalSeconds, 3) });
        if (error is not null)
        {
            Send(new { Event = "error", Cell = cell, error.Line, error.Name, error.Message });
        }
    }

    private void Send(object message)
    {
        // Begins a line of its own, whatever a native library printed before it without a line end.
        output.Write([(byte)'\n', .. JsonSerializer.SerializeToUtf8Bytes(message, Options), (byte)'\n']);
        output.Flush();
    }
}
