using HighLight.Experiments.Results;
using HighLight.Experiments.Running;

namespace HighLight.Experiments.Tests;

/// <summary>The list of experiments, held against what the repository has of each.</summary>
public class ExperimentsTests
{
    private static IEnumerable<TestCaseData> Entries => RunningExperiments.All.Select(entry => new TestCaseData(entry).SetArgDisplayNames(entry.Experiment.Name));

    [Test]
    public void Numbers_OfAll_AreOneToTheLast() =>
        Assert.That(RunningExperiments.All.Select(entry => entry.Experiment.Number), Is.EqualTo(Enumerable.Range(1, RunningExperiments.All.Length)));

    [Test]
    public void Names_OfAll_AreUnique() => Assert.That(RunningExperiments.All.Select(entry => entry.Experiment.Name), Is.Unique);

    [Test]
    public void Experiments_OfBothLibraries_AreAllListed()
    {
        var declared = new[] { typeof(Experiment).Assembly, typeof(RunningExperiments).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Select(type => type.GetProperty("Experiment", typeof(Experiment)))
            .Where(property => property?.GetMethod is { IsStatic: true })
            .Select(property => (Experiment)property!.GetValue(null)!);
        Assert.That(RunningExperiments.All.Select(entry => entry.Experiment), Is.EquivalentTo(declared));
    }

    [Test]
    public void Notebooks_Committed_AreThoseOfTheList() => Assert.That(
        Directory.EnumerateFiles(RepositoryRoot.File("notebooks"), "*.ipynb").Select(Path.GetFileName),
        Is.EquivalentTo(RunningExperiments.All.Select(entry => entry.Notebook)));

    [TestCaseSource(nameof(Entries))]
    public void Results_Committed_AreThereForEach(ExperimentEntry entry)
    {
        Assert.That(RepositoryRoot.File("data", "results", entry.Experiment.Name + ".parquet"), Does.Exist);
        Assert.That(RepositoryRoot.File("data", "results", "summary", entry.Experiment.Name + ".json"), Does.Exist);
    }

    [TestCaseSource(nameof(Entries))]
    public void Notebook_Title_BeginsWithTheNumber(ExperimentEntry entry) =>
        Assert.That(File.ReadAllText(RepositoryRoot.File("notebooks", entry.Notebook)), Does.Contain(FormattableString.Invariant($"\"# {entry.Experiment.Number:00} · ")));

    [Test]
    public void Readme_Table_IsTheList() =>
        Assert.That(
            File.ReadLines(RepositoryRoot.File("README.md")).SkipWhile(line => line != "| notebook | what it shows | paper |").Skip(2).TakeWhile(line => line.StartsWith('|')),
            Is.EqualTo(RunningExperiments.All.Select(Row)));

    private static string Row(ExperimentEntry entry)
    {
        var figure = entry.Experiment.PaperFigure is { } paper ? paper.Replace("paper ", "", StringComparison.Ordinal) + " " : "";
        return $"| [{Path.GetFileNameWithoutExtension(entry.Notebook)}](notebooks/{entry.Notebook}) | {entry.Shows} | {figure}|";
    }
}
