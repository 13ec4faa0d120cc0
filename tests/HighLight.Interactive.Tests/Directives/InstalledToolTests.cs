using System.Runtime.Versioning;
using HighLight.Interactive.Directives;

namespace HighLight.Interactive.Tests.Directives;

[TestFixture]
internal sealed class InstalledToolTests
{
    private string _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("highlight-tool-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase(true, "run", "a.ipynb")]
    [TestCase(true, "convert", "a.dib", "a.ipynb")]
    [TestCase(true, "reproduce")]
    [TestCase(false, "run", "--help")]
    [TestCase(false, "evaluate")]
    [TestCase(false)]
    public void Runs_VerbsThatStartNotebooks(bool runs, params string[] words) => Assert.That(InstalledTool.Runs(words), Is.EqualTo(runs));

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task Run_ToolThatFails_GivesItsErrorsAndStreamsItsText()
    {
        WriteTool("echo \"text: $*\"; echo 'error: on purpose' >&2; exit 1");
        using var console = new StringWriter();
        var problem = await InstalledTool.RunAsync(["run", "a b.ipynb"], Places, console, default);
        Assert.That(problem, Is.EqualTo("error: on purpose"));
        Assert.That(console.ToString(), Is.EqualTo("text: run a b.ipynb" + Environment.NewLine));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task Run_AnotherProgramOfThatName_IsNotRunAndNamed()
    {
        WriteTool("touch ran", version: "' highlight version 4.10'");
        var problem = await InstalledTool.RunAsync(["run"], Places, TextWriter.Null, default);
        Assert.That(problem, Does.Contain($"'{Path.Combine(_folder, "highlight")}' is not the tool of HighLight.Cli"));
        Assert.That(problem, Does.Contain("said 'highlight version 4.10'").And.Contain("dotnet tool install"));
        Assert.That(File.Exists(Path.Combine(_folder, "ran")), Is.False);
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task Run_Stopped_LetsTheToolWriteWhatItHasReached()
    {
        WriteTool("trap 'echo reached > out; exit 130' TERM; touch started; while :; do sleep 0.05; done");
        using var stop = new CancellationTokenSource();
        var run = InstalledTool.RunAsync(["run"], Places, TextWriter.Null, stop.Token);
        while (!File.Exists(Path.Combine(_folder, "started")))
        {
            await Task.Delay(10);
        }

        await stop.CancelAsync();
        Assert.That(await run, Is.EqualTo("highlight run ended with exit code 130."));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(_folder, "out")), Is.EqualTo("reached\n"));
    }

    [Test]
    public async Task Run_NoTool_SaysHowToInstallIt() =>
        Assert.That(
            await InstalledTool.RunAsync(["run"], Places with { SearchPath = "" }, TextWriter.Null, default),
            Does.Contain("dotnet tool install"));

    private ToolPlaces Places => new(_folder, Path.Combine(_folder, "none"), _folder);

    [UnsupportedOSPlatform("windows")]
    private void WriteTool(string script, string version = "0.1.0+abc")
    {
        var tool = Path.Combine(_folder, "highlight");
        File.WriteAllText(tool, $"#!/bin/sh\nif [ \"$1\" = --version ]; then echo {version}; exit 0; fi\n{script}\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
