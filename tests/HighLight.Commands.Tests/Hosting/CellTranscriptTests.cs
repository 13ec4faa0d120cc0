using HighLight.Commands.Hosting;
using HighLight.Commands.Protocol;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Hosting;

public sealed class CellTranscriptTests
{
    [Test]
    public void Add_CellsOfEveryKind_GiveTheirResults()
    {
        var time = new ManualTime();
        var transcript = new CellTranscript(time);
        Run(transcript, 1, "chatter", ok: true);
        transcript.Add(new CellFinished(2, true) { Skipped = true });
        Run(transcript, 3, "last words\n", ok: false);
        transcript.Add(new CellStarted(4, 5));
        transcript.Add(new CellOutput(4, "stdout", "so far"));
        time.Advance(2.5);
        Assert.That(transcript.ToResults(), Is.EqualTo(new[]
        {
            new CellResult(1, CellOutcome.Passed) { Seconds = 1.5 },
            new CellResult(2, CellOutcome.Skipped),
            new CellResult(3, CellOutcome.Failed) { Seconds = 1.5, Output = "last words\n" },
            new CellResult(4, CellOutcome.Unfinished) { Seconds = 2.5, Output = "so far" },
        }));
        Assert.That((transcript.Running, transcript.Done), Is.EqualTo(((int?)4, 3)));
    }

    [Test]
    public void Add_FloodOfOutput_KeepsItsEndWithinABound()
    {
        var transcript = new CellTranscript(new ManualTime());
        transcript.Add(new CellStarted(1, 1));
        for (var number = 0; number < 10_000; number++)
        {
            transcript.Add(new CellOutput(1, "stdout", $"line {number}\n"));
        }

        transcript.Add(new CellFinished(1, false));
        var output = transcript.ToResults()[0].Output;
        Assert.That(
            output,
            Has.Length.LessThanOrEqualTo(2 * CellTranscript.MaximumOutput).And.Length.GreaterThanOrEqualTo(CellTranscript.MaximumOutput));
        Assert.That(output, Does.EndWith("line 9999\n"));
    }

    [Test]
    public void Add_MoreCellsThanKept_CountsThemAll()
    {
        var transcript = new CellTranscript(new ManualTime());
        for (var cell = 1; cell <= CellTranscript.MaximumCells + 1; cell++)
        {
            Run(transcript, cell, "", ok: true);
        }

        Assert.That(
            (transcript.ToResults().Length, transcript.Done),
            Is.EqualTo((CellTranscript.MaximumCells, CellTranscript.MaximumCells + 1)));
    }

    private static void Run(CellTranscript transcript, int cell, string output, bool ok)
    {
        transcript.Add(new CellStarted(cell, 5));
        transcript.Add(new CellOutput(cell, "stdout", output));
        transcript.Add(new CellFinished(cell, ok) { Seconds = 1.5 });
    }
}
