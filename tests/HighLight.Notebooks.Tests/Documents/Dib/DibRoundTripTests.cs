using System.Text;
using CsCheck;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Documents.Dib;

namespace HighLight.Notebooks.Tests.Documents.Dib;

internal sealed class DibRoundTripTests
{
    private static readonly string[] Lines =
    [
        "", "x = 1;", "#!time", "#!csharp", "#!markdown", "#!raw", "#!meta", "#!py", "#!my kernel", "#! csharp",
        " ", "😀 é", "{\"a\":1}", "a\u2028b\f", "#r \"nuget: A\"",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Lines.Length - 1].Select(i => Lines[i]).List[0, 5].Select(
        lines => string.Join('\n', lines));

    private static readonly Gen<string> Ends = Gen.Bool.Select(windows => windows ? "\r\n" : "\n");

    private static readonly Gen<NotebookCell> Cell = Gen.Select(
        Text,
        Gen.OneOf("", "", "csharp", "C#", "fsharp", "F#", "py", "my kernel", "markdown cell", "raw cell"))
        .Select(NotebookCell (text, kind) => kind switch
        {
            "markdown cell" => new MarkdownCell(null, text, NotebookText.EmptyObject, [], null),
            "raw cell" => new RawCell(null, text, NotebookText.EmptyObject, [], null),
            "" => new CodeCell(null, text, NotebookText.EmptyObject, [], null, []),
            _ => new CodeCell(null, text, NotebookText.Json($$$"""{"polyglot_notebook":{"kernelName":"{{{kind}}}"}}"""), [], null, []),
        });

    private static readonly Gen<string> Metadata = Gen.OneOf(
        "{}",
        """{"kernelspec":{"name":"python3"}}""",
        """{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"},"language_info":{"name":"C#"},"title":"T"}""",
        """{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"fsharp","items":[{"name":"py","aliases":["snake"]}]},"x":1}}""");

    [Test]
    public void NotebookToDibAndBack_AnyCells_KeepsOrderLanguageAndText() =>
        Gen.Select(Cell.List[0, 6], Metadata).Sample((cells, metadata) =>
    {
        var document = NotebookDocument.Empty with { Cells = [.. cells], Metadata = NotebookText.Json(metadata) };
        var back = NotebookReader.Read(DibWriter.Write(document).Bytes, "n.dib").Document;
        string language = DibCell.DefaultKernel(document);
        var kept = document.Cells.Where(cell => cell.Source.Trim('\n').Length > 0);
        var expected = kept.Select(cell => Describe(cell, language)).DefaultIfEmpty(language + ": ");
        Assert.That(back.Cells.Select(cell => Describe(cell, language)), Is.EqualTo(expected));
        Assert.That(back.Language ?? "C#", Is.EqualTo(document.Language ?? "C#").IgnoreCase);
    });

    [Test]
    public void DibToNotebookAndBack_AnyText_IsStable() => Gen.Select(Text.List[0, 6], Ends).Sample((texts, end) =>
    {
        string dib = string.Join(
            end,
            texts.Select(text => text.Replace("#!meta", "#!metas", StringComparison.Ordinal).Replace("\n", end, StringComparison.Ordinal)));
        var read = NotebookReader.Read(Encoding.UTF8.GetBytes(dib), "n.dib").Document;
        var notebook = NotebookReader.Read(NotebookWriter.Write(read), "n.ipynb");
        Assert.That(notebook.Warnings, Is.Empty);
        var (bytes, losses) = DibWriter.Write(notebook.Document);
        Assert.That(losses, read.Cells.Any(cell => cell.Source.Length > 0) ? Is.Empty : Has.Length.EqualTo(1));
        var again = NotebookReader.Read(bytes, "n.dib").Document;
        Assert.That(again.Cells.Select(DibReaderTests.Describe), Is.EqualTo(read.Cells.Select(DibReaderTests.Describe)));
        Assert.That(DibWriter.Write(again).Bytes, Is.EqualTo(bytes));
    });

    private static string Describe(NotebookCell cell, string language)
    {
        string name = cell is CodeCell code ? code.Language ?? language : cell.CellType;
        name = name switch { "C#" => "csharp", "F#" => "fsharp", _ => name };
        var lines = cell.Source.Trim('\n').Split('\n').Select(line => line.StartsWith("#!", StringComparison.Ordinal) ? line.TrimEnd() : line);
        return $"{name}: {string.Join('\n', lines)}";
    }
}
