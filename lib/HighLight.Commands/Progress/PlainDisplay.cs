using System.Collections.Immutable;
using System.Globalization;
using HighLight.Commands.Formatting;
using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Progress;

/// <summary>
/// Progress as lines of text, for logs: a line when a notebook starts, warns, fails or ends, and a sign of life from long ones.
/// </summary>
/// <param name="output">Where the lines go.</param>
/// <param name="jobs">The batch.</param>
/// <param name="time">Measures how long they run.</param>
/// <param name="logsOutput">Whether what the cells show and print is written as well.</param>
internal sealed class PlainDisplay(TextWriter output, ImmutableArray<NotebookJob> jobs, TimeProvider time, bool logsOutput = false)
    : IBatchDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly BatchProgress _progress = new(jobs, time);
    private readonly OutputLog[] _logs =
        [.. jobs.Select((job, index) => new OutputLog($"{Number(index, jobs.Length)} {TerminalText.Clean(job.Name)}"))];
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public void Started(int index)
    {
        _progress.Start(index);
        Write([Label(index) + ": started"]);
    }

    /// <inheritdoc/>
    public void Reported(int index, HostEvent hostEvent)
    {
        _progress.Apply(index, hostEvent);
        lock (_lock)
        {
            Write(logsOutput ? _logs[index].Add(hostEvent) : []);
            Write(hostEvent switch
            {
                CellError error => [NotebookFailure.Describe(jobs[index].Name, error)],
                HostWarning warning => [NotebookWarning.Describe(jobs[index].Name, warning.Message)],
                _ => [],
            });
        }
    }

    /// <inheritdoc/>
    public void Finished(int index, NotebookResult result)
    {
        lock (_lock)
        {
            Write(_logs[index].Flush());
            Write([Line(index, _progress.Finish(index, result))]);
        }
    }

    /// <inheritdoc/>
    public async Task ShowAsync(Task work)
    {
        for (var tick = 1; await Task.WhenAny(work, Task.Delay(Interval, time)) != work; tick++)
        {
            ShowBegunLines();
            if (IsSignOfLife(tick))
            {
                ShowRunning();
            }
        }
    }

    /// <summary>Whether running notebooks give a sign of life at this tick: every 5 s in the first minute, every 30 s after it.</summary>
    internal static bool IsSignOfLife(int tick) => tick <= 12 || tick % 6 == 0;

    /// <summary>Writes a line for each notebook that runs now.</summary>
    internal void ShowRunning() =>
        Write(_progress.Snapshot().Index().Where(item => item.Item.IsRunning).Select(item => Line(item.Index, item.Item)));

    /// <summary>Writes what cells printed of lines that have no end yet: a progress bar may be all that a long cell prints.</summary>
    internal void ShowBegunLines()
    {
        lock (_lock)
        {
            Write(_logs.SelectMany(log => log.Flush()));
        }
    }

    private static string Number(int index, int count)
    {
        var total = count.ToString(CultureInfo.InvariantCulture);
        return $"{(index + 1).ToString(CultureInfo.InvariantCulture).PadLeft(total.Length)}/{total}";
    }

    private string Label(int index) => $"[{Number(index, jobs.Length)}] {TerminalText.Clean(jobs[index].Name)}";

    private string Line(int index, NotebookProgress notebook)
    {
        if (notebook.StartedAt is null)
        {
            return $"{Label(index)}: {notebook.Status}";
        }

        var cells = notebook.Cells is null ? "" : $", {notebook.CellCount} cells";
        var warnings = notebook.Warnings == 0 ? "" : $", {notebook.WarningCount}";
        return $"{Label(index)}: {notebook.Status}{cells}{warnings}, {ElapsedTime.Format(_progress.Elapsed(notebook))}";
    }

    private void Write(IEnumerable<string> lines)
    {
        lock (_lock)
        {
            var any = false;
            foreach (var line in lines)
            {
                output.WriteLine(line);
                any = true;
            }

            if (any)
            {
                output.Flush();
            }
        }
    }
}
