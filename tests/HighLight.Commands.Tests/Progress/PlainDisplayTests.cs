using System.Collections.Immutable;
using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Progress;
using HighLight.Commands.Protocol;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Progress;

public sealed class PlainDisplayTests
{
    private static readonly ImmutableArray<NotebookJob> Jobs = [.. "1 2 3 4 5 6 7 8 9 10".Split(' ').Select(number => new NotebookJob($"/n/{number}.ipynb", $"{number}.ipynb"))];

    [Test]
    public void Display_OneNotebook_TellsItsStoryInLines()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var time = new ManualTime();
        var display = new PlainDisplay(output, Jobs, time);
        display.Started(0);
        display.ShowRunning();
        display.Reported(0, new NotebookStarted(7));
        display.Reported(0, new CellStarted(1, 7));
        display.Reported(0, new CellFinished(1, true));
        time.Advance(12.34);
        display.ShowRunning();
        display.Reported(0, new CellError(2, 3, "E", "first\nsecond"));
        display.Reported(0, new CellFinished(2, false));
        time.Advance(1);
        display.Finished(0, new NotebookResult(Jobs[0], NotebookOutcome.CellFailed));
        display.ShowRunning();
        display.Finished(9, new NotebookResult(Jobs[9], NotebookOutcome.Cancelled));
        Assert.That(output.ToString(), Is.EqualTo(
            """
            [ 1/10] 1.ipynb: started
            [ 1/10] 1.ipynb: running, 0.0 s
            [ 1/10] 1.ipynb: running, 1/7 cells, 12.3 s
            1.ipynb [cell 2] line 3: E: first
                second
            [ 1/10] 1.ipynb: failed, 2/7 cells, 13.3 s
            [10/10] 10.ipynb: cancelled

            """));
    }

    [Test]
    public void Reported_OutputAndWarnings_AreLinesThatNameTheirSource()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var display = new PlainDisplay(output, Jobs, new ManualTime(), logsOutput: true);
        display.Reported(1, new HostWarning("ids\nrepeat"));
        display.Reported(1, new CellOutput(4, "stdout", "one\ntw"));
        display.Reported(2, new CellOutput(1, "stderr", "\u001b[31mred\u001b[0m\a\n"));
        display.Reported(1, new CellOutput(4, "stdout", "o\n"));
        display.Reported(1, new CellOutput(4, "stdout", "begun"));
        display.ShowBegunLines();
        display.Reported(1, new CellFinished(4, true));
        display.Reported(1, new CellOutput(5, "stdout", "no end"));
        display.Finished(1, new NotebookResult(Jobs[1], NotebookOutcome.Passed));
        Assert.That(output.ToString(), Is.EqualTo(
            """
            warning: 2.ipynb: ids
                repeat
            [ 2/10 2.ipynb cell 4] one
            [ 3/10 3.ipynb cell 1 stderr] red?
            [ 2/10 2.ipynb cell 4] two
            [ 2/10 2.ipynb cell 4] begun
            [ 2/10 2.ipynb cell 5] no end
            [ 2/10] 2.ipynb: passed

            """));
    }

    [Test]
    public void Reported_OutputThatWasNotAskedFor_IsNotShown()
    {
        using var output = new StringWriter();
        new PlainDisplay(output, Jobs, new ManualTime()).Reported(1, new CellOutput(4, "stdout", "one\n"));
        Assert.That(output.ToString(), Is.Empty);
    }

    [Test]
    public void IsSignOfLife_LongRun_GrowsRare() =>
        Assert.That(Enumerable.Range(1, 30).Where(PlainDisplay.IsSignOfLife), Is.EqualTo([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 18, 24, 30]));
}
