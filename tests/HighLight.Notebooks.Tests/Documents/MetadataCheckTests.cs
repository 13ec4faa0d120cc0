using System.Text;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests.Documents;

internal sealed class MetadataCheckTests
{
    [TestCase("""{"tags":"skip-execution"}""", """{"tags":["skip-execution"]}""", "it is read as [\"skip-execution\"]")]
    [TestCase("""{"a":1,"tags":"x, y"}""", """{"a":1,"tags":["x","y"]}""", "it is read as [\"x\",\"y\"]")]
    [TestCase("""{"tags":["x",1,"x"]}""", """{"tags":["x"]}""", "cell 1, $.cells[0].metadata.tags: a list of different tags")]
    [TestCase("""{"tags":null}""", """{"tags":[]}""", "this is null; it is read as []")]
    [TestCase("""{"name":""}""", "{}", "$.cells[0].metadata.name: a string that is not empty is required, this is \"\"; it is left out")]
    [TestCase("""{"collapsed":1,"scrolled":"no","jupyter":[],"execution":""}""", "{}", "a boolean or \"auto\" is required")]
    public void Read_CellMetadataOutsideTheSchema_AreMended(string metadata, string expected, string warning)
    {
        var read = Read("{}", metadata);
        Assert.That(read.Document.Cells[0].Metadata.GetRawText(), Is.EqualTo(expected));
        Assert.That(read.Warnings, Has.Some.Contains(warning));
    }

    [TestCase("""{"kernelspec":"x"}""", "{}", "$.metadata.kernelspec: an object is required, this is \"x\"; it is left out")]
    [TestCase(
        """{"kernelspec":{"name":"n"}}""",
        """{"kernelspec":{"name":"n","display_name":"n"}}""",
        "'display_name' is missing or not a string; it is set to 'n'")]
    [TestCase(
        """{"kernelspec":{"language":"C#","name":1}}""",
        """{"kernelspec":{"language":"C#","name":"C#","display_name":"C#"}}""",
        "it is set to 'C#'")]
    [TestCase("""{"language_info":{"version":"1"}}""", "{}", "'name' is missing")]
    [TestCase("""{"title":1,"authors":{},"orig_nbformat":0}""", "{}", "an integer above 0 is required, this is 0")]
    public void Read_NotebookMetadataOutsideTheSchema_AreMended(string metadata, string expected, string warning)
    {
        var read = Read(metadata, "{}");
        Assert.That(read.Document.Metadata.GetRawText(), Is.EqualTo(expected));
        Assert.That(read.Warnings, Has.Some.Contains(warning));
    }

    [Test]
    public void Read_MetadataWithinTheSchema_StayAsTheyAre()
    {
        const string OfNotebook =
            """{"kernelspec":{"display_name":"","name":"","language":1},"language_info":{"name":"C#"},"title":"","authors":[],"x":null}""";
        const string OfCell = """{"tags":["a","b c"],"name":"n","collapsed":true,"scrolled":"auto","jupyter":{},"execution":{}}""";
        var read = Read(OfNotebook, OfCell);
        Assert.That(read.Document.Metadata.GetRawText(), Is.EqualTo(OfNotebook));
        Assert.That(read.Document.Cells[0].Metadata.GetRawText(), Is.EqualTo(OfCell));
        Assert.That(read.Warnings, Is.Empty);
    }

    [Test]
    public void Read_NewerMinor_IsReadWithAWarningAndKept()
    {
        var read = NotebookReader.Read("""{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":9}"""u8.ToArray(), "n");
        Assert.That(read.Warnings, Is.EqualTo(new[] { "$.nbformat_minor: 9 is read as 5, the newest that is known; other fields are kept" }));
        Assert.That(read.Document.Minor, Is.EqualTo(9));
    }

    private static ReadNotebook Read(string ofNotebook, string ofCell) => NotebookReader.Read(
        Encoding.UTF8.GetBytes(
            $$$"""
            {"cells":[{"cell_type":"code","id":"a","execution_count":null,"metadata":{{{ofCell}}},"outputs":[],"source":""}],
            "metadata":{{{ofNotebook}}},"nbformat":4,"nbformat_minor":5}
            """),
        "n");
}
