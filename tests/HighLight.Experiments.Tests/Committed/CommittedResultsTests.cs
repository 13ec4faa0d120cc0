using System.Text.RegularExpressions;
using HighLight.Experiments.Display;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Experiments.Results;
using HighLight.Experiments.Running;
using HighLight.Experiments.Running.Validation;
using HighLight.Experiments.Running.YourModel;
using HighLight.Experiments.Storage;
using HighLight.Experiments.Tables;
using HighLight.Experiments.Tests.Parquet;
using HighLight.Experiments.Tests.Running.YourModel;

namespace HighLight.Experiments.Tests.Committed;

/// <summary>The results and notebooks in the repository are what the experiments give today.</summary>
public partial class CommittedResultsTests
{
    private static readonly string Results = RepositoryRoot.File("data", "results");
    private static readonly string Notebooks = RepositoryRoot.File("notebooks");

    /// <summary>
    /// Every experiment, but validation: its rows of real layers depend on the processor (see CommittedValidationTests). Edp-accuracy runs without the other readings, which are the
    /// greater part of the work, and in a view alone: nothing that is saved.
    /// </summary>
    private static readonly Dictionary<string, Lazy<ExperimentResult>> s_results = RunningExperiments.All
        .Where(entry => entry.Experiment != ValidationExperiment.Experiment)
        .ToDictionary(
            entry => entry.Experiment.Name,
            entry => new Lazy<ExperimentResult>(
                entry.Experiment == EdpAccuracyExperiment.Experiment
                    ? () => EdpAccuracyExperiment.Run(EdpAccuracySettings.Default with { ModelReadings = [] })
                    : entry.Experiment == YourModelExperiment.Experiment ? () => YourModelExperimentTests.Result : entry.Run),
            StringComparer.Ordinal);

    private static IEnumerable<string> Names => s_results.Keys;

    [TestCaseSource(nameof(Names))]
    public void Save_ExperimentRunAgain_GivesTheCommittedBytes(string name)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "results"));
        var saved = s_results[name].Value.Save(DataFolder.Find(folder.Path));
        Assert.That(File.ReadAllBytes(Path.Combine(saved.Results, name + ".parquet")), Is.EqualTo(File.ReadAllBytes(Path.Combine(Results, name + ".parquet"))));
        Assert.That(File.ReadAllText(Path.Combine(saved.Summary, name + ".json")), Is.EqualTo(File.ReadAllText(Path.Combine(Results, "summary", name + ".json"))));
    }

    [TestCaseSource(nameof(Names))]
    public void DuckDb_CommittedParquet_HasTheTypesAndRowsOfTheExperiment(string name)
    {
        var table = s_results[name].Value.Table;
        var path = Path.Combine(Results, name + ".parquet");
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
