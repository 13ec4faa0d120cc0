using System.Xml.Linq;
using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests;

public sealed class RunReportTests
{
    [Test]
    public async Task Run_Reports_TellEveryNotebookWhateverBecameOfIt()
    {
        using var world = new FakeWorld();
        world.WritePassing("1.ipynb", "arguments seen");
        world.WriteFailing("2.ipynb");
        world.Write(
            "3.ipynb",
            """out {"event":"started","cells":2}""",
            """out {"event":"cell-started","cell":1,"cells":2}""",
            """out {"event":"output","cell":1,"stream":"stdout","text":"last words"}""",
            "die");
        Assert.That(await world.RunAsync("run", ".", "--junit", "out/r.xml", "--trx", "out/r.trx"), Is.EqualTo(ExitCode.Failed));
        var suites = XDocument.Load(world.PathOf("out/r.xml")).Root!.Elements("testsuite").ToArray();
        Assert.That(suites.Select(suite => (string)suite.Attribute("name")!), Is.EqualTo(["1.ipynb", "2.ipynb", "3.ipynb"]));
        Assert.That(suites[1].Descendants("failure").Single().Value, Does.Contain("no such pattern"));
        Assert.That(suites[2].Descendants("error").Single().Value, Does.Contain("signal 9"));
        Assert.That(suites[2].Descendants("system-out").Single().Value, Is.EqualTo("last words"));
        Assert.That(
            XDocument.Load(world.PathOf("out/r.trx")).Descendants().Count(element => element.Name.LocalName is "UnitTestResult"),
            Is.EqualTo(6));
        Assert.That(
            Directory.EnumerateFileSystemEntries(world.PathOf("out")).Select(Path.GetFileName),
            Is.EquivalentTo(["r.trx", "r.xml"]));

        // What a failing cell printed is asked for, but not shown.
        Assert.That(await File.ReadAllLinesAsync(world.PathOf("seen")), Does.Contain("--log-output"));
        Assert.That(world.Output, Does.Not.Contain("last words"));
    }

    [Test]
    public async Task Run_CancelledBatch_StillWritesItsReport()
    {
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb");
        using var requested = new CancellationTokenSource();
        await requested.CancelAsync();
        var context = world.CreateContext() with { Termination = new(requested.Token, default) };
        Assert.That(await HighLightCommandLine.RunAsync(["run", "a.ipynb", "--junit", "r.xml"], context), Is.EqualTo(ExitCode.Cancelled));
        Assert.That(
            (string?)XDocument.Load(world.PathOf("r.xml")).Descendants("error").Single().Attribute("message"),
            Is.EqualTo("Stopped by Ctrl-C, SIGTERM or SIGHUP before a cell was reached."));
        Assert.That((int)XDocument.Load(world.PathOf("r.xml")).Root!.Attribute("errors")!, Is.EqualTo(1));
    }

    [TestCase("a.ipynb", "--junit would overwrite the notebook 'a.ipynb'")]
    [TestCase("o/a.ipynb", "--junit would overwrite a result of 'a.ipynb'")]
    [TestCase("o/a.html", "--junit would overwrite a result of 'a.ipynb'")]
    [TestCase("r.trx", "--trx would overwrite --junit")]
    [TestCase("p.json", "--junit would overwrite the file of --parameters")]
    [TestCase("linked/p.json", "--junit would overwrite the file of --parameters")]
    [TestCase("linked/a.ipynb", "--junit would overwrite the notebook 'a.ipynb'")]
    [TestCase("link.xml", "--junit would overwrite the notebook 'a.ipynb'")]
    [TestCase("folder", "--junit must name a file, but 'folder' is a folder")]
    [TestCase("new/", "--junit must name a file")]
    [TestCase("read.me/r.xml", "cannot be made")]
    [TestCase("", "--junit lacks its value")]
    public async Task Run_ReportThatCannotBeMeant_IsRefusedUpFront(string report, string expected)
    {
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb");
        world.Write("read.me");
        world.Write("p.json", "{}");
        Directory.CreateDirectory(world.PathOf("folder"));
        Directory.CreateSymbolicLink(world.PathOf("linked"), world.PathOf("."));
        File.CreateSymbolicLink(world.PathOf("link.xml"), world.PathOf("a.ipynb"));
        Assert.That(
            await world.RunAsync("run", "a.ipynb", "--parameters", "p.json", "-o", "o", "--html", "o", "--trx", "r.trx", "--junit", report),
            Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain(expected));
        Assert.That(world.Output, Is.Empty);
    }

    [Test]
    public async Task Run_ReportThatCannotBeWritten_FailsAndTheOtherIsWritten()
    {
        using var world = new FakeWorld();
        world.WritePassing("a.ipynb", "folder r.xml");
        Assert.That(await world.RunAsync("run", "a.ipynb", "--junit", "r.xml", "--trx", "r.trx"), Is.EqualTo(ExitCode.Failed));
        Assert.That(world.Error, Does.StartWith("error: --junit: "));
        Assert.That(File.Exists(world.PathOf("r.trx")), Is.True);
        Assert.That(world.Output, Does.Contain("1 notebook: 1 passed, 0 failed"));
    }
}
