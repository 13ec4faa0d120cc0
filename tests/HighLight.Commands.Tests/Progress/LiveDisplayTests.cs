using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Progress;
using HighLight.Commands.Protocol;
using HighLight.Commands.Tests.Support;

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
    public async Task Show_WorkThatFails_EndsWithoutAnErrorOfItsOwn()
    {
        using var world = new FakeWorld();
        var display = new LiveDisplay(world.CreateContext().CreateConsole(), [new NotebookJob("/a", "a.ipynb")], TimeProvider.System);
        await display.ShowAsync(Task.FromException(new IOException("gone")));
        Assert.That(world.Output, Does.Contain("a.ipynb"));
    }
}
