using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests;

public sealed class RunCommandTests
{
    [Test]
    public async Task Run_CheckOfAFolder_PassesAndWritesNothing()
    {
        using var world = new FakeWorld();
        world.WritePassing("n/b.ipynb");
        world.WritePassing("n/a.ipynb");
        var before = Contents(world);
        Assert.That(await world.RunAsync("run", "n", "--jobs", "1"), Is.EqualTo(ExitCode.Success));
        Assert.That(Contents(world), Is.EqualTo(before));
        Assert.That(world.Output, Does.Match(@"^\[1/2\] a\.ipynb: started\n\[1/2\] a\.ipynb: passed, 1/1 cells, [0-9.]+ s\n\[2/2\] b\.ipynb: started\n"));
        Assert.That(world.Output, Does.Contain("\n2 notebooks: 2 passed, 0 failed in "));
        Assert.That(world.Error, Is.Empty);
    }

    [Test]
    public async Task Run_OneFails_TheOthersRunAndTheFailureIsNamed()
    {
        using var world = new FakeWorld();
        world.WriteFailing("1.ipynb");
        world.Write("2.ipynb", "err boom", "die");
        world.Write("3.ipynb", """out {"event":"invalid","message":"no JSON: position 7"}""", "exit 2");
        world.WritePassing("4.ipynb");
        Assert.That(await world.RunAsync("run", ".", "--jobs", "2"), Is.EqualTo(ExitCode.Failed));
        Assert.That(world.Output, Does.Contain("4.ipynb: passed").And.Contain("4 notebooks: 1 passed, 3 failed"));
        Assert.That(world.Error, Does.Contain("1.ipynb [cell 2] line 4: System.InvalidOperationException: no such pattern\n"));
        Assert.That(world.Error, Does.Contain("2.ipynb: The notebook host").And.Contain("boom"));
        Assert.That(world.Error, Does.Contain("3.ipynb: no JSON: position 7"));
    }

    [Test]
    public async Task Run_AllowErrors_FollowsTheHostsVerdict()
    {
        using var world = new FakeWorld();
        world.WriteFailing("a.ipynb", exitCode: 0);
        Assert.That(await world.RunAsync("run", "a.ipynb", "--allow-errors"), Is.EqualTo(ExitCode.Success));
        Assert.That(world.Output, Does.Contain("a.ipynb [cell 2] line 4: System.InvalidOperationException"));
        Assert.That(world.Output, Does.Contain("1 notebook: 1 passed, 0 failed, 1 cell error allowed in "));
    }

    [Test]
    public async Task Run_OutputAndHtml_GoToTheFoldersAndTheInputStays()
    {
        using var world = new FakeWorld();
        var input = await File.ReadAllTextAsync(world.WritePassing("a.ipynb"));
        Assert.That(await world.RunAsync("run", "a.ipynb", "--output", "out/deep", "--html", "pages"), Is.EqualTo(ExitCode.Success));
        Assert.That(await File.ReadAllTextAsync(world.PathOf("a.ipynb")), Is.EqualTo(input));
        Assert.That(await File.ReadAllTextAsync(world.PathOf("out/deep/a.ipynb")), Is.EqualTo("--output of a.ipynb"));
        Assert.That(await File.ReadAllTextAsync(world.PathOf("pages/a.html")), Is.EqualTo("--html of a.ipynb"));
    }

    [Test]
    public async Task Run_InPlace_ReplacesTheInput()
    {
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb");
        Assert.That(await world.RunAsync("run", "a.ipynb", "--in-place"), Is.EqualTo(ExitCode.Success));
        Assert.That(await File.ReadAllTextAsync(world.PathOf("a.ipynb")), Is.EqualTo("--output of a.ipynb"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Run_TwoJobs_RunAtTheSameTime()
    {
        // Each waits for the other: run one after the other, neither would end.
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb", "touch a.there", "await b.there");
        world.WritePassing("b.ipynb", "touch b.there", "await a.there");
        Assert.That(await world.RunAsync("run", ".", "--jobs", "2"), Is.EqualTo(ExitCode.Success));
    }

    [Test]
    public async Task Run_BadArguments_AreAllNamedAndNothingIsRun()
    {
        using var world = new FakeWorld();
        world.WritePassing("x/a.ipynb");
        world.WritePassing("y/a.ipynb");
        world.Write("read.me");
        var code = await world.RunAsync("run", "x", "y", "gone.ipynb", "read.me", "--output", "o", "--in-place", "--html", "", "--jobs", "0");
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error.Split('\n').Count(line => line.StartsWith("error: ", StringComparison.Ordinal)), Is.EqualTo(5));
        Assert.That(world.Error, Does.Contain("gone.ipynb").And.Contain("read.me").And.Contain("exclude").And.Contain("--html").And.Contain("--jobs"));
        Assert.That(world.Output, Is.Empty);
        Assert.That(Directory.Exists(world.PathOf("o")), Is.False);
    }

    [Test]
    public async Task Run_OutputFolderThatCannotBeMade_IsRefused()
    {
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb");
        world.Write("file");
        Assert.That(await world.RunAsync("run", "a.ipynb", "--output", "file/inner"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("cannot be made"));
    }

    [Test]
    [Platform("Linux")]
    public async Task Run_OutputFolderThatNothingCanBeWrittenTo_IsRefused()
    {
        // Nobody, root included, makes files in /proc.
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb");
        Assert.That(await world.RunAsync("run", "a.ipynb", "--output", "/proc"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("No file can be written to the folder /proc"));
        Assert.That(world.Output, Is.Empty);
    }

    [TestCase("--output", "result.ipynb")]
    [TestCase("--output", "-")]
    [TestCase("--html", "page.html")]
    public async Task Run_OutputFolderNamedLikeAFile_IsRefusedAndNotMade(string option, string name)
    {
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb");
        Assert.That(await world.RunAsync("run", "a.ipynb", option, name), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain($"{option} must name a folder, but '{name}' is the name of a file. Give a folder"));
        Assert.That(Directory.Exists(world.PathOf(name)), Is.False);
        Assert.That(await world.RunAsync("run", "a.ipynb", option, "new.v1"), Is.EqualTo(ExitCode.Success));
    }

    [Test]
    public async Task Run_OutputFolders_HoldNothingButTheResults()
    {
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb");
        await world.RunAsync("run", "a.ipynb", "--output", "out");
        Assert.That(Directory.EnumerateFileSystemEntries(world.PathOf("out")), Is.EqualTo([world.PathOf("out/a.ipynb")]));
    }

    private static Dictionary<string, string> Contents(FakeWorld world) =>
        Directory.EnumerateFiles(world.Folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText, StringComparer.Ordinal);
}
