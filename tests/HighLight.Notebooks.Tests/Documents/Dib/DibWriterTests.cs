using System.Text;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Documents.Dib;

namespace HighLight.Notebooks.Tests.Documents.Dib;

internal sealed class DibWriterTests
{
    // As .NET Interactive lays it out.
    private const string Canonical = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp","languageName":"C#","aliases":["c#","C#","cs"]},{"name":"fsharp","aliases":["fs","F#","f#"]},{"name":"mermaid"}]},"title":"Größe <1> ü"}

        #!markdown

        * Text

        #!csharp

        // C#

        // more

        #!fsharp

        // F#

        #!mermaid

        %% Mermaid

        """;

    [Test]
    public void Write_FileOfDotNetInteractive_IsReproducedByteForByte()
    {
        var read = NotebookReader.Read(Encoding.UTF8.GetBytes(Canonical), "n.dib").Document;
        Assert.That(Encoding.UTF8.GetString(DibWriter.Write(read).Bytes), Is.EqualTo(Canonical));
        var throughNotebook = NotebookReader.Read(NotebookWriter.Write(read), "n.ipynb").Document;
        Assert.That(Encoding.UTF8.GetString(DibWriter.Write(throughNotebook).Bytes), Is.EqualTo(Canonical));
    }

    [Test]
    public void Write_WhatTheFormatCannotHold_IsReportedByCell()
    {
        var document = NotebookText.Read("""
            {"zeta":1,"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[
            {"cell_type":"code","id":"a","source":"x","outputs":[{"output_type":"stream","name":"stdout","text":"1"}],"execution_count":1},
            {"cell_type":"markdown","id":"b","source":"\ny\n","attachments":{"f":{"image/png":"AAAA"}}},
            {"cell_type":"code","id":"c","source":"#!fsharp\nlet x = 1","metadata":{"tags":["parameters"]},
             "outputs":[{"output_type":"stream","name":"stdout","text":"1"}]},
            {"cell_type":"code","id":"d","source":"\n","outputs":[]},
            {"cell_type":"code","id":"e","source":"z","outputs":[],"metadata":{"polyglot_notebook":{"kernelName":"a\nb"},"vscode":{}}}]}
            """);
        var (bytes, losses) = DibWriter.Write(document);
        Assert.That(losses.ToArray(), Is.EqualTo(new[]
        {
            "Cells 1, 3: outputs are left out, a .dib file holds none.",
            "Cell 2: attachments are left out, a .dib file holds none.",
            "Cell 3: metadata such as tags are left out, a .dib file holds none for cells.",
            "Cell 4: left out, as a .dib file holds no cell without text.",
            "Cell 2: blank lines at the start and end are left out.",
            "Cell 3: a space is added to a line that would begin another cell in a .dib file.",
            "Cell 5: the name of the language cannot stand in a .dib file; the cell gets the notebook's.",
            "Fields that nbformat does not define are left out.",
        }));
        Assert.That(
            NotebookReader.Read(bytes, "n.dib").Document.Cells.Select(cell => cell.Source),
            Is.EqualTo(new[] { "x", "y", "#!fsharp \nlet x = 1", "z" }));
    }

    [Test]
    public void Write_NotebookWithNothingToLose_ReportsNothing() =>
        Assert.That(DibWriter.Write(NotebookText.OfCode("1", "2")).Losses, Is.Empty);

    [Test]
    public void Write_RawCell_ListsItAsAKernel()
    {
        // .NET Interactive would else take the heading for a line of the cell before.
        var document = NotebookText.OfCode("1");
        document = document with { Cells = document.Cells.Add(new RawCell("r", "text", NotebookText.EmptyObject, [], null)) };
        Assert.That(
            Encoding.UTF8.GetString(DibWriter.Write(document).Bytes),
            Does.Contain("{\"name\":\"raw\"}]}}").And.EndsWith("#!csharp\n\n1\n\n#!raw\n\ntext\n"));
    }

    [Test]
    public void Write_MetadataNestedDeep_IsKept()
    {
        string nested = new string('[', 100) + new string(']', 100);
        var document = NotebookDocument.Empty with { Metadata = NotebookText.Json($$"""{"deep":{{nested}}}""") };
        Assert.That(
            NotebookReader.Read(DibWriter.Write(document).Bytes, "n.dib").Document.Metadata.GetProperty("deep").GetRawText(),
            Is.EqualTo(nested));
    }
}
