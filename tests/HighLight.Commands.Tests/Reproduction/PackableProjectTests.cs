using HighLight.Commands.Reproduction;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Reproduction;

public sealed class PackableProjectTests
{
    [Test]
    public void In_ProjectFiles_ArePickedByWhatTheySay()
    {
        using var world = new FakeWorld();
        Project(world, "B", "<IsPackable>true</IsPackable>");
        Project(world, "A", "<IsPackable> True </IsPackable><PackageId>Other.Name</PackageId>");
        Project(world, "Tool", "<IsPackable>true</IsPackable><PackAsTool>true</PackAsTool>");
        Project(world, "Plain", "");
        Project(world, "No", "<IsPackable>false</IsPackable>");
        Assert.That(
            PackableProject.In(world.Folder).Select(project => (project.PackageId, project.IsTool)),
            Is.EqualTo([("Other.Name", false), ("B", false), ("Tool", true)]));
    }

    [Test]
    public void In_ThisRepository_FindsTheLibrariesOfTheNotebooksAndTheTool()
    {
        var root = RepositoryRoot.Above(AppContext.BaseDirectory)!;
        var projects = PackableProject.In(root.Libraries).ToLookup(project => project.IsTool, project => project.PackageId);
        Assert.That(projects[false], Is.SupersetOf(new[] { "HighLight.Core", "HighLight.Experiments", "HighLight.Models" }));
        Assert.That(projects[true], Is.EqualTo(["HighLight.Cli"]));
    }

    [Test]
    public void In_BrokenProjectFile_IsNamed()
    {
        using var world = new FakeWorld();
        var file = world.Write("A/A.csproj", "<Project>");
        Assert.That(() => PackableProject.In(world.Folder), Throws.InstanceOf<InvalidDataException>().With.Message.Contains(file));
    }

    [Test]
    public void In_MissingFolder_IsEmpty() => Assert.That(PackableProject.In("/no/such/folder"), Is.Empty);

    private static void Project(FakeWorld world, string name, string properties) =>
        world.Write($"{name}/{name}.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>{properties}</PropertyGroup></Project>");
}
