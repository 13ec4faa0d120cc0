using System.Text.Json;
using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Parameters;
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
        var result = await RunAsync(notebook, events.Add);
        Assert.That(result.Outcome, Is.EqualTo(NotebookOutcome.Passed));
        Assert.That(events, Is.EqualTo(new HostEvent[] { new NotebookStarted(2), new CellFinished(1, true), new NotebookFinished(true, 2, 0) }));
    }

    [Test]
    public async Task Run_Job_IsPassedAsArgumentsAndOnStandardInput()
    {
        using var world = new FakeWorld();
        var notebook = world.WritePassing("a b.ipynb", "arguments seen", "supervisor line");
        var job = new NotebookJob(notebook, "a b.ipynb")
        {
            Output = world.PathOf("o.ipynb"),
            Html = world.PathOf("o.html"),
            Settings = new RunSettings
            {
                AllowsErrors = true,
                Limits = new TimeLimits(TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(2)),
                FollowsOutput = true,
                HidesInput = true,
                TrustsPages = true,
                Parameters =
                [
                    NotebookParameter.OfText("size", "8 \"ü\"\n"),
                    new NotebookParameter("sweep", JsonElement.Parse("[1, 2.50]"), IsText: false),
                ],
            },
        };
        await new NotebookHost(FakeWorld.Host, TimeProvider.System).RunAsync(job, _ => { }, default);
        string[] expected =
        [
            "run", notebook, "--output", job.Output, "--html", job.Html, "--allow-errors", "--timeout", "0.5", "--notebook-timeout", "120",
            "--log-output", "--no-input", "--trust", "--supervised", "--journal",
        ];
        string[] seen = File.ReadAllLines(world.PathOf("seen"));
        Assert.That(seen[..^1], Is.EqualTo(expected));
        Assert.That(Path.IsPathFullyQualified(seen[^1]) && !File.Exists(seen[^1]), Is.True);
        using var line = JsonDocument.Parse(File.ReadAllText(world.PathOf("line")));
        var parameters = line.RootElement.GetProperty("parameters");
        Assert.That(parameters.GetProperty("size").GetProperty("text").GetString(), Is.EqualTo("8 \"ü\"\n"));
        Assert.That(parameters.GetProperty("sweep").GetProperty("value").GetRawText(), Is.EqualTo("[1,2.50]"));
    }

    [Test]
    public async Task Run_PlainJob_PassesNothingElse()
    {
        using var world = new FakeWorld();
        var notebook = world.WritePassing("a.ipynb", "arguments seen", "supervisor line");
        await RunAsync(notebook);
        Assert.That(File.ReadAllLines(world.PathOf("seen")), Is.EqualTo(["run", notebook, "--supervised"]));
        Assert.That(File.ReadAllText(world.PathOf("line")), Is.EqualTo("""{"parameters":{}}"""));
    }

    [TestCase("die", NotebookOutcome.HostDied)]
    [TestCase("exit 0", NotebookOutcome.Passed)]
    [Platform(Exclude = "Win")]
    [CancelAfter(60_000)]
    public async Task Run_ProgramThatACellLeftBehind_EndsWithTheHost(string end, object outcome)
    {
        using var world = new FakeWorld();
        var notebook = world.Write("a.ipynb", "spawn child", """out {"event":"finished","ok":true,"executed":1,"failed":0}""", end);
        var result = await RunAsync(notebook);
        Assert.That(result.Outcome, Is.EqualTo(outcome));
        Assert.That(ProcessState.Lives(File.ReadAllText(world.PathOf("child"))), Is.False);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Run_HostThatDoesNotKeepTheLimit_IsKilledAndTimedOut()
    {
        using var world = new FakeWorld();
        var notebook = world.Write(
            "a.ipynb",
            "stubborn",
            """out {"event":"started","notebook":"a","cells":2}""",
            """out {"event":"cell-started","cell":1,"cells":2}""",
            "hang");
        var limits = new TimeLimits(TimeSpan.FromSeconds(1), null);
        var job = new NotebookJob(notebook, "a.ipynb") { Settings = new RunSettings { Limits = limits } };
        var time = new ManualTime();
        var host = new NotebookHost(FakeWorld.Host, time);
        var result = await host.RunAsync(job, hostEvent => time.Advance(hostEvent is CellStarted ? 3600 : 0), default);
        Assert.That((result.Outcome, result.EndedIn), Is.EqualTo((NotebookOutcome.TimedOut, (int?)1)));
    }

    [Test]
    public async Task Run_KilledHost_IsAFailureWithItsLastWords()
    {
        using var world = new FakeWorld();
        var notebook = world.Write("a.ipynb", """out {"event":"started","notebook":"a","cells":2}""", "err Unhandled exception.", "die");
        var result = await RunAsync(notebook);
        Assert.That(result.Outcome, Is.EqualTo(NotebookOutcome.HostDied));
        Assert.That(result.Message, Does.Contain("Unhandled exception."));
    }

    [TestCase("exit 0", "recovered", null)]
    [TestCase("exit 3", "", "\nWhat the notebook had reached could not be written: disk full")]
    [Platform(Exclude = "Win")]
    public async Task Run_HostThatDiesWithAJournal_IsRecovered(string recovery, string written, string? problem)
    {
        using var world = new FakeWorld();
        var notebook = world.Write(
            "a.ipynb",
            "arguments seen",
            """out {"event":"started","notebook":"a","cells":2}""",
            "err the reason",
            "journal " + recovery,
            "die");
        var job = new NotebookJob(notebook, "a.ipynb")
        {
            Output = world.PathOf("o.ipynb"),
            Settings = new RunSettings { Parameters = [NotebookParameter.OfText("n", "8")] },
        };
        var result = await new NotebookHost(FakeWorld.Host, TimeProvider.System).RunAsync(job, _ => { }, default);
        Assert.That(result.Outcome, Is.EqualTo(NotebookOutcome.HostDied));
        Assert.That(result.Message, Does.EndWith("the reason" + problem));
        Assert.That(File.ReadAllText(job.Output), Is.EqualTo(written));
        using var line = JsonDocument.Parse(File.ReadAllText(world.PathOf("recovery")));
        Assert.That(line.RootElement.GetProperty("parameters").GetProperty("n").GetProperty("text").GetString(), Is.EqualTo("8"));
        var error = line.RootElement.GetProperty("error");
        Assert.That(error.GetProperty("name").GetString(), Is.EqualTo("HostDied"));
        Assert.That(error.GetProperty("message").GetString(), Does.Contain("signal 9").And.EndWith("\nthe reason"));
        Assert.That(File.Exists(File.ReadAllLines(world.PathOf("seen"))[^1]), Is.False, "the journal");
    }

    [Test]
    public async Task Run_HostThatCannotBeStarted_IsAFailureThatNamesIt()
    {
        var host = new NotebookHost(new HostProgram("/no/such/dotnet", []), TimeProvider.System);
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
        var result = await new NotebookHost(FakeWorld.Host, TimeProvider.System).RunAsync(
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
            () => RunAsync(notebook, _ => throw new IOException("disk full")),
            Throws.InstanceOf<IOException>().With.Message.EqualTo("disk full"));
    }

    private static Task<NotebookResult> RunAsync(string notebook, Action<HostEvent>? report = null) =>
        new NotebookHost(FakeWorld.Host, TimeProvider.System).RunAsync(new NotebookJob(notebook, "a.ipynb"), report ?? (_ => { }), default);
}
