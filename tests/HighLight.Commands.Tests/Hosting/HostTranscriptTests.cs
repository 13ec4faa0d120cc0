using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Progress;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Tests.Hosting;

public sealed class HostTranscriptTests
{
    private static readonly NotebookJob Job = new("/n/a.ipynb", "a.ipynb");

    [TestCase(true, 0, false, NotebookOutcome.Passed)]
    [TestCase(true, 1, false, NotebookOutcome.CellFailed)]
    [TestCase(true, 0, true, NotebookOutcome.Passed)]
    [TestCase(true, 134, false, NotebookOutcome.HostDied)]
    [TestCase(false, 0, false, NotebookOutcome.HostDied)]
    [TestCase(false, 1, false, NotebookOutcome.HostDied)]
    [TestCase(false, 2, false, NotebookOutcome.HostDied)]
    [TestCase(false, 130, false, NotebookOutcome.HostDied)]
    [TestCase(false, 130, true, NotebookOutcome.Cancelled)]
    [TestCase(false, 137, true, NotebookOutcome.Cancelled)]
    public void Conclude_ExitCodeAndFinishedEvent_DecideTogether(bool finished, int exitCode, bool cancelled, object outcome)
    {
        var transcript = new HostTranscript();
        if (finished)
        {
            transcript.Add(new NotebookFinished(Ok: exitCode == 0, Executed: 1, Failed: exitCode));
        }

        Assert.That(transcript.Conclude(Job, End(exitCode) with { Cancelled = cancelled }).Outcome, Is.EqualTo(outcome));
    }

