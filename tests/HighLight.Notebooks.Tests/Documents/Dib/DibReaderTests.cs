using System.Text;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests.Documents.Dib;

internal sealed class DibReaderTests
{
    [Test]
    public void Read_CellsOfSeveralKernels_KeepsOrderLanguageAndText()
    {
        var cells = Read(
            """
            var first = 1;


            #!csharp

            var x = 1;

            var y = 2;

            #!c#
            // alias
            #!C#
            // another
            #!markdown
            # Title
            #!md

            text
            #!fsharp
            let z = 3
            #!powershell
            Get-Item
            #!raw
            as it is
            """);
        Assert.That(cells.Select(Describe), Is.EqualTo(new[]
        {
            "code: var first = 1;", "code: var x = 1;\n\nvar y = 2;", "code: // alias", "code: // another",
            "markdown: # Title", "markdown: text",
            "fsharp: let z = 3", "pwsh: Get-Item", "raw: as it is",
        }));
    }

    [Test]
    public void Read_OtherKernel_IsNamedInBothMetadata() =>
        Assert.That(
            Read("#!f#\n1").Single().Metadata.GetRawText(),
            Is.EqualTo("""{"dotnet_interactive":{"language":"fsharp"},"polyglot_notebook":{"kernelName":"fsharp"}}"""));

    [TestCase("#!time")]
    [TestCase("#!import other.dib")]
    [TestCase("#!connect jupyter --kernel-name csharp")]
    [TestCase("#!share x --from fsharp")]
    [TestCase("#!csharp --option")]
    [TestCase("#! csharp")]
    [TestCase("#!csharp ")]
    [TestCase(" #!csharp")]
    [TestCase("#!CSHARP")]
    [TestCase("#!")]
    public void Read_LineThatIsNotJustTheNameOfAKernel_BelongsToTheCell(string line) =>
        Assert.That(Read($"#!csharp\n{line}\nx\n#!md\ny").Select(Describe), Is.EqualTo(new[] { $"code: {line}\nx", "markdown: y" }));

    [TestCase("")]
    [TestCase("\n\r\n")]
    [TestCase("#!csharp\n\n#!csharp\n")]
    [TestCase("#!meta\n{}\n")]
    public void Read_NothingButBlankLines_IsOneEmptyCell(string text) =>
        Assert.That(Read(text).Select(Describe), Is.EqualTo(new[] { "code: " }));

    [Test]
    public void Read_CellWithoutText_IsNone() =>
        Assert.That(
            Read("#!csharp\n//\n\n#!fsharp\n\n#!pwsh\nGet-Item\n\n#!fsharp\n").Select(Describe),
            Is.EqualTo(new[] { "code: //", "pwsh: Get-Item" }));

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public void Read_AnyLineEnds_AreTheSame(string end) =>
        Assert.That(
            Read(string.Join(end, "", "#!csharp", "", "a", "", "b", "", "#!md", "c", "")).Select(Describe),
            Is.EqualTo(new[] { "code: a\n\nb", "markdown: c" }));

    [Test]
    public void Read_OtherSeparators_StayInTheText() =>
        Assert.That(Read("a\u2028b\u0085c\fd\n").Single().Source, Is.EqualTo("a\u2028b\u0085c\fd"));

    [Test]
    public void Read_Spaces_AreNotBlankLines() => Assert.That(Read("#!csharp\n  \nx\n\t\n").Single().Source, Is.EqualTo("  \nx\n\t"));

    [Test]
    public void Read_Metadata_GiveKernelsAndDefault()
    {
        const string Text = """
            #!meta

            {
              "kernelInfo": {"defaultKernelName": "fsharp", "items": [
                {"name": "fsharp"}, {"name": "py", "languageName": "Python", "aliases": ["snake"]}]},
              "author": "me"
            }

            #!share x
            1
            #!snake
            2
            #!csharp
            3
            """;
        var document = NotebookReader.Read(Encoding.UTF8.GetBytes(Text), "n.dib").Document;
        Assert.That(document.Cells.Select(Describe), Is.EqualTo(new[] { "fsharp: #!share x\n1", "py: 2", "csharp: 3" }));
        Assert.That(document.Language, Is.EqualTo("F#"));
        Assert.That(document.Metadata.GetProperty("author").GetString(), Is.EqualTo("me"));
        Assert.That(document.Metadata.GetProperty("kernelspec").GetProperty("name").GetString(), Is.EqualTo(".net-fsharp"));
        Assert.That(
            document.Metadata.GetProperty("polyglot_notebook").GetProperty("kernelInfo").GetProperty("items").GetArrayLength(),
            Is.EqualTo(2));
    }

    [TestCase("x\n#!meta\nno json\n#!csharp", "line 2: a JSON object is required after #!meta: 'no json' is an invalid JSON literal")]
    [TestCase("#!meta\n[]", "line 1: a JSON object is required after #!meta: this is an array")]
    [TestCase("#!meta\n\n#!csharp", "line 1: a JSON object is required after #!meta")]
    [TestCase("#!meta\n{\"a\":1,\"a\":2}", "Duplicate property")]
    public void Read_MetadataThatAreNotAnObject_NamesTheLine(string text, string expected) =>
        Assert.That(
            () => Read(text),
            Throws.TypeOf<NotebookFormatException>().With.Message.Contains(expected).And.Message.Contains("'n.dib'"));

    [Test]
    public void Read_ByteOrderMarks_TellTheEncoding()
    {
        Encoding[] encodings = [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];
        foreach (var encoding in encodings)
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("#!md\nGröße 😀")];
            Assert.That(
                NotebookReader.Read(bytes, "n.DIB").Document.Cells.Select(Describe),
                Is.EqualTo(new[] { "markdown: Größe 😀" }),
                encoding.WebName);
        }
    }

    [Test]
    public void Read_BytesThatAreNotText_AreRejected() =>
        Assert.That(
            () => NotebookReader.Read(new byte[] { (byte)'a', 0xff }, "n.dib"),
            Throws.TypeOf<NotebookFormatException>().With.Message.Contains("byte 2 cannot be read"));

    [Test]
    public void Read_Twice_GivesTheSameIds()
    {
        var ids = Read("1\n#!csharp\n1\n#!md\n1").Select(cell => cell.Id!).ToArray();
        Assert.That(ids, Is.Unique.And.All.Match("^[0-9a-f]{8}$"));
        Assert.That(Read("1\n#!csharp\n1\n#!md\n1").Select(cell => cell.Id), Is.EqualTo(ids));
    }

    [Test]
    public void Read_ManyBlankLinesAndCells_IsFast()
    {
        string text = new string('\n', 300_000) + string.Concat(Enumerable.Repeat("#!csharp\nx\n", 30_000)) + new string('\n', 300_000);
        Assert.That(Read(text), Has.Length.EqualTo(30_000));
    }

    internal static string Describe(NotebookCell cell) =>
        $"{(cell is CodeCell { Language: { } language } ? language : cell.CellType)}: {cell.Source}";

    private static NotebookCell[] Read(string text) => [.. NotebookReader.Read(Encoding.UTF8.GetBytes(text), "n.dib").Document.Cells];
}
