using System.Collections.Immutable;
using HighLight.Commands.Hosting;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Reports;

/// <summary>Makes a test suite of what became of a notebook.</summary>
internal static class SuiteBuilder
{
    private const string Stopped = "Stopped by Ctrl-C, SIGTERM or SIGHUP";

    /// <summary>
    /// The suites of a batch, in its order. If it was stopped they hold an error at least: who reads the report alone must not take it
    /// for a batch that went well.
    /// </summary>
    /// <param name="results">The batch.</param>
    /// <param name="currentDirectory">What the paths of notebooks are relative to.</param>
    public static ImmutableArray<ReportSuite> Build(ImmutableArray<NotebookResult> results, string currentDirectory) =>
        WithStop(results, [.. results.Select(result => Build(result, currentDirectory))]);

    /// <summary>The suite: a case for each code cell, and one for the notebook when it failed outside of a cell or has no cells.</summary>
    /// <param name="result">What became of the notebook.</param>
    /// <param name="currentDirectory">What its path is relative to.</param>
    public static ReportSuite Build(NotebookResult result, string currentDirectory)
    {
        var reached = result.CellResults.ToDictionary(cell => cell.Cell);

        // Numbers from the host are not trusted to be small.
        var count = Math.Min(result.Cells, CellTranscript.MaximumCells);
        var cells = reached.Keys.Union(Enumerable.Range(1, count)).Order();
        ImmutableArray<ReportCase> cases =
            [.. cells.Select(cell => reached.TryGetValue(cell, out var known) ? Case(result, known) : NotReached(result, cell))];
        if (Outside(result) is { } outside)
        {
            cases = cases.Add(outside);
        }
        else if (cases.IsEmpty)
        {
            cases = [new ReportCase("notebook", CaseOutcome.Passed)];
        }

        var file = Path.GetRelativePath(currentDirectory, result.Job.Notebook);
        return new ReportSuite(result.Job.Name, file.Replace(Path.DirectorySeparatorChar, '/'), cases) { Warnings = result.Warnings };
    }

    private static ImmutableArray<ReportSuite> WithStop(ImmutableArray<NotebookResult> results, ImmutableArray<ReportSuite> suites)
    {
        var stopped = Enumerable.Range(0, results.Length).Where(i => results[i].Outcome == NotebookOutcome.Cancelled).ToArray();
        if (stopped.Length == 0 || stopped.Any(i => suites[i].Count(CaseOutcome.Error) > 0))
        {
            return suites;
        }

        var first = stopped[0];
        var error = Stop(results[first], "notebook", $"{Stopped} before a cell was reached.");
        return suites.SetItem(first, suites[first] with { Cases = [error] });
    }

    private static ReportCase Case(NotebookResult result, CellResult cell)
    {
        var errors = result.Errors.Where(error => error.Cell == cell.Cell).ToArray();
        var name = CellCase.Name(cell.Cell);
        return cell.Outcome switch
        {
            CellOutcome.Passed => new ReportCase(name, CaseOutcome.Passed) { Seconds = cell.Seconds },
            CellOutcome.Skipped => new ReportCase(name, CaseOutcome.Skipped) { Message = "tag skip-execution" },
            CellOutcome.Failed when IsAllowed(result, cell.Cell, errors) => CellCase.Allowed(result, cell, errors),
            CellOutcome.Failed or CellOutcome.Unfinished when IsStopped(result, errors) =>
                Stop(result, name, $"{Stopped} while the cell ran.") with { Seconds = cell.Seconds, Output = cell.Output },
            CellOutcome.Failed => CellCase.Failed(result, cell, errors),
            _ when result.EndedIn == cell.Cell => CellCase.Ended(result, cell, errors),
            _ => new ReportCase(name, CaseOutcome.Skipped)
            {
                Seconds = cell.Seconds,
                Message = "not finished",
                Output = cell.Output,
            },
        };
    }

    private static ReportCase NotReached(NotebookResult result, int cell)
    {
        // Without its end: an error that stands alone tells enough.
        var errors = result.Errors.Where(error => error.Cell == cell).ToArray();
        return errors.Length > 0 && IsAllowed(result, cell, errors)
                ? CellCase.Allowed(result, new CellResult(cell, CellOutcome.Failed), errors)
            : errors.Length > 0 && result.IsFailure ? CellCase.Failed(result, new CellResult(cell, CellOutcome.Failed), errors)
            : new ReportCase(CellCase.Name(cell), CaseOutcome.Skipped) { Message = Reason(result, "not reached") };
    }

    // Of more errors than are kept, the cell's may be missing.
    private static bool IsAllowed(NotebookResult result, int cell, CellError[] errors) =>
        errors.All(result.Allows)
        && (errors.Length > 0
            || result.Outcome == NotebookOutcome.Passed
            || (result is { Job.Settings.AllowsErrors: true, Outcome: not NotebookOutcome.CellFailed }
                && cell != result.EndedIn
                && cell != result.CellResults[^1].Cell));

    private static string Reason(NotebookResult result, string otherwise) =>
        result.Outcome == NotebookOutcome.Cancelled ? "cancelled" : otherwise;

    // The host ends the cell with an error of its own, if there is time for it.
    private static bool IsStopped(NotebookResult result, CellError[] errors) =>
        result.Outcome == NotebookOutcome.Cancelled && errors.All(error => error.Name is "CancelledError");

    private static ReportCase Stop(NotebookResult result, string name, string message) => new(name, CaseOutcome.Error)
    {
        Type = "Cancelled",
        Message = message,
        Place = string.Equals(name, "notebook", StringComparison.Ordinal) ? result.Job.Name : $"{result.Job.Name} [{name}]",
    };

    private static ReportCase? Outside(NotebookResult result) => result switch
    {
        { Message: { } message, EndedIn: null } => new ReportCase("notebook", CaseOutcome.Error)
        {
            Type = CellCase.TypeOf(result.Outcome),
            Message = message,
            Place = result.Job.Name,
        },
        { Outcome: NotebookOutcome.Cancelled, Cells: 0 } => new ReportCase("notebook", CaseOutcome.Skipped) { Message = "cancelled" },
        { Outcome: NotebookOutcome.Cancelled } when !result.CellResults.Any(cell => cell.Outcome == CellOutcome.Unfinished)
            && !result.Errors.Any(error => error.Name is "CancelledError") => Stop(result, "notebook", $"{Stopped} between two cells."),
        _ => null,
    };
}
