using HighLight.Experiments.Display;
using HighLight.Experiments.Parquet;
using HighLight.Experiments.Results;
using HighLight.Experiments.Storage;

namespace HighLight.Experiments.Tests.Results;

public class ExperimentResultTests
{
    private static readonly Experiment s_experiment = new(1, "sample-sweep", "Sample");

    [Test]
    public void Save_WritesTableAndSummary_AndAgainTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        var data = DataFolder.Find(folder.Path, null, "/");

        Result().Save(data);
        var first = Snapshot(folder);
        Result().Save(data);

        Assert.That(first.Keys, Is.EquivalentTo(new[] { "results/sample-sweep.parquet", "results/summary/sample-sweep.json" }));
        Assert.That(Snapshot(folder), Is.EqualTo(first));
    }

    [Test]
    public void Save_Table_NamesExperimentAndVersion()
    {
        using var folder = new TemporaryFolder();

        Result().Save(DataFolder.Find(folder.Path, null, "/"));
        var table = ParquetTable.Read(folder.File("results/sample-sweep.parquet"));

        Assert.That(table.Metadata["experiment"], Is.EqualTo("sample-sweep"));
        Assert.That(table.Metadata["library_version"], Is.EqualTo(LibraryVersion.Current).And.Match(@"^\d+\.\d+\.\d+(-[\w.]+)?$"));
    }

    [Test]
    public void Save_Variant_LeavesTheDefaultResultAlone()
    {
        using var folder = new TemporaryFolder();
        var data = DataFolder.Find(folder.Path, null, "/");
        Result().Save(data);
        var before = Snapshot(folder);

        (Result() with { Variant = "Gemm = 8x8x8" }).Save(data);

        var after = Snapshot(folder);
        var added = after.Keys.Except(before.Keys).Single();
        Assert.That(added, Does.Match("^results/variants/sample-sweep-[0-9a-f]{8}\\.parquet$"));
        Assert.That(ParquetTable.Read(folder.File(added)).Metadata["variant"], Is.EqualTo("Gemm = 8x8x8"));
        Assert.That(before, Is.SubsetOf(after));
    }

    [Test]
    public void NoFigure_IsRefused() =>
        Assert.That(() => new ExperimentResult(s_experiment, Samples.Table(), [], []), Throws.ArgumentException);

    private static ExperimentResult Result() => new(s_experiment, Samples.Table(), [Samples.Bars()], [PaperComparison.Without("q", "1", 1)]);

    private static Dictionary<string, string> Snapshot(TemporaryFolder folder) => Directory
        .EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder.Path, path), path => Convert.ToHexString(File.ReadAllBytes(path)), StringComparer.Ordinal);
}
