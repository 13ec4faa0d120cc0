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

        Assert.That(transcript.Conclude(Job, exitCode, cancelled, "").Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public void Conclude_InvalidNotebook_TellsWhy()
    {
        var transcript = new HostTranscript();
        transcript.Add(new NotebookInvalid("not JSON"));
        var result = transcript.Conclude(Job, 2, cancelled: false, "");
        Assert.That((result.Outcome, result.Message), Is.EqualTo((NotebookOutcome.Invalid, "not JSON")));
    }

    [TestCase(139, "was ended by signal 11 (exit code 139)")]
    [TestCase(129, "by signal 1 ")]
    [TestCase(192, "by signal 64 ")]
    [TestCase(128, "ended with exit code 128")]
    [TestCase(193, "ended with exit code 193")]
    [TestCase(3, "ended with exit code 3")]
    public void Conclude_DeadHost_TellsHowAndItsLastWords(int exitCode, string expected)
    {
        var message = new HostTranscript().Conclude(Job, exitCode, cancelled: false, "Segmentation fault").Message;
        Assert.That(message, Does.Contain(expected).And.Contain("Segmentation fault"));
    }

    [Test]
    public void Conclude_DeadHost_NamesTheCellThatRan()
    {
        var transcript = new HostTranscript();
        transcript.Add(new CellStarted(1, 3));
        transcript.Add(new CellFinished(1, true));
        Assert.That(transcript.Conclude(Job, 3, cancelled: false, "").DiedIn, Is.Null, "between two cells");
        transcript.Add(new CellStarted(2, 3));
        var result = transcript.Conclude(Job, 3, cancelled: false, "");
        Assert.That(result.DiedIn, Is.EqualTo(2));
        Assert.That(NotebookFailure.Describe(result), Has.One.Items.And.All.StartsWith("a.ipynb [cell 2]: The notebook host ended"));
    }

    [Test]
    public void Conclude_FailureWithoutAnError_StillSaysSomething()
    {
        var transcript = new HostTranscript();
        transcript.Add(new NotebookFinished(Ok: false, Executed: 4, Failed: 2));
        Assert.That(transcript.Conclude(Job, 1, cancelled: false, "").Message, Does.Contain("2 cell(s)"));
    }

    [Test]
    public void Add_MoreErrorsThanKept_KeepsTheFirst()
    {
        var transcript = new HostTranscript();
        for (var cell = 1; cell <= HostTranscript.MaximumErrors + 1; cell++)
        {
            transcript.Add(new CellError(cell, 1, "E", "m"));
        }

        var errors = transcript.Conclude(Job, 1, cancelled: false, "").Errors;
        Assert.That((errors.Length, errors[0].Cell), Is.EqualTo((HostTranscript.MaximumErrors, 1)));
    }
}
