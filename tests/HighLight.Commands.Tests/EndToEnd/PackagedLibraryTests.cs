using System.Text.Json;
using System.Text.Json.Nodes;

namespace HighLight.Commands.Tests.EndToEnd;

/// <summary>The packed library, used from an empty folder elsewhere: by a file-based program and by notebooks.</summary>
[TestFixture]
[NonParallelizable]
public sealed class PackagedLibraryTests
{
    private PackageFeed _feed = null!;

    [OneTimeSetUp]
    public void Pack() => _feed = new PackageFeed();

    [OneTimeTearDown]
    public void RemoveFeed() => _feed.Dispose();

    [Test]
    public void FileProgram_OfTheReadme_PrintsWhatTheReadmeSays()
    {
        var example = ReadmeExample.Read("file");
        File.WriteAllText(Path.Combine(_feed.Work, "prune.cs"), example.Code);
        var run = _feed.Run("dotnet", "run", "prune.cs");
        Assert.That(run.Output.Trim(), Is.EqualTo(example.Output), run.Errors);
        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public void Notebook_OfTheReadme_PrintsWhatTheReadmeSays()
    {
        var example = ReadmeExample.Read("notebook");
        Notebook("readme.ipynb", example.Code);
        var run = Highlight("run", "readme.ipynb", "--in-place");
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Errors);
        Assert.That(Text("readme.ipynb", 0).Trim(), Is.EqualTo(example.Output));
    }

    [Test]
    public void Notebook_AskingForThePackage_GetsThePackedAssembly()
    {
        Notebook("where.ipynb", "#r \"nuget: HighLight.Core, 0.1.0\"\nConsole.Write(typeof(HighLight.Sparsity.HssPattern).Assembly.Location);");
        var run = Highlight("run", "where.ipynb", "--in-place");
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Errors);
        Assert.That(Text("where.ipynb", 0), Is.EqualTo(Path.Combine(_feed.Cache, "highlight.core", "0.1.0", "lib", "net10.0", "HighLight.Core.dll")));
    }

    [Test]
    public void Pack_AgainInAnotherZone_GivesTheSameBytes()
    {
        var first = _feed.Pack("first");
        Environment.SetEnvironmentVariable("TZ", "Pacific/Kiritimati");
        try
        {
            var second = _feed.Pack("second");
            var names = Directory.GetFiles(first).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
            Assert.That(names, Is.EqualTo(["HighLight.Core.0.1.0.nupkg", "HighLight.Core.0.1.0.snupkg"]));
            foreach (var name in names)
            {
                var bytes = File.ReadAllBytes(Path.Combine(first, name!));
                Assert.That(File.ReadAllBytes(Path.Combine(second, name!)), Is.EqualTo(bytes), name);
                using var package = System.IO.Compression.ZipFile.OpenRead(Path.Combine(first, name!));
                Assert.That(package.Entries.Select(entry => entry.LastWriteTime.DateTime), Is.All.EqualTo(new DateTime(2026, 1, 1)));
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", null);
        }
    }

    [Test]
    public void Tool_NativeLibraries_AreThoseOfDesktopsAndServers()
    {
        var runtimes = Path.Combine(Path.GetDirectoryName(Repository.Tool)!, "runtimes");
        var files = Directory.EnumerateFiles(runtimes, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(runtimes, file))
            .ToArray();
        Assert.That(files, Has.Some.StartsWith("linux-x64").And.Some.StartsWith("win-x64").And.Some.StartsWith("osx-arm64"));
        Assert.That(files, Has.None.StartsWith("android").And.None.StartsWith("ios"));
        Assert.That(files, Has.None.EndsWith(".lib"));
    }

    [Test]
    public void Notebook_ThatDoesNotAsk_KnowsNothingOfTheLibrary()
    {
        // The host brings no HighLight.Core of its own.
        Notebook("without.ipynb", "typeof(HighLight.Sparsity.HssPattern)");
        var run = Highlight("run", "without.ipynb");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output + run.Errors, Does.Contain("without.ipynb [cell 1] line 1").And.Contain("Sparsity"));
    }

    [Test]
    public void Run_OneNotebookThrows_NamesCellAndLineAndRunsTheOthers()
    {
        Notebook("bad.ipynb", "var x = 1;", "x++;\nthrow new InvalidOperationException(\"on purpose\");", "Console.Write(\"never\");");
        Notebook("good.ipynb", "Console.Write(\"ran\");");
        var run = Highlight("run", "bad.ipynb", "good.ipynb", "--in-place");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output + run.Errors, Does.Contain("bad.ipynb [cell 2] line 2: System.InvalidOperationException: on purpose"));
        Assert.That(Text("good.ipynb", 0), Is.EqualTo("ran"));
        Assert.That(Outputs("bad.ipynb", 1)[^1]!["output_type"]!.GetValue<string>(), Is.EqualTo("error"));
        Assert.That(Outputs("bad.ipynb", 2), Is.Empty);
    }

    [Test]
    public void Run_InPlaceTwice_LeavesTheSameBytes()
    {
        Notebook("twice.ipynb", "#r \"nuget: HighLight.Core, 0.1.0\"\nHighLight.Sparsity.HssPattern.Parse(\"4:8->2:4\")", "display(new[] { 1, 2 })");
        Assert.That(Highlight("run", "twice.ipynb", "--in-place").ExitCode, Is.Zero);
        var once = File.ReadAllBytes(Path.Combine(_feed.Work, "twice.ipynb"));
        Assert.That(Highlight("run", "twice.ipynb", "--in-place").ExitCode, Is.Zero);
        Assert.That(File.ReadAllBytes(Path.Combine(_feed.Work, "twice.ipynb")), Is.EqualTo(once));
    }

    private (int ExitCode, string Output, string Errors) Highlight(params string[] arguments) => _feed.Run("dotnet", [Repository.Tool, .. arguments]);

    private JsonArray Outputs(string notebook, int cell) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(_feed.Work, notebook)))!["cells"]![cell]!["outputs"]!.AsArray();

    private string Text(string notebook, int cell) => string.Concat(Outputs(notebook, cell)[0]!["text"]!.AsArray().Select(line => line!.GetValue<string>()));

    private void Notebook(string name, params string[] cells)
    {
        var document = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((source, i) => (JsonNode)new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["id"] = $"cell-{i + 1}",
                ["metadata"] = new JsonObject(),
                ["outputs"] = new JsonArray(),
                ["source"] = source,
            })]),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        File.WriteAllText(Path.Combine(_feed.Work, name), document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }
}
