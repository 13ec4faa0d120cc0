using System.Reflection;
using System.Xml.Linq;
using HighLight.Sparsity;

namespace HighLight.Architecture;

/// <summary>The arrows between the folders of HighLight.Core and between the projects, as the architecture draws them.</summary>
[TestFixture]
public sealed class LayeringTests
{
    private static readonly Assembly Core = typeof(HssPattern).Assembly;

    private static readonly string[] s_arrows = FolderArrows.Of(Core.Location, "HighLight");

    private static readonly string[] s_folders =
    [
        "Csv", "Evaluation", "Evaluation.Densities", "Evaluation.Networks", "Fibertrees", "Files", "Formats", "Hardware", "Hardware.Designs",
        "Hardware.Presets", "Notebooks", "Pruning", "Simulation", "Simulation.Datapaths.OuterProduct", "Simulation.Datapaths.Shared",
        "Simulation.Datapaths.Structured", "Simulation.Datapaths.TimeUnrolled", "Sparsity", "Technology", "Tensors", "Workloads",
    ];

    private static readonly string[] s_allowed =
    [
        "Csv -> Files",
        "Evaluation -> Evaluation.Densities, Hardware, Sparsity, Technology, Workloads",
        "Evaluation.Densities -> Pruning, Sparsity, Tensors",
        "Evaluation.Networks -> Evaluation, Evaluation.Densities, Hardware, Sparsity, Technology, Workloads",
        "Fibertrees -> Notebooks, Sparsity, Tensors",
        "Formats -> Files, Notebooks, Sparsity, Tensors",
        "Hardware -> Sparsity, Technology",
        "Hardware.Designs -> Hardware, Sparsity, Technology",
        "Hardware.Presets -> Hardware, Hardware.Designs, Sparsity, Technology",
        "Pruning -> Sparsity, Tensors",
        "Simulation -> Evaluation, Evaluation.Densities, Hardware, Pruning, Simulation.Datapaths.OuterProduct, "
            + "Simulation.Datapaths.Shared, Simulation.Datapaths.Structured, Simulation.Datapaths.TimeUnrolled, Sparsity, Technology, Tensors, Workloads",
        "Simulation.Datapaths.OuterProduct -> Formats, Hardware, Simulation.Datapaths.Shared, Sparsity, Tensors, Workloads",
        "Simulation.Datapaths.Shared -> Hardware, Sparsity, Tensors, Workloads",
        "Simulation.Datapaths.Structured -> Formats, Hardware, Simulation.Datapaths.Shared, Sparsity, Tensors, Workloads",
        "Simulation.Datapaths.TimeUnrolled -> Formats, Hardware, Simulation.Datapaths.Shared, Sparsity, Tensors, Workloads",
        "Technology -> ., Csv",
        "Workloads -> ., Csv",
    ];

    /// <summary>The arrows between the projects of lib, without those to a program that is only built beside another.</summary>
    private static readonly Dictionary<string, string[]> AllowedProjects = new(StringComparer.Ordinal)
    {
        ["HighLight.Core"] = [],
        ["HighLight.Models"] = ["HighLight.Core"],
        ["HighLight.Models.Runtime"] = ["HighLight.Models"],
        ["HighLight.Experiments"] = ["HighLight.Models"],
        ["HighLight.Experiments.Running"] = ["HighLight.Experiments", "HighLight.Models.Runtime"],
        ["HighLight.Commands"] = ["HighLight.Core", "HighLight.Models.Runtime"],
        ["HighLight.Interactive"] = ["HighLight.Commands", "HighLight.Experiments"],
        ["HighLight.Cli"] = ["HighLight.Commands"],
        ["HighLight.Notebooks.Surface"] = [],
        ["HighLight.Notebooks"] = ["HighLight.Notebooks.Surface"],
        ["HighLight.Notebooks.Host"] = ["HighLight.Notebooks"],
    };

    [Test]
    public void Folders_OfCore_AreTheKnownOnes() => Assert.That(
        Core.GetTypes().Select(t => t.Namespace).Where(n => n?.StartsWith("HighLight.", StringComparison.Ordinal) == true).Distinct(),
        Is.EquivalentTo(s_folders.Select(folder => "HighLight." + folder)));

    [Test]
    public void Folders_OfCore_UseExactlyTheListedOnes() =>
        Assert.That(s_arrows, Is.EqualTo(s_allowed));

    [Test]
    public void Folders_OfCore_HaveNoCircle() => Assert.That(FolderArrows.Circles(s_arrows), Is.Empty);

    [Test]
    public void Assembly_OfCore_ReferencesTheFrameworkAndHashingOnly() =>
        Assert.That(
            Core.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n != "System.IO.Hashing"),
            Is.All.StartsWith("System").Or.EqualTo("netstandard"));

    [Test]
    public void Projects_OfLib_AreTheKnownOnes() => Assert.That(Projects.Keys, Is.EquivalentTo(AllowedProjects.Keys));

    [TestCaseSource(nameof(AllowedProjects))]
    public void Project_OfLib_ReferencesExactlyTheListedOnes(KeyValuePair<string, string[]> project) =>
        Assert.That(References(XDocument.Load(Projects[project.Key])), Is.EquivalentTo(project.Value));

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
