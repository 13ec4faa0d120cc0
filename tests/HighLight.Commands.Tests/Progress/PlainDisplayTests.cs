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
    public void IsSignOfLife_LongRun_GrowsRare() =>
        Assert.That(Enumerable.Range(1, 30).Where(PlainDisplay.IsSignOfLife), Is.EqualTo([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 18, 24, 30]));
}
