using System.Text.Json;
using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests;

public sealed class RunOptionsTests
{
    [Test]
    public async Task Run_Parameters_GoToEveryNotebookAndTheCommandLineWins()
    {
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb", "supervisor a.line");
        world.WritePassing("b.ipynb", "supervisor b.line");
        world.Write("p.yaml", "size: 8", "name: x");
        Assert.That(
            await world.RunAsync("run", ".", "-p", "size=16", "--parameters", "p.yaml", "-p", "other=a=b"),
            Is.EqualTo(ExitCode.Success));
        var line = await File.ReadAllTextAsync(world.PathOf("a.line"));
        Assert.That(line, Is.EqualTo("""{"parameters":{"name":{"value":"x"},"size":{"text":"16"},"other":{"text":"a=b"}}}"""));
        Assert.That(await File.ReadAllTextAsync(world.PathOf("b.line")), Is.EqualTo(line));
    }

    [Test]
    public async Task Run_ManyParameters_AreMoreThanAPipeHolds()
    {
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb", "supervisor a.line");
        world.Write("p.json", $$"""{"numbers":[{{string.Join(',', Enumerable.Range(0, 100_000))}}]}""");
        Assert.That(await world.RunAsync("run", "a.ipynb", "--parameters", "p.json"), Is.EqualTo(ExitCode.Success));
        using var line = JsonDocument.Parse(await File.ReadAllTextAsync(world.PathOf("a.line")));
        Assert.That(
            line.RootElement.GetProperty("parameters").GetProperty("numbers").GetProperty("value").GetArrayLength(),
            Is.EqualTo(100_000));
    }

    [Test]
    public async Task Run_HostThatReadsNoParameters_DoesNotHoldUpTheBatch()
    {
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb", "supervisor a.line");
        world.Write("p.json", $$"""{"text":"{{new string('x', 500_000)}}"}""");
        var deaf = world.CreateContext() with { Host = FakeWorld.Host with { LeadingArguments = [FakeWorld.Assembly, "deaf"] } };
        Assert.That(await HighLightCommandLine.RunAsync(["run", "a.ipynb", "--parameters", "p.json"], deaf), Is.EqualTo(ExitCode.Failed));
        Assert.That(world.Error, Does.Contain("ended with exit code 99"));
    }

    [Test]
    public async Task Run_BadOptions_AreAllNamedAndNothingIsRun()
    {
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb");
        world.Write("p.json", "{\"a\":{}}");
        string[] arguments =
        [
            "run", "a.ipynb", "-p", "size", "-p", "x=1", "-p", "x=2", "--parameters", "p.json",
            "--timeout", "0", "--notebook-timeout", "1e3", "--no-input", "--trust",
        ];
        Assert.That(await world.RunAsync(arguments), Is.EqualTo(ExitCode.Usage));
        Assert.That(
            world.Error.Split('\n').Where(line => line.StartsWith("error: ", StringComparison.Ordinal)),
            Has.Exactly(7).Items
                .And.One.StartsWith("error: -p must be followed by name=value")
                .And.One.StartsWith("error: -p gives 'x' 2 times")
                .And.One.StartsWith("error: p.json, line 1: 'a' is an object")
                .And.One.StartsWith("error: --timeout must be a number of seconds from 0.001 to 1000000")
                .And.One.StartsWith("error: --notebook-timeout must be")
                .And.One.StartsWith("error: --no-input is about pages")
                .And.One.StartsWith("error: --trust is about pages"));
        Assert.That(world.Output, Is.Empty);
    }

