using System.Diagnostics;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution;

/// <summary>Runs a notebook from its first cell to its last, or to the first that fails.</summary>
public static class NotebookRunner
{
    /// <summary>The tag by which Jupyter marks a cell that is meant to fail.</summary>
    public const string RaisesException = "raises-exception";

    /// <summary>Runs all code cells in a session. Blank cells are passed over without a count, as Jupyter does.</summary>
    /// <param name="document">The notebook; outputs of earlier runs are dropped.</param>
    /// <param name="session">A fresh session.</param>
    /// <param name="allowErrors">Whether to go on after a failing cell.</param>
    /// <param name="observer">Is told of every code cell.</param>
    /// <param name="cancellation">Stops before the next cell and cancels a restore; a running cell is not interrupted.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async Task<NotebookRun> RunAsync(
        NotebookDocument document, NotebookSession session, bool allowErrors, IRunObserver observer, CancellationToken cancellation = default)
    {
        var cells = document.Cleared().Cells.ToBuilder();
        int number = 0;
        int executed = 0;
        int failed = 0;
        for (int i = 0; i < cells.Count && (allowErrors || failed == 0); i++)
        {
            if (cells[i] is not CodeCell cell)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            number++;
            observer.CellStarted(number);
            var watch = Stopwatch.StartNew();
            CellError? error = null;
            if (!string.IsNullOrWhiteSpace(cell.Source))
            {
                executed++;
                var run = await RunAsync(cell, session, number, executed, cancellation);
                cells[i] = cell with { ExecutionCount = executed, Outputs = run.Outputs };
                error = cell.HasTag(RaisesException) ? null : run.Error;
            }

            failed += error is null ? 0 : 1;
            observer.CellFinished(number, error, watch.Elapsed);
        }

        return new NotebookRun(document with { Cells = cells.ToImmutable() }, executed, failed);
    }

    private static async Task<CellRun> RunAsync(CodeCell cell, NotebookSession session, int number, int executionCount, CancellationToken cancellation)
    {
        if (cell.Language is { } language && !CellLanguage.IsCSharp(language))
        {
            var error = new CellError("LanguageError", $"The cell is written in '{language}'; only C# cells can be run.", Line: null, [$"The cell is written in '{language}'; only C# cells can be run."]);
            return new CellRun([error.ToOutput()], error);
        }

        return await session.RunAsync(cell.Source, Invariant($"cell {number}"), executionCount, cancellation);
    }
}
