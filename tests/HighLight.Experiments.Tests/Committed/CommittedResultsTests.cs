using System.Text.RegularExpressions;
using HighLight.Experiments.Breakdown;
using HighLight.Experiments.Datapath;
using HighLight.Experiments.Degrees;
using HighLight.Experiments.DnnLayers;
using HighLight.Experiments.DualStructured;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Experiments.Geomean;
using HighLight.Experiments.Motivation;
using HighLight.Experiments.Primer;
using HighLight.Experiments.Quality;
using HighLight.Experiments.Sensitivity;
using HighLight.Experiments.Storage;
using HighLight.Experiments.Sweep;
using HighLight.Experiments.Tables;
using HighLight.Experiments.Tests.Parquet;
using HighLight.Experiments.Tests.Running.YourModel;
using HighLight.Models;

namespace HighLight.Experiments.Tests.Committed;

/// <summary>The results and notebooks in the repository are what the experiments give today.</summary>
public partial class CommittedResultsTests
{
    private static readonly string Results = RepositoryRoot.File("data", "results");
    private static readonly string Notebooks = RepositoryRoot.File("notebooks");

    /// <summary>The slow ones, run once for both tests.</summary>
    private static readonly Lazy<ExperimentResult> s_pruningQuality = new(
        () => PruningQualityExperiment.Run(OnnxModel.Load(RepositoryRoot.File("data", "models", PruningQualityExperiment.DefaultModel))));

    private static readonly Lazy<ExperimentResult> s_dnnLayers = new(DnnLayersExperiment.Run);

    /// <summary>Without the other readings, which are the greater part of the work, and in a view alone: nothing that is saved.</summary>
    private static readonly Lazy<ExperimentResult> s_edpAccuracy = new(() => EdpAccuracyExperiment.Run(EdpAccuracySettings.Default with { ModelReadings = [] }));

    private static readonly Lazy<ExperimentResult> s_motivation = new(MotivationExperiment.Run);

    private static IEnumerable<TestCaseData> Experiments()
    {
        yield return new TestCaseData((Func<ExperimentResult>)(() => HssPrimerExperiment.Run().Result)).SetArgDisplayNames("hss-primer");
        yield return new TestCaseData((Func<ExperimentResult>)(() => SparsityDegreesExperiment.Run())).SetArgDisplayNames("sparsity-degrees");
        yield return new TestCaseData((Func<ExperimentResult>)(() => s_pruningQuality.Value)).SetArgDisplayNames("pruning-quality");
        yield return new TestCaseData((Func<ExperimentResult>)(() => SyntheticSweepExperiment.Run())).SetArgDisplayNames("synthetic-sweep");
        yield return new TestCaseData((Func<ExperimentResult>)(() => GeomeanSummaryExperiment.Run())).SetArgDisplayNames("geomean-summary");
        yield return new TestCaseData((Func<ExperimentResult>)(() => s_dnnLayers.Value)).SetArgDisplayNames("dnn-layers");
        yield return new TestCaseData((Func<ExperimentResult>)(() => s_edpAccuracy.Value)).SetArgDisplayNames("edp-accuracy");
        yield return new TestCaseData((Func<ExperimentResult>)(() => s_motivation.Value)).SetArgDisplayNames("motivation");
        yield return new TestCaseData((Func<ExperimentResult>)(() => BreakdownExperiment.Run())).SetArgDisplayNames("breakdown");
        yield return new TestCaseData((Func<ExperimentResult>)(() => DualStructuredExperiment.Run())).SetArgDisplayNames("dual-structured");
        yield return new TestCaseData((Func<ExperimentResult>)(() => YourModelExperimentTests.Result)).SetArgDisplayNames("your-model");
        yield return new TestCaseData((Func<ExperimentResult>)(() => SensitivityExperiment.Run())).SetArgDisplayNames("sensitivity");
        yield return new TestCaseData((Func<ExperimentResult>)(() => DatapathExperiment.Run())).SetArgDisplayNames("datapath");
    }

    [TestCaseSource(nameof(Experiments))]
    public void Save_ExperimentRunAgain_GivesTheCommittedBytes(Func<ExperimentResult> run)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "results"));
        var result = run();
        var saved = result.Save(DataFolder.Find(folder.Path));
        var name = result.Experiment.Name;
        Assert.That(File.ReadAllBytes(Path.Combine(saved.Results, name + ".parquet")), Is.EqualTo(File.ReadAllBytes(Path.Combine(Results, name + ".parquet"))));
        Assert.That(File.ReadAllText(Path.Combine(saved.Summary, name + ".json")), Is.EqualTo(File.ReadAllText(Path.Combine(Results, "summary", name + ".json"))));
    }

    [TestCaseSource(nameof(Experiments))]
    public void DuckDb_CommittedParquet_HasTheTypesAndRowsOfTheExperiment(Func<ExperimentResult> run)
    {
        var table = run().Table;
        var path = Path.Combine(Results, table.Metadata["experiment"] + ".parquet");
        Assert.That(
            DuckDb.Query($"SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM '{path}')"),
            Is.EqualTo(table.Columns.Select(column => $"{column.Name} {SqlType(column.Type)}")));
        Assert.That(DuckDb.Query($"SELECT count(*)::VARCHAR FROM '{path}'"), Is.EqualTo([$"{table.RowCount}"]));
    }

    [Test]
    public void Notebooks_Committed_AskForTheVersionOfTheProject()
    {
        var versions = Directory.EnumerateFiles(Notebooks, "*.ipynb")
            .SelectMany(file => NuGetDirective().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToArray();
        Assert.That(versions, Is.Not.Empty.And.All.EqualTo(LibraryVersion.Current));
    }

    [Test]
    public void Notebooks_Committed_OneForEachExperimentResult() =>
        Assert.That(
            Directory.EnumerateFiles(Notebooks, "*.ipynb").Select(file => Path.GetFileNameWithoutExtension(file)[3..]),
            Is.EquivalentTo(Directory.EnumerateFiles(Results, "*.parquet").Select(Path.GetFileNameWithoutExtension)));

    private static string SqlType(ColumnType type) => type switch
    {
        ColumnType.Text => "VARCHAR",
        ColumnType.Double => "DOUBLE",
        ColumnType.Single => "FLOAT",
        ColumnType.Int32 => "INTEGER",
        ColumnType.Int64 => "BIGINT",
        _ => "BOOLEAN",
    };

    [GeneratedRegex("#r \\\\\"nuget: HighLight\\.[A-Za-z.]+, ([^\\\\\"]+)\\\\\"", RegexOptions.None, 1000)]
    private static partial Regex NuGetDirective();
}
