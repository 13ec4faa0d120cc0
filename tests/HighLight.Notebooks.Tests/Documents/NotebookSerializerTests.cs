using System.Text;
using System.Text.Json;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests.Documents;

internal sealed class NotebookSerializerTests
{
    private readonly NotebookSerializer _serializer = new();

    [Test]
    public void Write_CellsOneAfterAnother_IsWhatTheWholeNotebookGives()
    {
        var document = NotebookText.OfCode("a", "b", "c");
        Assert.That(_serializer.Write(document), Is.EqualTo(NotebookWriter.Write(document)));
        for (int i = 0; i < document.Cells.Length; i++)
        {
            var ran = ((CodeCell)document.Cells[i]) with { ExecutionCount = i + 1, Outputs = [new StreamOutput("stdout", "ü\n", [])] };
            document = document with { Cells = document.Cells.SetItem(i, ran) };
            Assert.That(_serializer.Write(document), Is.EqualTo(NotebookWriter.Write(document)));
        }
    }

    [Test]
    public void Write_OtherNumberOfCellsOrMinorVersion_IsWrittenAnew()
    {
        var document = NotebookText.OfCode("a", "b");
        _serializer.Write(document);
        var fewer = document with { Cells = [document.Cells[1]] };
        Assert.That(_serializer.Write(fewer), Is.EqualTo(NotebookWriter.Write(fewer)));
        var older = fewer with { Minor = 4 };
        Assert.That(_serializer.Write(older), Is.EqualTo(NotebookWriter.Write(older)));
    }

    [Test]
    public void Write_EmptyNotebookAndUnknownFields_HasTheLayoutOfJupyter()
    {
        var document = NotebookDocument.Empty with { Extra = [new JsonField("a", JsonSerializer.Deserialize<JsonElement>("[1]")), new JsonField("z", JsonSerializer.Deserialize<JsonElement>("{}"))] };
        Assert.That(
            Encoding.UTF8.GetString(_serializer.Write(document)),
            Is.EqualTo("{\n \"a\": [\n  1\n ],\n \"cells\": [],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5,\n \"z\": {}\n}\n"));
    }
}
