using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;
using HighLight.Commands.Tests.Support;
using Spectre.Console;
using Spectre.Console.Rendering;
using LiveDisplay = HighLight.Commands.Progress.LiveDisplay;

namespace HighLight.Commands.Tests.Progress;

public sealed class LiveDisplayTests
{
    [Test]
    public void Render_NotebooksInEveryState_ShowsCellsAndTime()
    {
        using var world = new FakeWorld();
        var time = new ManualTime();
        var console = world.CreateContext().CreateConsole();
        // Square brackets are mark-up to the console library, not here.
        NotebookJob[] jobs = [new("/a", "[red]a.ipynb"), new("/b", "b.ipynb"), new("/c", "c.ipynb")];
        var display = new LiveDisplay(console, [.. jobs], time);
        display.Started(0);
        display.Reported(0, new NotebookStarted(3));
        display.Reported(0, new CellFinished(1, true));
        display.Started(1);
        time.Advance(2.5);
        display.Finished(1, new NotebookResult(jobs[1], NotebookOutcome.HostDied));
        time.Advance(1);
        console.Write(display.Render());
        Assert.That(world.Output, Does.Match(@"\[red\]a\.ipynb │ running +│ +1/3 │ +3\.5 s"));
        Assert.That(world.Output, Does.Match(@"b\.ipynb +│ host died +│ +\? │ +2\.5 s"));
        Assert.That(world.Output, Does.Match(@"c\.ipynb +│ waiting +│ +│ +│"));
    }

    [Test]
    public void Render_AnyWidth_IsNeverExceeded()
    {
        using var world = new FakeWorld();
        NotebookJob[] jobs =
        [
            new("/a", "12-a-notebook-with-a-very-long-name-of-many-words.ipynb"),
            new("/b", "長い名前のノートブック.ipynb"),
            new("/c", "😀😀😀😀😀😀😀😀😀😀.ipynb"),
        ];
        for (var width = 1; width <= 130; width++)
        {
            using var output = new StringWriter { NewLine = "\n" };
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
            console.Profile.Width = width;
            console.Profile.Height = 30;
            var display = new LiveDisplay(console, [.. jobs], new ManualTime());
            display.Started(0);
            display.Reported(0, new NotebookStarted(100));
            display.Reported(0, new HostWarning("odd"));
            display.Started(1);
            display.Finished(1, new NotebookResult(jobs[1], NotebookOutcome.WriteFailed));
            console.Write(display.Render());
            var lines = output.ToString().TrimEnd('\n').Split('\n');
            Assert.That(lines.Select(line => new Segment(line).CellCount()), Has.All.LessThanOrEqualTo(width), output.ToString());
            Assert.That(lines, Has.Length.EqualTo(lines[0].Contains('╭') ? 7 : 3), "a row is a line");
            Assert.That(
                output.ToString(),
                width >= 36 ? Does.Contain("running").And.Contain("not written").And.Contain("12-a-") : Is.Not.Empty);
        }
    }

    [Test]
    public async Task Show_Warnings_FollowTheTable()
    {
        using var world = new FakeWorld();
        NotebookJob[] jobs = [new("/a", "a.ipynb")];
        var display = new LiveDisplay(world.CreateContext().CreateConsole(), [.. jobs], TimeProvider.System);
        display.Started(0);
        display.Reported(0, new HostWarning("odd"));
        display.Finished(0, new NotebookResult(jobs[0], NotebookOutcome.Passed) { Warnings = ["odd"], WarningCount = 3 });
        await display.ShowAsync(Task.CompletedTask);
        Assert.That(
            world.Output,
            Does.Match(@"passed.*│ +1 │\n").And.Contain("warning: a.ipynb: odd\n").And.Contain("warning: a.ipynb: and 2 more\n"));
    }

    [Test]
    public async Task Show_WorkThatFails_EndsWithoutAnErrorOfItsOwn()
    {
        using var world = new FakeWorld();
        var display = new LiveDisplay(world.CreateContext().CreateConsole(), [new NotebookJob("/a", "a.ipynb")], TimeProvider.System);
        await display.ShowAsync(Task.FromException(new IOException("gone")));
        Assert.That(world.Output, Does.Contain("a.ipynb"));
    }
}
