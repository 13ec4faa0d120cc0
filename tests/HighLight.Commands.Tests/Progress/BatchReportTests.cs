using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Progress;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Tests.Progress;

public sealed class BatchReportTests
{
    private static readonly NotebookJob Job = new("/n/a.ipynb", "a.ipynb");

    [TestCase("Passed", 0, "1 notebook: 1 passed, 0 failed")]
    [TestCase("Passed CellFailed", 1, "2 notebooks: 1 passed, 1 failed")]
    [TestCase("Invalid", 1, "1 notebook: 0 passed, 1 failed")]
    [TestCase("HostDied", 1, "1 notebook: 0 passed, 1 failed")]
    [TestCase("TimedOut Passed", 1, "2 notebooks: 1 passed, 1 failed")]
    [TestCase("WriteFailed", 1, "1 notebook: 0 passed, 1 failed")]
    [TestCase("CellFailed Cancelled", 130, "2 notebooks: 0 passed, 1 failed, 1 cancelled")]
    public void Report_Outcomes_AreCountedAndDecideTheExitCode(string outcomes, int exitCode, string counts)
    {
        NotebookResult[] results = [.. outcomes.Split(' ').Select(outcome => new NotebookResult(Job, Enum.Parse<NotebookOutcome>(outcome)))];
        Assert.That(BatchReport.ExitCodeOf([.. results]), Is.EqualTo(exitCode));
        Assert.That(BatchReport.Counts([.. results]), Is.EqualTo(counts));
    }

    [Test]
    public void Counts_SkippedCellsAndWarnings_AreTold()
    {
        NotebookResult[] results =
        [
            new(Job, NotebookOutcome.Passed)
            {
                CellResults = [new CellResult(1, CellOutcome.Skipped), new CellResult(2, CellOutcome.Passed)],
                WarningCount = 2,
            },
            new(Job, NotebookOutcome.Passed),
        ];
        Assert.That(BatchReport.Counts([.. results]), Is.EqualTo("2 notebooks: 2 passed, 0 failed, 1 cell skipped, 2 warnings"));
    }

    [Test]
    public void Write_AllowedErrorsOfANotebookThatTimedOut_AreCountedAndNotListed()
    {
        var result = new NotebookResult(Job with { Settings = new RunSettings { AllowsErrors = true } }, NotebookOutcome.TimedOut)
        {
            Errors = [new CellError(1, 1, "E", "allowed"), new CellError(2, null, "TimeoutError", "too long")],
            EndedIn = 2,
        };
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        BatchReport.Write([result], TimeSpan.FromSeconds(3), output, error);
        Assert.That(error.ToString(), Is.EqualTo("\nFailures:\n  a.ipynb [cell 2]: TimeoutError: too long\n"));
        Assert.That(output.ToString(), Is.EqualTo("\n1 notebook: 0 passed, 1 failed, 1 cell error allowed in 3.0 s\n"));
    }

    [Test]
    public void Write_Failures_AreListedAgainWithNotebookCellAndLine()
    {
        NotebookResult[] results =
        [
            new(Job, NotebookOutcome.CellFailed) { Errors = [new CellError(3, 2, "System.Exception", "one\ntwo"), new CellError(4, null, "", "three")] },
            new(Job, NotebookOutcome.HostDied) { Message = "died" },
            new(Job, NotebookOutcome.Passed) { Errors = [new CellError(1, 1, "E", "allowed")] },
        ];
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        BatchReport.Write([.. results], TimeSpan.FromSeconds(3), output, error);
        Assert.That(error.ToString(), Is.EqualTo(
            """

            Failures:
              a.ipynb [cell 3] line 2: System.Exception: one
                  two
              a.ipynb [cell 4]: three
              a.ipynb: died

            """));
        Assert.That(output.ToString(), Is.EqualTo("\n3 notebooks: 1 passed, 2 failed, 1 cell error allowed in 3.0 s\n"));
    }
}
