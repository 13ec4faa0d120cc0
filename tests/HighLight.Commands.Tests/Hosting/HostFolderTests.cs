using System.Text.Json;
using HighLight.Commands.Hosting;

namespace HighLight.Commands.Tests.Hosting;

/// <summary>What the build puts beside the tool.</summary>
public sealed class HostFolderTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "host");

    [Test]
    public void HostFolder_AfterABuild_HoldsEveryFileTheHostDependsOn()
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "HighLight.Notebooks.Host.deps.json")));
        var needed = dependencies.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject()
            .Where(library => library.Value.TryGetProperty("runtime", out _))
            .SelectMany(library => library.Value.GetProperty("runtime").EnumerateObject().Select(file => Path.GetFileName(file.Name)))
            .Append("HighLight.Notebooks.Host.runtimeconfig.json")
            .ToArray();
        Assert.That(needed, Does.Contain("HighLight.Notebooks.dll").And.Contain("HighLight.Notebooks.Host.dll"));
        Assert.That(needed.Where(file => !File.Exists(Path.Combine(Folder, file))), Is.Empty);
    }

    [Test]
    public void HostFolder_AfterABuild_HoldsNoLibraryThatNotebooksGetAsAPackage() =>
        Assert.That(
            Directory.EnumerateFiles(Folder, "HighLight.*.dll", SearchOption.AllDirectories).Select(Path.GetFileName),
            Is.EquivalentTo(["HighLight.Notebooks.dll", "HighLight.Notebooks.Host.dll", "HighLight.Notebooks.Surface.dll"]));

    [Test]
    public void Beside_FolderWithoutAHost_SaysHowToGetIt()
    {
        Assert.That(HostProgram.Beside(AppContext.BaseDirectory, "dotnet").Missing(), Is.Null);
        Assert.That(HostProgram.Beside(Folder, "dotnet").Missing(), Does.Contain("dotnet build lib/HighLight.Cli"));
    }
}
