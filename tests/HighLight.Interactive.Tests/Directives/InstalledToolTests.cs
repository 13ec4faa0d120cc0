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
    public void Find_Nothing_GivesNothing() => Assert.That(InstalledTool.Find(_folder, path: ""), Is.Null);

    [Test]
    public void Find_ToolOnThePath_IsTaken()
    {
        var name = OperatingSystem.IsWindows() ? "highlight.exe" : "highlight";
        File.WriteAllText(Path.Combine(_folder, name), "");
        Assert.That(InstalledTool.Find(_folder, $"nowhere{Path.PathSeparator}{_folder}")!.Program, Is.EqualTo(Path.Combine(_folder, name)));
    }

    [TestCase(".config")]
    [TestCase("")]
    public void Find_ManifestAboveNamesTheTool_IsTaken(string place)
    {
        var below = Directory.CreateDirectory(Path.Combine(_folder, "below")).FullName;
        WriteManifest(place, """{"version":1,"tools":{"highlight.cli":{"version":"0.1.0","commands":["highlight"]}}}""");
        Assert.That(InstalledTool.Find(below, path: "")!.Arguments, Is.EqualTo(["tool", "run", "highlight", "--"]));
    }

    [TestCase("""{"version":1,"tools":{"other":{"version":"1.0.0","commands":["other"]}}}""")]
    [TestCase("""{"tools":[]}""")]
    [TestCase("""{"tools":{"other":null}}""")]
    [TestCase("[]")]
    [TestCase("not json")]
    public void Find_ManifestWithoutTheTool_GivesNothing(string manifest)
    {
        WriteManifest(".config", manifest);
        Assert.That(InstalledTool.Find(_folder, path: ""), Is.Null);
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Run_ToolThatFails_GivesItsErrorsAndStreamsItsText()
    {
        var tool = Path.Combine(_folder, "highlight");
        await File.WriteAllTextAsync(tool, "#!/bin/sh\necho \"text: $*\"\necho 'error: on purpose' >&2\nexit 1\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var console = new StringWriter();
        var problem = await InstalledTool.RunAsync(["run", "a b.ipynb"], _folder, _folder, console, default);
        Assert.That(problem, Is.EqualTo("error: on purpose"));
        Assert.That(console.ToString(), Is.EqualTo("text: run a b.ipynb" + Environment.NewLine));
    }

    [Test]
    public async Task Run_NoTool_SaysHowToInstallIt() =>
        Assert.That(
            await InstalledTool.RunAsync(["run"], _folder, path: "", TextWriter.Null, default), Does.Contain("dotnet tool install"));

    private void WriteManifest(string place, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, place)).FullName;
        File.WriteAllText(Path.Combine(folder, "dotnet-tools.json"), text);
    }
}
