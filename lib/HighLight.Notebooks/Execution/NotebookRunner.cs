using System.Diagnostics;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution;

/// <summary>Runs a notebook from its first cell to its last, or to the first that fails.</summary>
public static class NotebookRunner
{
    /// <summary>The tag by which Jupyter marks a cell that is meant to fail.</summary>
    public const string RaisesException = "raises-exception";

    /// <summary>
    /// The tag by which Jupyter marks a cell that a run passes over: it keeps the outputs it has, as nbclient leaves them.
    /// </summary>
    public const string SkipExecution = "skip-execution";

    /// <summary>Runs all code cells in a session. Blank cells are passed over without a count, as Jupyter does.</summary>
    /// <param name="document">The notebook; outputs of earlier runs are dropped.</param>
    /// <param name="session">A fresh session.</param>
    /// <param name="allowErrors">Whether to go on after a failing cell.</param>
    /// <param name="observer">Is told of every code cell.</param>
    /// <param name="cancellation">Stops before the next cell and cancels a restore; a running cell is not interrupted.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static Task<NotebookRun> RunAsync(
        NotebookDocument document,
        NotebookSession session,
        bool allowErrors,
        IRunObserver observer,
        CancellationToken cancellation = default) =>
        RunAsync(new RunProgress(document, session), allowErrors, observer, cancellation);

    /// <summary>Runs all code cells; what was reached can be read at any time.</summary>
    /// <param name="progress">The notebook and its session, not run yet.</param>
    /// <param name="allowErrors">Whether to go on after a failing cell.</param>
    /// <param name="observer">Is told of every code cell.</param>
    /// <param name="cancellation">Stops before the next cell and cancels a restore; a running cell is not interrupted.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async Task<NotebookRun> RunAsync(
        RunProgress progress, bool allowErrors, IRunObserver observer, CancellationToken cancellation = default)
    {
        var cells = progress.Document.Cells;
        int number = 0;
        for (int i = 0; i < cells.Length && (allowErrors || progress.Failed == 0); i++)
        {
            if (cells[i] is not CodeCell cell)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            number++;
            if (cell.HasTag(SkipExecution))
            {
                progress.Skip(i);
                observer.CellSkipped(number);
                continue;
            }

            bool blank = string.IsNullOrWhiteSpace(cell.Source);
            int count = progress.Start(i, number, isBlank: blank);
            observer.CellStarted(number);
            var watch = Stopwatch.StartNew();
            var run = blank ? new CellRun([], Error: null) : await RunAsync(cell, progress.Session, number, count, cancellation);
            var error = cell.HasTag(RaisesException) ? null : run.Error;
            progress.Finish(i, run.Outputs, isFailed: error is not null);
            observer.CellFinished(number, error, watch.Elapsed);
        }

        return progress.Conclude();
    }

    private static async Task<CellRun> RunAsync(
        CodeCell cell, NotebookSession session, int number, int executionCount, CancellationToken cancellation)
    {
        if (cell.Language is { } language && !CellLanguage.IsCSharp(language))
        {
            string message = $"The cell is written in '{language}'; only C# cells can be run.";
            var error = new CellError("LanguageError", message, Line: null, [message]);
            return new CellRun([error.ToOutput()], error);
        }

        return await session.RunAsync(cell.Source, NotebookSession.NameOf(number), executionCount, cancellation);
    }
}
