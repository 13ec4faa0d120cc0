using System.Collections.Immutable;
using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Progress;

/// <summary>Where all notebooks of a batch stand. Thread-safe.</summary>
/// <param name="jobs">The batch.</param>
/// <param name="time">Measures how long they run.</param>
internal sealed class BatchProgress(ImmutableArray<NotebookJob> jobs, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly NotebookProgress[] _notebooks = [.. jobs.Select(job => new NotebookProgress(job.Name))];

    /// <summary>All notebooks as they stand now.</summary>
    public ImmutableArray<NotebookProgress> Snapshot()
    {
        lock (_lock)
        {
            return [.. _notebooks];
        }
    }

    /// <summary>The notebook is about to be started.</summary>
    public NotebookProgress Start(int index) => Update(index, notebook => notebook with { StartedAt = time.GetTimestamp() });

    /// <summary>The notebook's host reported something.</summary>
    public NotebookProgress Apply(int index, HostEvent hostEvent) => Update(index, notebook => hostEvent switch
    {
        NotebookStarted started => notebook with { Cells = started.Cells },
        CellFinished => notebook with { CellsDone = notebook.CellsDone + 1 },
        HostWarning => notebook with { Warnings = notebook.Warnings + 1 },
        _ => notebook,
    });

    /// <summary>The notebook came to its end.</summary>
    public NotebookProgress Finish(int index, NotebookResult result) =>
        Update(index, notebook => notebook with { Outcome = result.Outcome, Took = Elapsed(notebook) });

    /// <summary>How long the notebook has run, or ran.</summary>
    public TimeSpan Elapsed(NotebookProgress notebook) =>
        notebook.Took ?? (notebook.StartedAt is { } start ? time.GetElapsedTime(start) : TimeSpan.Zero);

    private NotebookProgress Update(int index, Func<NotebookProgress, NotebookProgress> change)
    {
        lock (_lock)
        {
            return _notebooks[index] = change(_notebooks[index]);
        }
    }
}
