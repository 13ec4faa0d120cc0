using HighLight.Commands.Hosting;
using HighLight.Commands.Reports;

namespace HighLight.Commands.Tests.Reports;

public sealed class SuiteBuilderTests
{
    private static IEnumerable<TestCaseData> Results()
    {
        yield return Case(
            ReportSamples.Failed,
            "cell 1 Passed; cell 2 Skipped tag skip-execution; cell 3 Failed line 2: System.Exception: no <such> \0 pattern \ud800; "
            + "cell 4 Skipped not reached");
        yield return Case(
            ReportSamples.Allowed,
            "cell 1 Passed; cell 2 Skipped tag skip-execution; cell 3 Passed; cell 4 Skipped not reached");
        yield return Case(ReportSamples.Empty, "notebook Passed");
        yield return Case(ReportSamples.Invalid, "notebook Error not JSON");
        yield return Case(ReportSamples.NotWritten, "cell 1 Passed; notebook Error disk full");
        yield return Case(
            ReportSamples.Died,
            "cell 1 Passed; cell 2 Error The notebook host was ended by signal 9; cell 3 Skipped not reached");
        yield return Case(ReportSamples.TimedOut, "cell 1 Error TimeoutError: ran longer than 5 s; cell 2 Skipped not reached");
        yield return Case(ReportSamples.AllowedThenTimedOut, "cell 1 Passed; cell 2 Error TimeoutError: ran longer than 5 s");
        yield return Case(
            ReportSamples.AllowedThenTimedOut with { Outcome = NotebookOutcome.WriteFailed, EndedIn = null, Message = "disk full" },
            "cell 1 Passed; cell 2 Passed; notebook Error disk full");
        yield return Case(
            ReportSamples.AllowedThenTimedOut with
            {
                Outcome = NotebookOutcome.Cancelled,
                EndedIn = null,
                Errors = [new(1, 1, "E", "allowed"), new(2, null, "CancelledError", "stopped")],
            },
            "cell 1 Passed; cell 2 Error Stopped by Ctrl-C, SIGTERM or SIGHUP while the cell ran.");
        yield return Case(ReportSamples.Cancelled, 
            "cell 1 Passed; cell 2 Error Stopped by Ctrl-C, SIGTERM or SIGHUP while the cell ran.; cell 3 Skipped cancelled");
        yield return Case(
            ReportSamples.Cancelled with
            {
                CellResults = [new(1, CellOutcome.Failed)],
                Errors = [new(1, null, "CancelledError", "stopped")],
            },
            "cell 1 Error Stopped by Ctrl-C, SIGTERM or SIGHUP while the cell ran.; cell 2 Skipped cancelled; cell 3 Skipped cancelled");
        yield return Case(
            ReportSamples.Cancelled with { CellResults = [new(1, CellOutcome.Passed)] },
            "cell 1 Passed; cell 2 Skipped cancelled; cell 3 Skipped cancelled; "
            + "notebook Error Stopped by Ctrl-C, SIGTERM or SIGHUP between two cells.");
        yield return Case(
            ReportSamples.Cancelled with { Message = "disk full", Cells = 2 },
            "cell 1 Passed; cell 2 Error Stopped by Ctrl-C, SIGTERM or SIGHUP while the cell ran.; notebook Error disk full");
        yield return Case(ReportSamples.NeverStarted, "notebook Skipped cancelled");
    }

    [TestCaseSource(nameof(Results))]
    public void Build_Result_HasACaseForEachCellAndForWhatIsOutside(object result, string expected)
    {
        var suite = SuiteBuilder.Build((NotebookResult)result, Path.GetFullPath("/r"));
        Assert.That(
            string.Join("; ", suite.Cases.Select(test => $"{test.Name} {test.Outcome} {test.Message}".TrimEnd())),
            Is.EqualTo(expected));
    }

    [Test]
    public void Build_StoppedBatch_HoldsAnErrorWhereverItWasStopped()
    {
        static string Outcomes(params NotebookResult[] results) => string.Join(
            "; ", SuiteBuilder.Build([.. results], "/").Select(suite => string.Join(' ', suite.Cases.Select(test => test.Outcome))));
        Assert.That(Outcomes(ReportSamples.Cancelled, ReportSamples.NeverStarted), Is.EqualTo("Passed Error Skipped; Skipped"));
        Assert.That(
            Outcomes(ReportSamples.Empty, ReportSamples.NeverStarted, ReportSamples.NeverStarted), Is.EqualTo("Passed; Error; Skipped"));
        Assert.That(Outcomes(ReportSamples.Empty), Is.EqualTo("Passed"));
    }

    [Test]
    public void Build_FailedCell_TellsTypePlaceDurationAndOutput()
    {
        var test = SuiteBuilder.Build(ReportSamples.Failed, Path.GetFullPath("/r")).Cases[2];
        Assert.That((test.Type, test.Place, test.Seconds), Is.EqualTo(("System.Exception", "failed.ipynb [cell 3] line 2", 0.5)));
        Assert.That(test.Output, Does.StartWith("so far"));
    }

    [Test]
    public void Build_AllowedError_IsToldInTheOutput() =>
        Assert.That(
            SuiteBuilder.Build(ReportSamples.Allowed, "/").Cases[2].Output,
            Does.StartWith("so far").And.Contain("\nError, allowed: line 2: System.Exception: no"));

    [Test]
    public void Build_File_IsRelativeToTheCurrentFolder() =>
        Assert.That(SuiteBuilder.Build(ReportSamples.Died, Path.GetFullPath("/r")).File, Is.EqualTo("n/died.ipynb"));

    [Test]
    public void Build_HostThatClaimsCellsWithoutEnd_IsBounded() => Assert.That(
        SuiteBuilder.Build(ReportSamples.Died with { Cells = int.MaxValue }, "/").Cases, Has.Length.EqualTo(CellTranscript.MaximumCells));

    private static TestCaseData Case(NotebookResult result, string expected) =>
        new TestCaseData(result, expected).SetArgDisplayNames(result.Job.Name + " " + result.Outcome);
}
