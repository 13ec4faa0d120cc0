using HighLight.Commands.Context;
using HighLight.Commands.Reproduction;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests;

public sealed class ReproduceCommandTests
{
    private const string Row = """[{"experiment":"primer","quantity":"density","ours":0.375,"paper":0.375,"ratio":1}]""";

    [Test]
    public async Task Reproduce_WholeRepository_PacksRunsReportsAndCompares()
    {
        using var world = CreateRepository();
        world.WritePassing("notebooks/02-b.ipynb");
        world.Write("data/results/summary/primer.json", Row);
        Assert.That(await world.RunAsync("reproduce"), Is.EqualTo(ExitCode.Success), () => world.Output + world.Error);
        Assert.That(File.Exists(world.PathOf("nuget/Lib.1.0.0.nupkg")), Is.True);
        Assert.That(
            Directory.EnumerateFiles(world.Folder, "*.slnf*", SearchOption.AllDirectories),
            Is.EqualTo([world.PathOf("artifacts/packages.slnf")]), "nothing else is written on the way");
        Assert.That(await File.ReadAllTextAsync(world.PathOf("notebooks/02-b.ipynb")), Is.EqualTo("--output of 02-b.ipynb"));
        var page = await File.ReadAllTextAsync(world.PathOf("data/results/report/index.html"));
        Assert.That(page, Does.Contain("<a href=\"01-a.html\">").And.Contain("<a href=\"02-b.html\">"));
        Assert.That(world.Output, Does.Contain("Packing Lib …").And.Not.Contain("said only on failure"));
        Assert.That(world.Output, Does.Match(@"primer + density + +0\.375 + +0\.375 + +1\.000"));
        Assert.That(world.Output, Does.Match(@"2 notebooks: 2 passed, 0 failed in [^\n]+\n$"));
    }

    [Test]
    public async Task Reproduce_FailingCell_EndsNonZeroAndStillReports()
    {
        using var world = CreateRepository();
        world.WriteFailing("notebooks/02-b.ipynb");
        // A page of an earlier run.
        world.Write("data/results/report/02-b.html", "old");
        Assert.That(await world.RunAsync("reproduce"), Is.EqualTo(ExitCode.Failed));
        Assert.That(world.Error, Does.Contain("02-b.ipynb [cell 2] line 4"));
        Assert.That(File.Exists(world.PathOf("data/results/report/02-b.html")), Is.False);
        Assert.That(await File.ReadAllTextAsync(world.PathOf("data/results/report/index.html")), Does.Contain("01-a.html").And.Not.Contain("02-b.html"));
    }

    [Test]
    public async Task Reproduce_BuildThatFails_ShowsWhatItSaidAndRunsNothing()
    {
        using var world = CreateRepository();
        world.Write("fail-pack");
        Assert.That(await world.RunAsync("reproduce"), Is.EqualTo(ExitCode.Failed));
        Assert.That(world.Error, Does.Contain("Packing failed").And.Contain("error CS1002"));
        Assert.That(world.Output, Does.Not.Contain("01-a.ipynb"));
    }

    [Test]
    public async Task Reproduce_NoPack_NeedsPackagesFromBefore()
    {
        using var world = CreateRepository();
        world.Write(
            "lib/Tool/Tool.csproj",
            "<Project><PropertyGroup><IsPackable>true</IsPackable><PackAsTool>true</PackAsTool></PropertyGroup></Project>");
        world.Write("nuget/Lib.Other.1.0.0.nupkg");
        Assert.That(await world.RunAsync("reproduce", "--no-pack"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("holds no package Lib.").And.Not.Contain("package Tool"), "no notebook needs the tool");
        world.Write("nuget/Lib.0.9.0.nupkg");
        Assert.That(await world.RunAsync("reproduce", "--no-pack"), Is.EqualTo(ExitCode.Success));
        Assert.That(File.Exists(world.PathOf("nuget/Lib.1.0.0.nupkg")), Is.False);
    }

    [Test]
    public async Task Reproduce_MalformedSummary_IsNamedAndFails()
    {
        using var world = CreateRepository();
        world.Write("data/results/summary/bad.json", "{");
        Assert.That(await world.RunAsync("reproduce"), Is.EqualTo(ExitCode.Failed));
        Assert.That(world.Error, Does.Contain("error: summary/bad.json: not valid JSON"));
    }

    [Test]
    public async Task Reproduce_ReportThatCannotBeWritten_IsAnErrorWithoutAStackTrace()
    {
        using var world = CreateRepository();
        world.Write("data/results/report/index.html/in-the-way");
        Assert.That(await world.RunAsync("reproduce"), Is.EqualTo(ExitCode.Failed));
        Assert.That(world.Error, Does.StartWith("error: ").And.Not.Contain("   at "));
        Assert.That(Directory.EnumerateFiles(world.PathOf("data/results/report"), "*.tmp"), Is.Empty);
    }

    [Test]
    public async Task Reproduce_NoSummary_SaysSo()
    {
        using var world = CreateRepository();
        Assert.That(await world.RunAsync("reproduce"), Is.EqualTo(ExitCode.Success));
        Assert.That(world.Output, Does.Contain("No comparison with the paper"));
    }

    [Test]
    public async Task Reproduce_OutsideARepository_SaysHowToNameIt()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("reproduce", "--jobs", "x"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("--root DIR").And.Contain("--jobs"));
    }

    [Test]
    public async Task Reproduce_RootThatIsNone_IsRefused()
    {
        using var world = CreateRepository();
        Assert.That(await world.RunAsync("reproduce", "--root", "notebooks"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("--root 'notebooks' holds no HighLightNotebooks.sln"));
    }

    [Test]
    public async Task Reproduce_IncompleteRepository_NamesAllThatIsMissing()
    {
        using var world = new FakeWorld();
        world.Write(RepositoryRoot.Marker);
        Assert.That(await world.RunAsync("reproduce"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("is packable").And.Contain("nothing to reproduce"));
    }

    private static FakeWorld CreateRepository()
    {
        var world = new FakeWorld();
        world.Write(RepositoryRoot.Marker);
        world.Write("lib/Lib/Lib.csproj", "<Project><PropertyGroup><IsPackable>true</IsPackable></PropertyGroup></Project>");
        world.Write("nuget/README.md");
        world.WritePassing("notebooks/01-a.ipynb");
        return world;
    }
}
