using HighLight.Commands.Formatting;
using HighLight.Commands.Reproduction;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Reproduction;

public sealed class SummaryReaderTests
{
    [Test]
    public void Read_MissingFolder_IsEmpty() => Assert.That(SummaryReader.Read("/no/such/folder"), Is.EqualTo(Summary.Empty));

    [Test]
    public void Read_Files_GiveRowsInOrderOfFileName()
    {
        using var world = new FakeWorld();
        world.Write("b.json", """[{"experiment":"b","quantity":"q","ours":2}]""");
        world.Write(
            "a.json",
            """
            [{"experiment":"a","quantity":"q1","ours":15,"paper":15.0,"ratio":1,"unit":"degrees","confidence":"recalled","source":"Fig. 6","note":"n","new":[]},
             {"experiment":"a","quantity":"q2","ours":-1.5e3,"paper":null,"ratio":null,"unit":null}]
            """);
        world.Write("c.txt", "not read");
        var summary = SummaryReader.Read(world.Folder);
        Assert.That(summary.Problems, Is.Empty);
        Assert.That(summary.Rows, Is.EqualTo(new[]
        {
            new SummaryRow("a", "q1", 15) { Paper = 15, Ratio = 1, Unit = "degrees", Confidence = "recalled", Source = "Fig. 6", Note = "n" },
            new SummaryRow("a", "q2", -1500),
            new SummaryRow("b", "q", 2),
        }));
    }

    [TestCase("", "not valid JSON")]
    [TestCase("[{]", "not valid JSON")]
    [TestCase("{}", "must be a JSON array of objects, but is Object")]
    [TestCase("[7]", "object 1: must be an object, but is Number")]
    [TestCase("""[{"quantity":"q","ours":1}]""", "object 1: 'experiment' must be a string, but is missing")]
    [TestCase("""[{"experiment":"e","quantity":"q","ours":"1"}]""", "object 1: 'ours' must be a finite number, but is String")]
    [TestCase("""[{"experiment":"e","quantity":"q","ours":null}]""", "object 1: 'ours' must be a finite number, but is Null")]
    [TestCase("""[{"experiment":"e","quantity":"q","ours":1e999}]""", "object 1: 'ours' must be a finite number")]
    [TestCase("""[{"experiment":"e","quantity":"q","ours":1,"paper":"6.4"}]""", "object 1: 'paper' must be a finite number or null, but is String")]
    [TestCase("""[{"experiment":"e","quantity":"q","ours":1,"unit":3}]""", "object 1: 'unit' must be a string or null, but is Number")]
    [TestCase("""[{"experiment":"\ud800","quantity":"q","ours":1}]""", "cannot be read")]
    public void Read_BadFile_IsNamedAndTheOthersAreStillRead(string content, string expected)
    {
        using var world = new FakeWorld();
        world.Write("a.json", content);
        world.Write("b.json", """[{"experiment":"b","quantity":"q","ours":2}]""");
        var summary = SummaryReader.Read(world.Folder);
        Assert.That(summary.Problems, Has.Length.EqualTo(1).And.One.Contain("/a.json: ").And.One.Contain(expected));
        Assert.That(summary.Rows.Select(row => row.Experiment), Is.EqualTo(["b"]));
    }

    [Test]
    public void Read_SeveralFaultsInOneObject_AreAllNamed()
    {
        using var world = new FakeWorld();
        world.Write("a.json", """[{"ratio":"x"}]""");
        Assert.That(SummaryReader.Read(world.Folder).Problems, Has.Length.EqualTo(4));
    }

    [Test]
    public void Read_FileBeyondTheLimit_IsNotLoaded()
    {
        using var world = new FakeWorld();
        using (var file = File.Create(world.PathOf("a.json")))
        {
            file.SetLength(SummaryReader.MaximumLength + 1);
        }

        Assert.That(SummaryReader.Read(world.Folder).Problems, Has.One.Contain("larger than"));
    }
}