    [TestCase("0.001", true)]
    [TestCase("1000000", true)]
    [TestCase("0.0009", false)]
    [TestCase("1000000.1", false)]
    [TestCase("-1", false)]
    [TestCase("1,5", false)]
    [TestCase("NaN", false)]
    [TestCase("five", false)]
    public async Task Run_Timeout_HasARange(string seconds, bool good)
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("run", "gone.ipynb", "--timeout", seconds), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error.Contains("--timeout must be", StringComparison.Ordinal), Is.EqualTo(!good));
    }

    [Test]
    public async Task Run_NotebookThatTimesOut_IsToldAndTheBatchGoesOn()
    {
        using var world = new FakeWorld();
        world.Write(
            "a.ipynb",
            """out {"event":"started","notebook":"x","cells":3}""",
            """out {"event":"cell-started","cell":2,"cells":3}""",
            """out {"event":"cell-finished","cell":2,"ok":false,"seconds":5.0}""",
            """out {"event":"error","cell":2,"line":null,"name":"TimeoutError","message":"The cell ran longer than 5 s."}""",
            """out {"event":"timed-out","cell":2,"seconds":5,"scope":"cell"}""",
            "exit 124");
        world.WritePassing("b.ipynb");
        Assert.That(await world.RunAsync("run", ".", "--timeout", "5", "--jobs", "1"), Is.EqualTo(ExitCode.Failed));
        Assert.That(
            world.Output,
            Does.Contain("a.ipynb: timed out, 1/3 cells").And.Contain("b.ipynb: passed").And.Contain("1 passed, 1 failed"));
        Assert.That(world.Error, Does.Contain("  a.ipynb [cell 2]: TimeoutError: The cell ran longer than 5 s.\n"));
    }

    [Test]
    public async Task Run_DiskThatIsFull_IsNotAnInvalidNotebook()
    {
        using var world = new FakeWorld();
        world.Write(
            "a.ipynb",
            """out {"event":"started","cells":1}""",
            """out {"event":"write-failed","message":"out/a.ipynb: No space left on device"}""",
            "exit 3");
        Assert.That(await world.RunAsync("run", "a.ipynb"), Is.EqualTo(ExitCode.Failed));
        Assert.That(world.Output, Does.Contain("a.ipynb: not written, 0/1 cells"));
        Assert.That(world.Error, Does.Contain("a.ipynb: out/a.ipynb: No space left on device"));
    }

    [Test]
    public async Task Run_LogOutput_ShowsLinesOfCells()
    {
        using var world = new FakeWorld();
        world.WritePassing(
            "a.ipynb",
            """out {"event":"output","cell":1,"stream":"stdout","text":"epoch 1\nepoch 2\n"}""",
            """out {"event":"warning","message":"odd"}""",
            "arguments seen");
        Assert.That(await world.RunAsync("run", "a.ipynb", "--log-output"), Is.EqualTo(ExitCode.Success));
        Assert.That(world.Output, Does.Contain("[1/1 a.ipynb cell 1] epoch 1\n[1/1 a.ipynb cell 1] epoch 2\nwarning: a.ipynb: odd\n"));
        Assert.That(world.Output, Does.Contain("a.ipynb: passed, 1/1 cells, 1 warning, ").And.Contain("0 failed, 1 warning in "));
        Assert.That(await File.ReadAllLinesAsync(world.PathOf("seen")), Does.Contain("--log-output"));
    }

    [Test]
    public async Task Run_SkippedCells_AreCounted()
    {
        using var world = new FakeWorld();
        world.Write(
            "a.ipynb",
            """out {"event":"started","cells":1}""",
            """out {"event":"cell-finished","cell":1,"ok":true,"seconds":0,"skipped":true}""",
            """out {"event":"finished","ok":true,"executed":0,"failed":0}""");
        await world.RunAsync("run", "a.ipynb");
        Assert.That(world.Output, Does.Contain("1 passed, 0 failed, 1 cell skipped in "));
    }

    [Test]
    public async Task Run_Scripts_AreFoundInFoldersAndWrittenAsNotebooks()
    {
        using var world = new FakeWorld();
        world.WritePassing("n/a.dib");
        world.WritePassing("n/B.IPYNB");
        Assert.That(await world.RunAsync("run", "n", "--output", "out", "--html", "out"), Is.EqualTo(ExitCode.Success));
        Assert.That(
            Directory.EnumerateFiles(world.PathOf("out")).Select(Path.GetFileName),
            Is.EquivalentTo(["a.ipynb", "a.html", "B.IPYNB", "B.html"]));
    }
}
