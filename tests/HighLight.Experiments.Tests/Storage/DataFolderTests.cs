using HighLight.Experiments.Storage;

namespace HighLight.Experiments.Tests.Storage;

public class DataFolderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Find_NearestAncestorWithResults_IsTaken()
    {
        Directory.CreateDirectory(_folder.File("data/results"));
        Directory.CreateDirectory(_folder.File("notebooks/deep/data"));

        var found = DataFolder.Find(null, null, _folder.File("notebooks/deep"));

        Assert.That(found.Path, Is.EqualTo(_folder.File("data")));
        Assert.That(found.Summary, Is.EqualTo(_folder.File("data/results/summary")));
    }

    [Test]
    public void Find_EnvironmentVariable_WinsOverAncestors_AndArgumentOverBoth()
    {
        Directory.CreateDirectory(_folder.File("data/results"));
        Directory.CreateDirectory(_folder.File("environment"));
        Directory.CreateDirectory(_folder.File("argument"));

        Assert.That(DataFolder.Find(null, _folder.File("environment"), _folder.Path).Path, Is.EqualTo(_folder.File("environment")));
        Assert.That(DataFolder.Find(_folder.File("argument"), _folder.File("environment"), _folder.Path).Path, Is.EqualTo(_folder.File("argument")));
    }

    [Test]
    public void Find_NamedFolderIsMissing_SaysWhoNamedIt()
    {
        Directory.CreateDirectory(_folder.File("data/results"));

        Assert.That(
            () => DataFolder.Find(null, _folder.File("gone"), _folder.Path),
            Throws.TypeOf<DataFolderNotFoundException>().With.Message.Contains("HIGHLIGHT_DATA"));
        Assert.That(
            () => DataFolder.Find(_folder.File("gone"), null, _folder.Path),
            Throws.TypeOf<DataFolderNotFoundException>().With.Message.Contains("the argument"));
    }

    [Test]
    public void Find_Nothing_ListsTheThreeWays() =>
        Assert.That(
            () => DataFolder.Find(null, null, _folder.Path),
            Throws.TypeOf<DataFolderNotFoundException>()
                .With.Message.Contains("no argument").And.Message.Contains("HIGHLIGHT_DATA").And.Message.Contains("data/results"));

    [Test]
    public void Model_ThatExists_IsGiven_AndAMissingOneListsThem()
    {
        Directory.CreateDirectory(_folder.File("models/small"));
        File.WriteAllText(_folder.File("models/small/a.onnx"), "");
        var data = DataFolder.Find(_folder.Path, null, "/");

        Assert.That(data.Model("small/a.onnx"), Is.EqualTo(_folder.File("models/small/a.onnx")));
        Assert.That(() => data.Model("b.onnx"), Throws.TypeOf<DataFolderNotFoundException>().With.Message.Contains("small/a.onnx"));
        Assert.That(() => data.Reference("x.csv"), Throws.TypeOf<DataFolderNotFoundException>().With.Message.Contains("no files"));
    }

    [TestCase("../outside.onnx")]
    [TestCase("/etc/passwd")]
    [TestCase("..")]
    public void Model_PathThatLeadsOut_IsRefused(string path) =>
        Assert.That(() => DataFolder.Find(_folder.Path, null, "/").Model(path), Throws.ArgumentException);
}
