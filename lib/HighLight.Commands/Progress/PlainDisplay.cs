using System.Collections.Immutable;
using System.Globalization;
using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Progress;

/// <summary>Progress as lines of text, for logs: a line when a notebook starts, fails or ends, and a sign of life from long ones.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="jobs">The batch.</param>
/// <param name="time">Measures how long they run.</param>
internal sealed class PlainDisplay(TextWriter output, ImmutableArray<NotebookJob> jobs, TimeProvider time) : IBatchDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly BatchProgress _progress = new(jobs, time);
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public void Started(int index)
    {
        _progress.Start(index);
        Write(Label(index) + ": started");
    }

    /// <inheritdoc/>
    public void Reported(int index, HostEvent hostEvent)
    {
        _progress.Apply(index, hostEvent);
        if (hostEvent is CellError error)
        {
            Write(NotebookFailure.Describe(jobs[index].Name, error));
        }
    }

    /// <inheritdoc/>
    public void Finished(int index, NotebookResult result) => Write(Line(index, _progress.Finish(index, result)));

    /// <inheritdoc/>
    public async Task ShowAsync(Task work)
    {
        for (var tick = 1; await Task.WhenAny(work, Task.Delay(Interval, time)) != work; tick++)
        {
            if (IsSignOfLife(tick))
            {
                ShowRunning();
            }
        }
    }

    /// <summary>Whether running notebooks give a sign of life at this tick: every 5 s in the first minute, every 30 s after it.</summary>
    internal static bool IsSignOfLife(int tick) => tick <= 12 || tick % 6 == 0;

    /// <summary>Writes a line for each notebook that runs now.</summary>
    internal void ShowRunning()
    {
        foreach (var (index, notebook) in _progress.Snapshot().Index())
        {
            if (notebook.IsRunning)
            {
                Write(Line(index, notebook));
            }
        }
    }

    private string Label(int index)
    {
        var total = jobs.Length.ToString(CultureInfo.InvariantCulture);
        var number = (index + 1).ToString(CultureInfo.InvariantCulture).PadLeft(total.Length);
        return $"[{number}/{total}] {TerminalText.Clean(jobs[index].Name)}";
    }

    private string Line(int index, NotebookProgress notebook)
    {
        if (notebook.StartedAt is null)
        {
            return $"{Label(index)}: {notebook.Status}";
        }

        var cells = notebook.Cells is null ? "" : $", {notebook.CellCount} cells";
        return $"{Label(index)}: {notebook.Status}{cells}, {ElapsedTime.Format(_progress.Elapsed(notebook))}";
    }

    private void Write(string line)
    {
        lock (_lock)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }
}