    [TestCase(true, false, NotebookOutcome.Passed)]
    [TestCase(false, false, NotebookOutcome.CellFailed)]
    [TestCase(false, true, NotebookOutcome.Passed)]
    public void Conclude_KilledAfterItFinished_FollowsTheEvent(bool ok, bool allowsErrors, object outcome)
    {
        var transcript = new HostTranscript();
        transcript.Add(new NotebookFinished(ok, 1, ok ? 0 : 1));
        var job = Job with { Settings = new RunSettings { AllowsErrors = allowsErrors } };
        Assert.That(transcript.Conclude(job, End(137) with { Overdue = true }).Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public void Conclude_HostCancelledByAnotherProcess_NamesTheSignal()
    {
        var transcript = new HostTranscript();
        transcript.Add(new NotebookCancelled("SIGTERM"));
        var result = transcript.Conclude(Job, End(130));
        Assert.That(result.Outcome, Is.EqualTo(NotebookOutcome.HostDied));
        Assert.That(result.Message, Does.Contain("(SIGTERM)").And.Not.Contain("signal 2"));
    }

    [Test]
    public void Conclude_InvalidNotebook_TellsWhy()
    {
        var transcript = new HostTranscript();
        transcript.Add(new NotebookInvalid("not JSON"));
        var result = transcript.Conclude(Job, End(2));
        Assert.That((result.Outcome, result.Message), Is.EqualTo((NotebookOutcome.Invalid, "not JSON")));
    }

    [Test]
    public void Conclude_FileThatCouldNotBeWritten_IsNotInvalid()
    {
        var transcript = new HostTranscript();
        transcript.Add(new WriteFailed("disk full"));
        var result = transcript.Conclude(Job, End(3));
        Assert.That((result.Outcome, result.Message, result.IsFailure), Is.EqualTo((NotebookOutcome.WriteFailed, "disk full", true)));
    }

    [TestCase(124)]
    [TestCase(137)]
    public void Conclude_TimeLimitOfACell_IsToldOnceWithTheCell(int exitCode)
    {
        var transcript = new HostTranscript();
        transcript.Add(new CellStarted(2, 3));
        transcript.Add(new CellFinished(2, false) { Seconds = 5 });
        transcript.Add(new CellError(2, null, "TimeoutError", "ran longer than 5 s"));
        transcript.Add(new NotebookTimedOut(2, 5, OfCell: true));
        var result = transcript.Conclude(Job, End(exitCode));
        Assert.That((result.Outcome, result.EndedIn, result.Message), Is.EqualTo((NotebookOutcome.TimedOut, (int?)2, (string?)null)));
        Assert.That(NotebookFailure.Describe(result), Is.EqualTo(["a.ipynb [cell 2]: TimeoutError: ran longer than 5 s"]));
    }

    [Test]
    public void Conclude_TimeLimitBetweenCells_IsToldOfTheNotebook()
    {
        var transcript = new HostTranscript();
        transcript.Add(new NotebookTimedOut(null, 90.5, OfCell: false));
        var result = transcript.Conclude(Job, End(124));
        Assert.That(NotebookFailure.Describe(result), Is.EqualTo(["a.ipynb: The notebook ran longer than 90.5 s (--notebook-timeout)."]));
    }

    [Test]
    public void Conclude_TimeLimitBeforeTheEndOfACellIsReported_BlamesNoCell()
    {
        var transcript = new HostTranscript();
        transcript.Add(new CellStarted(2, 3));
        transcript.Add(new NotebookTimedOut(null, 5, OfCell: false));
        Assert.That(transcript.Conclude(Job, End(124)).EndedIn, Is.Null);
    }

    [Test]
    public void Conclude_HostThatDidNotStopTheCell_IsTimedOutToo()
    {
        var transcript = new HostTranscript();
        transcript.Add(new CellStarted(4, 5));
        var job = Job with { Settings = new RunSettings { Limits = new TimeLimits(TimeSpan.FromSeconds(5), null) } };
        var result = transcript.Conclude(job, End(137) with { Overdue = true });
        Assert.That(result.Outcome, Is.EqualTo(NotebookOutcome.TimedOut));
        Assert.That(
            NotebookFailure.Describe(result),
            Has.One.Items.And.All.StartsWith("a.ipynb [cell 4]: The cell ran longer than 5 s (--timeout). The notebook host could"));
    }

    [TestCase(5, NotebookOutcome.TimedOut)]
    [TestCase(null, NotebookOutcome.HostDied)]
    public void Conclude_ExitCodeOfATimeoutAlone_CountsWhereThereIsALimit(int? limit, object outcome)
    {
        var limits = new TimeLimits(limit is { } seconds ? TimeSpan.FromSeconds(seconds) : null, null);
        var job = Job with { Settings = new RunSettings { Limits = limits } };
        Assert.That(new HostTranscript().Conclude(job, End(124)).Outcome, Is.EqualTo(outcome));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Conclude_ResultsThatCouldNotBeWrittenAtTheEnd_AreToldAsWell(bool cancelled)
    {
        var transcript = new HostTranscript();
        if (!cancelled)
        {
            transcript.Add(new NotebookTimedOut(null, 5, OfCell: false));
        }

        transcript.Add(new WriteFailed("disk full"));
        var result = transcript.Conclude(Job, End(cancelled ? 130 : 124) with { Cancelled = cancelled });
        Assert.That(result.Outcome, Is.EqualTo(cancelled ? NotebookOutcome.Cancelled : NotebookOutcome.TimedOut));
        Assert.That(result.Message, Does.EndWith("disk full"));
    }

    [TestCase(139, "was ended by signal 11 (exit code 139: segmentation fault")]
    [TestCase(137, "by signal 9 (exit code 137: killed; out of memory?)")]
    [TestCase(134, "by signal 6 (exit code 134: aborted")]
    [TestCase(129, "by signal 1 (exit code 129)")]
    [TestCase(192, "by signal 64 ")]
    [TestCase(128, "ended with exit code 128")]
    [TestCase(193, "ended with exit code 193")]
    [TestCase(3, "ended with exit code 3")]
    public void Conclude_DeadHost_TellsHowAndItsLastWords(int exitCode, string expected)
    {
        var message = new HostTranscript().Conclude(Job, End(exitCode) with { ErrorTail = "Segmentation fault" }).Message;
        Assert.That(message, Does.Contain(expected).And.Contain("Segmentation fault"));
    }

    [Test]
    public void Conclude_DeadHost_NamesTheCellThatRan()
    {
        var transcript = new HostTranscript();
        transcript.Add(new CellStarted(1, 3));
        transcript.Add(new CellFinished(1, true));
        Assert.That(transcript.Conclude(Job, End(3)).EndedIn, Is.Null, "between two cells");
        transcript.Add(new CellStarted(2, 3));
        var result = transcript.Conclude(Job, End(3));
        Assert.That(result.EndedIn, Is.EqualTo(2));
        Assert.That(NotebookFailure.Describe(result), Has.One.Items.And.All.StartsWith("a.ipynb [cell 2]: The notebook host ended"));
    }

    [Test]
    public void Conclude_FailureWithoutAnError_StillSaysSomething()
    {
        var transcript = new HostTranscript();
        transcript.Add(new NotebookFinished(Ok: false, Executed: 4, Failed: 2));
        Assert.That(transcript.Conclude(Job, End(1)).Message, Does.Contain("2 cell(s)"));
    }

    [Test]
    public void Add_MoreErrorsThanKept_KeepsTheFirst()
    {
        var transcript = new HostTranscript();
        for (var cell = 1; cell <= HostTranscript.MaximumErrors + 1; cell++)
        {
            transcript.Add(new CellError(cell, 1, "E", "m"));
        }

        var errors = transcript.Conclude(Job, End(1)).Errors;
        Assert.That((errors.Length, errors[0].Cell), Is.EqualTo((HostTranscript.MaximumErrors, 1)));
    }

    [Test]
    public void Add_MoreWarningsThanKept_CountsThemAll()
    {
        var transcript = new HostTranscript();
        for (var number = 0; number <= HostTranscript.MaximumWarnings; number++)
        {
            transcript.Add(new HostWarning($"w{number}"));
        }

        var result = transcript.Conclude(Job, End(1));
        Assert.That(
            (result.Warnings.Length, result.WarningCount),
            Is.EqualTo((HostTranscript.MaximumWarnings, HostTranscript.MaximumWarnings + 1)));
    }

    private static HostEnd End(int exitCode) => new(exitCode, Cancelled: false, Overdue: false, ErrorTail: "");
}
