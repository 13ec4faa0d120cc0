using System.Collections.Immutable;
using HighLight.Commands.Hosting;

namespace HighLight.Commands.Reports;

/// <summary>Makes a test suite of what became of a notebook.</summary>
internal static class SuiteBuilder
{
    /// <summary>The suites of a batch, in its order.</summary>
    /// <param name="results">The batch.</param>
    /// <param name="currentDirectory">What the paths of notebooks are relative to.</param>
    public static ImmutableArray<ReportSuite> Build(ImmutableArray<NotebookResult> results, string currentDirectory) =>
        [.. results.Select(result => Build(result, currentDirectory))];

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

    private static ReportCase Case(NotebookResult result, CellResult cell)
    {
        var errors = result.Errors.Where(error => error.Cell == cell.Cell).ToArray();
        var name = CellCase.Name(cell.Cell);
        return cell.Outcome switch
        {
            CellOutcome.Passed => new ReportCase(name, CaseOutcome.Passed) { Seconds = cell.Seconds },
            CellOutcome.Skipped => new ReportCase(name, CaseOutcome.Skipped) { Message = "tag skip-execution" },
            CellOutcome.Failed when result.Outcome == NotebookOutcome.Passed => CellCase.Allowed(result, cell, errors),
            CellOutcome.Failed => CellCase.Failed(result, cell, errors),
            _ when result.EndedIn == cell.Cell => CellCase.Ended(result, cell, errors),
            _ => new ReportCase(name, CaseOutcome.Skipped) { Message = Reason(result, "not finished"), Output = cell.Output },
        };
    }

    private static ReportCase NotReached(NotebookResult result, int cell)
    {
        // Without its end: an error that stands alone tells enough.
        var errors = result.Errors.Where(error => error.Cell == cell).ToArray();
        return errors.Length > 0 && result.IsFailure
            ? CellCase.Failed(result, new CellResult(cell, CellOutcome.Failed), errors)
            : new ReportCase(CellCase.Name(cell), CaseOutcome.Skipped) { Message = Reason(result, "not reached") };
    }

    private static string Reason(NotebookResult result, string otherwise) =>
        result.Outcome == NotebookOutcome.Cancelled ? "cancelled" : otherwise;

    private static ReportCase? Outside(NotebookResult result) => result switch
    {
        { Outcome: NotebookOutcome.Cancelled, Cells: 0 } => new ReportCase("notebook", CaseOutcome.Skipped) { Message = "cancelled" },
        { Message: { } message, EndedIn: null } => new ReportCase("notebook", CaseOutcome.Error)
        {
            Type = CellCase.TypeOf(result.Outcome),
            Message = message,
            Place = result.Job.Name,
        },
        _ => null,
    };
}
