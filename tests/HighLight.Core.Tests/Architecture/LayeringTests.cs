using System.Reflection;
using System.Xml.Linq;
using HighLight.Sparsity;
using NetArchTest.Rules;

namespace HighLight.Architecture;

/// <summary>The arrows between the folders of HighLight.Core and between the projects, as the architecture draws them.</summary>
[TestFixture]
public sealed class LayeringTests
{
    private static readonly Assembly Core = typeof(HssPattern).Assembly;

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["HighLight.Sparsity"] = [],
        ["HighLight.Tensors"] = [],
        ["HighLight.Notebooks.Surface"] = [],
        ["HighLight.Notebooks"] = ["HighLight.Notebooks.Surface"],
        ["HighLight.Fibertrees"] = ["HighLight.Sparsity", "HighLight.Tensors", "HighLight.Notebooks"],
        ["HighLight.Pruning"] = ["HighLight.Sparsity", "HighLight.Tensors"],
        ["HighLight.Files"] = [],
        ["HighLight.Formats"] = ["HighLight.Files", "HighLight.Sparsity", "HighLight.Tensors", "HighLight.Notebooks"],
        ["HighLight.Csv"] = ["HighLight.Files"],
        ["HighLight.Technology"] = ["HighLight.Csv"],
        ["HighLight.Workloads"] = ["HighLight.Csv"],
        ["HighLight.Hardware"] = ["HighLight.Hardware.Designs", "HighLight.Hardware.Presets", "HighLight.Sparsity", "HighLight.Technology"],
        ["HighLight.Hardware.Presets"] = ["HighLight.Hardware", "HighLight.Hardware.Designs", "HighLight.Sparsity", "HighLight.Technology"],
        ["HighLight.Hardware.Designs"] = ["HighLight.Hardware", "HighLight.Sparsity", "HighLight.Technology"],
        ["HighLight.Evaluation.Densities"] = ["HighLight.Sparsity", "HighLight.Tensors", "HighLight.Pruning"],
        ["HighLight.Evaluation"] = ["HighLight.Evaluation.Networks", "HighLight.Evaluation.Densities", "HighLight.Hardware", "HighLight.Hardware.Designs", "HighLight.Hardware.Presets", "HighLight.Pruning", "HighLight.Tensors", "HighLight.Sparsity", "HighLight.Technology", "HighLight.Workloads"],
        ["HighLight.Evaluation.Networks"] = ["HighLight.Evaluation", "HighLight.Evaluation.Densities", "HighLight.Hardware", "HighLight.Hardware.Designs", "HighLight.Hardware.Presets", "HighLight.Pruning", "HighLight.Tensors", "HighLight.Sparsity", "HighLight.Technology", "HighLight.Workloads"],
        ["HighLight.Simulation"] = ["HighLight.Simulation.Parts", "HighLight.Simulation.Structured", "HighLight.Simulation.OuterProduct", "HighLight.Simulation.TimeUnrolled", "HighLight.Evaluation", "HighLight.Evaluation.Densities", "HighLight.Formats", "HighLight.Hardware", "HighLight.Hardware.Designs", "HighLight.Hardware.Presets", "HighLight.Notebooks", "HighLight.Pruning", "HighLight.Sparsity", "HighLight.Technology", "HighLight.Tensors", "HighLight.Workloads"],
        ["HighLight.Simulation.Parts"] = ["HighLight.Simulation", "HighLight.Evaluation", "HighLight.Evaluation.Densities", "HighLight.Formats", "HighLight.Hardware", "HighLight.Hardware.Designs", "HighLight.Hardware.Presets", "HighLight.Notebooks", "HighLight.Pruning", "HighLight.Sparsity", "HighLight.Technology", "HighLight.Tensors", "HighLight.Workloads"],
        ["HighLight.Simulation.Structured"] = ["HighLight.Simulation", "HighLight.Simulation.Parts", "HighLight.Evaluation", "HighLight.Evaluation.Densities", "HighLight.Formats", "HighLight.Hardware", "HighLight.Hardware.Designs", "HighLight.Hardware.Presets", "HighLight.Notebooks", "HighLight.Pruning", "HighLight.Sparsity", "HighLight.Technology", "HighLight.Tensors", "HighLight.Workloads"],
        ["HighLight.Simulation.OuterProduct"] = ["HighLight.Simulation", "HighLight.Simulation.Parts", "HighLight.Evaluation", "HighLight.Evaluation.Densities", "HighLight.Formats", "HighLight.Hardware", "HighLight.Hardware.Designs", "HighLight.Hardware.Presets", "HighLight.Notebooks", "HighLight.Pruning", "HighLight.Sparsity", "HighLight.Technology", "HighLight.Tensors", "HighLight.Workloads"],
        ["HighLight.Simulation.TimeUnrolled"] = ["HighLight.Simulation", "HighLight.Simulation.Parts", "HighLight.Evaluation", "HighLight.Evaluation.Densities", "HighLight.Formats", "HighLight.Hardware", "HighLight.Hardware.Designs", "HighLight.Hardware.Presets", "HighLight.Notebooks", "HighLight.Pruning", "HighLight.Sparsity", "HighLight.Technology", "HighLight.Tensors", "HighLight.Workloads"],
    };

    /// <summary>The arrows between the projects of lib, without those to a program that is only built beside another.</summary>
    private static readonly Dictionary<string, string[]> AllowedProjects = new(StringComparer.Ordinal)
    {
        ["HighLight.Core"] = [],
        ["HighLight.Models"] = ["HighLight.Core"],
        ["HighLight.Models.Runtime"] = ["HighLight.Models"],
        ["HighLight.Experiments"] = ["HighLight.Models"],
        ["HighLight.Experiments.Running"] = ["HighLight.Experiments", "HighLight.Models.Runtime"],
        ["HighLight.Commands"] = ["HighLight.Core", "HighLight.Models", "HighLight.Models.Runtime"],
        ["HighLight.Interactive"] = ["HighLight.Commands", "HighLight.Experiments"],
        ["HighLight.Cli"] = ["HighLight.Commands"],
        ["HighLight.Notebooks.Surface"] = [],
        ["HighLight.Notebooks"] = ["HighLight.Notebooks.Surface"],
        ["HighLight.Notebooks.Host"] = ["HighLight.Notebooks"],
    };

    private static IEnumerable<string> Namespaces => Core.GetTypes()
        .Where(t => t.Namespace is not null && t.Namespace.StartsWith("HighLight.", StringComparison.Ordinal))
        .Select(t => t.Namespace!)
        .Distinct()
        .Order(StringComparer.Ordinal);

    [Test]
    public void Namespaces_OfCore_AreTheKnownFolders() => Assert.That(Namespaces, Is.SubsetOf(Allowed.Keys));

    [TestCaseSource(nameof(Namespaces))]
    public void Namespace_OfCore_DependsOnItsLowerLayersOnly(string name)
    {
        var forbidden = Allowed.Keys.Except(Allowed[name]).Where(other => other != name && !name.StartsWith(other + ".", StringComparison.Ordinal)).ToArray();
        var result = Types.InAssembly(Core).That().ResideInNamespace(name).ShouldNot().HaveDependencyOnAny(forbidden).GetResult();
        Assert.That(result.FailingTypeNames ?? [], Is.Empty);
    }

    [Test]
    public void Assembly_OfCore_ReferencesTheFrameworkAndHashingOnly() =>
        Assert.That(
            Core.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n != "System.IO.Hashing"),
            Is.All.StartsWith("System").Or.EqualTo("netstandard"));

    [Test]
    public void Projects_OfLib_AreTheKnownOnes() => Assert.That(Projects.Keys, Is.EquivalentTo(AllowedProjects.Keys));

    [TestCaseSource(nameof(AllowedProjects))]
    public void Project_OfLib_ReferencesItsLowerLayersOnly(KeyValuePair<string, string[]> project) =>
        Assert.That(References(XDocument.Load(Projects[project.Key])), Is.SubsetOf(project.Value));

    private static Dictionary<string, string> Projects => Directory
        .EnumerateFiles(Path.Combine(RepositoryRoot(), "lib"), "*.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);

    private static IEnumerable<string> References(XDocument project) => project.Descendants("ProjectReference")
        .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HighLightNotebooks.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("HighLightNotebooks.sln is in no folder above the tests.");
        }

        return folder;
    }
}
