using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Processes;
using HighLight.Commands.Protocol;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Hosting;

public sealed class NotebookHostTests
{
    [Test]
    public async Task Run_ChattyHost_EventsAreFoundAmongTheNoise()
    {
        using var world = new FakeWorld();
        var notebook = world.Write(
            "a.ipynb",
            "out native library says hello",
            """out {"event":"started","notebook":"a","cells":2}""",
            """out {"event":""",
            "partial no line end ",
            """out {"event":"cell-finished","cell":1,"ok":true}""",
            """out {"event":"finished","ok":true,"executed":2,"failed":0}""");
        var events = new List<HostEvent>();
        var result = await new NotebookHost(FakeWorld.Host).RunAsync(new NotebookJob(notebook, "a.ipynb"), events.Add, default);
        Assert.That(result.Outcome, Is.EqualTo(NotebookOutcome.Passed));
        Assert.That(events, Is.EqualTo(new HostEvent[] { new NotebookStarted(2), new CellFinished(1, true), new NotebookFinished(true, 2, 0) }));
    }

    [Test]
    public async Task Run_Job_IsPassedAsArguments()
    {
        using var world = new FakeWorld();
        var notebook = world.WritePassing("a b.ipynb", "arguments seen");
        var job = new NotebookJob(notebook, "a b.ipynb") { Output = world.PathOf("o.ipynb"), Html = world.PathOf("o.html"), AllowErrors = true };
        await new NotebookHost(FakeWorld.Host).RunAsync(job, _ => { }, default);
        Assert.That(
            File.ReadAllLines(world.PathOf("seen")),
            Is.EqualTo(["run", notebook, "--output", job.Output, "--html", job.Html, "--allow-errors"]));
    }

    [Test]
    public async Task Run_KilledHost_IsAFailureWithItsLastWords()
    {
        using var world = new FakeWorld();
        var notebook = world.Write("a.ipynb", """out {"event":"started","notebook":"a","cells":2}""", "err Unhandled exception.", "die");
        var result = await new NotebookHost(FakeWorld.Host).RunAsync(new NotebookJob(notebook, "a.ipynb"), _ => { }, default);
        Assert.That(result.Outcome, Is.EqualTo(NotebookOutcome.HostDied));
        Assert.That(result.Message, Does.Contain("Unhandled exception."));
    }

    [Test]
    public async Task Run_HostThatCannotBeStarted_IsAFailureThatNamesIt()
    {
        var host = new NotebookHost(new HostProgram("/no/such/dotnet", []));
        var result = await host.RunAsync(new NotebookJob("/a.ipynb", "a.ipynb"), _ => { }, default);
        Assert.That(result.Outcome, Is.EqualTo(NotebookOutcome.HostDied));
        Assert.That(result.Message, Does.Contain("/no/such/dotnet"));
    }

    [Test]
    public async Task Run_StubbornHost_IsKilledWhenForced()
    {
        using var world = new FakeWorld();
        using var requested = new CancellationTokenSource();
        using var forced = new CancellationTokenSource();
        var notebook = world.Write("a.ipynb", "stubborn", """out {"event":"started","notebook":"a","cells":2}""", "hang");
        var result = await new NotebookHost(FakeWorld.Host).RunAsync(
            new NotebookJob(notebook, "a.ipynb"),
            _ =>
            {
                requested.Cancel();
                forced.Cancel();
            },
            new Termination(requested.Token, forced.Token));
        Assert.That(result.Outcome, Is.EqualTo(NotebookOutcome.Cancelled));
    }

    [Test]
    public void Run_ReaderThatFails_EndsTheHostInsteadOfHanging()
    {
        using var world = new FakeWorld();
        var notebook = world.Write("a.ipynb", """out {"event":"started","notebook":"a","cells":2}""", "hang");
        Assert.That(
            () => new NotebookHost(FakeWorld.Host).RunAsync(new NotebookJob(notebook, "a.ipynb"), _ => throw new IOException("disk full"), default),
            Throws.InstanceOf<IOException>().With.Message.EqualTo("disk full"));
    }
}
