using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;
using HighLight.Commands.Reports;

namespace HighLight.Commands.Tests.Reports;

/// <summary>Notebooks that ended in every way.</summary>
internal static class ReportSamples
{
    private static readonly string Root = Path.GetFullPath("/r");

    public static NotebookResult Failed { get; } = Result("failed.ipynb", NotebookOutcome.CellFailed) with
    {
        Cells = 4,
        CellResults =
        [
            new CellResult(1, CellOutcome.Passed) { Seconds = 1.25 },
            new CellResult(2, CellOutcome.Skipped),
            new CellResult(3, CellOutcome.Failed) { Seconds = 0.5, Output = "so far \u001b[31mred\u001b[0m\n" },
        ],
        Errors = [new CellError(3, 2, "System.Exception", "no <such> \0 pattern \ud800")],
        Warnings = ["ids repeat"],
        WarningCount = 1,
    };

    public static NotebookResult Allowed { get; } = Failed with
    {
        Job = new NotebookJob(Path.Combine(Root, "n", "allowed.ipynb"), "allowed.ipynb"),
        Outcome = NotebookOutcome.Passed,
    };

    public static NotebookResult Empty { get; } = Result("empty.ipynb", NotebookOutcome.Passed);

    public static NotebookResult Invalid { get; } = Result("invalid.ipynb", NotebookOutcome.Invalid) with { Message = "not JSON" };

    public static NotebookResult NotWritten { get; } = Result("full.ipynb", NotebookOutcome.WriteFailed) with
    {
        Cells = 1,
        CellResults = [new CellResult(1, CellOutcome.Passed)],
        Message = "disk full",
    };

    public static NotebookResult Died { get; } = Result("died.ipynb", NotebookOutcome.HostDied) with
    {
        Cells = 3,
        CellResults = [new CellResult(1, CellOutcome.Passed), new CellResult(2, CellOutcome.Unfinished) { Output = "last words" }],
        Message = "The notebook host was ended by signal 9",
        EndedIn = 2,
    };

    public static NotebookResult TimedOut { get; } = Result("slow.dib", NotebookOutcome.TimedOut) with
    {
        Cells = 2,
        CellResults = [new CellResult(1, CellOutcome.Failed) { Seconds = 5.01 }],
        Errors = [new CellError(1, null, "TimeoutError", "ran longer than 5 s")],
        EndedIn = 1,
    };

    /// <summary>Errors are allowed: that of cell 1 is, and that of the time limit is not.</summary>
    public static NotebookResult AllowedThenTimedOut { get; } = TimedOut with
    {
        Job = TimedOut.Job with { Settings = new RunSettings { AllowsErrors = true } },
        CellResults = [new CellResult(1, CellOutcome.Failed), new CellResult(2, CellOutcome.Failed)],
        Errors = [new CellError(1, 1, "E", "allowed"), new CellError(2, null, "TimeoutError", "ran longer than 5 s")],
        EndedIn = 2,
    };

    public static NotebookResult Cancelled { get; } = Result("cancelled.ipynb", NotebookOutcome.Cancelled) with
    {
        Cells = 3,
        CellResults = [new CellResult(1, CellOutcome.Passed), new CellResult(2, CellOutcome.Unfinished)],
    };

    public static NotebookResult NeverStarted { get; } = Result("later.ipynb", NotebookOutcome.Cancelled);

    public static TestReport All { get; } = Of(Failed, Allowed, Empty, Invalid, NotWritten, Died, TimedOut, Cancelled, NeverStarted);

    public static TestReport Of(params NotebookResult[] results)
    {
        var start = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        return new TestReport(start, start.AddSeconds(90), [.. results.Select(result => SuiteBuilder.Build(result, Root))]);
    }

    private static NotebookResult Result(string name, NotebookOutcome outcome) =>
        new(new NotebookJob(Path.Combine(Root, "n", name), name), outcome);
}
