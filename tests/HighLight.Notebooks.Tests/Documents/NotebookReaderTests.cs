using System.Text;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests.Documents;

internal sealed class NotebookReaderTests
{
    [Test]
    public void Read_SourceAsStringOrLines_IsTheSame()
    {
        var lines = Cell("""{"cell_type":"code","source":["a\n","b"],"metadata":{},"outputs":[],"execution_count":null}""");
        var text = Cell("""{"cell_type":"code","source":"a\nb","metadata":{},"outputs":[],"execution_count":null}""");
        Assert.That(lines.Source, Is.EqualTo("a\nb"));
        Assert.That(text.Source, Is.EqualTo("a\nb"));
    }

    [Test]
    public void Read_UnknownFields_AreKeptInOrder()
    {
        var document = NotebookText.Read("""{"zeta":1,"cells":[{"cell_type":"raw","source":"","b":2,"a":{"x":null}}],"nbformat":4,"nbformat_minor":2,"alpha":[]}""");
        Assert.That(document.Extra.Select(field => field.Name), Is.EqualTo(new[] { "zeta", "alpha" }));
        Assert.That(document.Cells[0].Extra.Select(field => field.Name), Is.EqualTo(new[] { "b", "a" }));
    }

    [Test]
    public void Read_ByteOrderMark_IsPassedOver() =>
        Assert.That(NotebookReader.Read(Encoding.UTF8.GetPreamble().Concat("""{"cells":[],"nbformat":4,"nbformat_minor":5}"""u8.ToArray()).ToArray(), "n").Cells, Is.Empty);

    [Test]
    public void Read_Outputs_AreTyped()
    {
        var cell = (CodeCell)Cell("""
            {"cell_type":"code","source":"","outputs":[
              {"output_type":"stream","name":"stdout","text":["a\n","b"]},
              {"output_type":"display_data","data":{"text/plain":["x","y"],"application/json":{"k":[1.50]},"image/png":"AAAA"},"metadata":{}},
              {"output_type":"execute_result","execution_count":3,"data":{},"metadata":{}},
              {"output_type":"error","ename":"E","evalue":"v","traceback":["t"]}]}
            """);
        Assert.That(cell.Outputs[0], Is.EqualTo(new StreamOutput("stdout", "a\nb", [])));
        var data = ((DisplayDataOutput)cell.Outputs[1]).Data;
        Assert.That(data.Text("text/plain"), Is.EqualTo("xy"));
        Assert.That(data.Entries[1].Value.GetRawText(), Is.EqualTo("""{"k":[1.50]}"""));
        Assert.That(((ExecuteResultOutput)cell.Outputs[2]).ExecutionCount, Is.EqualTo(3));
        Assert.That(((ErrorOutput)cell.Outputs[3]).Traceback, Is.EqualTo(new[] { "t" }));
    }

    [TestCase("""[]""", "$: a notebook is a JSON object, this is an array")]
    [TestCase("""{"cells":[]}""", "$.nbformat: missing")]
    [TestCase("""{"cells":[],"nbformat":3,"nbformat_minor":0}""", "$.nbformat: 3 is not supported, only 4; convert it")]
    [TestCase("""{"cells":[],"nbformat":5,"nbformat_minor":0}""", "$.nbformat: 5 is not supported, only 4")]
    [TestCase("""{"cells":[],"nbformat":4,"nbformat_minor":6}""", "$.nbformat_minor: 6 is not supported, only 0 to 5")]
    [TestCase("""{"cells":[],"nbformat":4,"nbformat_minor":-1}""", "$.nbformat_minor: -1 is not supported")]
    [TestCase("""{"cells":[],"nbformat":4.5,"nbformat_minor":5}""", "$.nbformat: an integer is required, this is 4.5")]
    [TestCase("""{"cells":{},"nbformat":4,"nbformat_minor":5}""", "$.cells: an array is required, this is an object")]
    [TestCase("""{"nbformat":4,"nbformat_minor":5}""", "$.cells: missing")]
    [TestCase("""{"cells":[],"metadata":[],"nbformat":4,"nbformat_minor":5}""", "$.metadata: an object is required, this is an array")]
    public void Read_InvalidNotebook_NamesThePath(string json, string expected) =>
        Assert.That(() => NotebookText.Read(json), Throws.TypeOf<NotebookFormatException>().With.Message.Contains(expected).And.Message.Contains("'n.ipynb'"));

    [TestCase("""1""", "cell 1, $.cells[0]: a cell is a JSON object, this is a number")]
    [TestCase("""{"source":""}""", "cell 1, $.cells[0].cell_type: missing")]
    [TestCase("""{"cell_type":"heading","source":""}""", "cell 1, $.cells[0].cell_type: 'heading' is not a type of cell, only code, markdown and raw are")]
    [TestCase("""{"cell_type":"code"}""", "cell 1, $.cells[0].source: missing")]
    [TestCase("""{"cell_type":"code","source":["a",1]}""", "cell 1, $.cells[0].source: text is a string or a list of strings, this is an array")]
    [TestCase("""{"cell_type":"code","source":"","id":"ä"}""", "cell 1, $.cells[0].id: 'ä' is not a cell id")]
    [TestCase("""{"cell_type":"code","source":"","execution_count":"1"}""", "$.cells[0].execution_count: an integer is required, this is a string")]
    [TestCase("""{"cell_type":"code","source":"","execution_count":99999999999}""", "$.cells[0].execution_count: an integer is required, this is 99999999999")]
    [TestCase("""{"cell_type":"code","source":"","outputs":[{"output_type":"pyout"}]}""", "$.cells[0].outputs[0].output_type: 'pyout' is not a type of output")]
    [TestCase("""{"cell_type":"code","source":"","outputs":[{"output_type":"error","ename":"","evalue":"","traceback":[1]}]}""", "$.cells[0].outputs[0].traceback[0]: a string is required")]
    [TestCase("""{"cell_type":"code","source":"","outputs":[{"output_type":"display_data","data":{"text/plain":{}}}]}""", "$.cells[0].outputs[0].data['text/plain']: text is a string or a list of strings, this is an object")]
    [TestCase("""{"cell_type":"markdown","source":"","attachments":{"a.png":1}}""", "$.cells[0].attachments['a.png']: a MIME bundle is a JSON object")]
    public void Read_InvalidCell_NamesCellAndPath(string cell, string expected) =>
        Assert.That(() => Cell(cell), Throws.TypeOf<NotebookFormatException>().With.Message.Contains(expected));

    [Test]
    public void Read_SeveralViolations_NamesAll()
    {
        var exception = Assert.Throws<NotebookFormatException>(() => Cell("""{"cell_type":"code","id":"","outputs":3}"""));
        Assert.That(exception!.Violations, Has.Length.EqualTo(3));
    }

    [Test]
    public void Read_DuplicateIds_NamesBothCells() =>
        Assert.That(
            () => NotebookText.Read("""{"cells":[{"cell_type":"raw","source":"","id":"a"},{"cell_type":"raw","source":"","id":"a"}],"nbformat":4,"nbformat_minor":5}"""),
            Throws.TypeOf<NotebookFormatException>().With.Message.Contains("cell 2, $.cells[1].id: 'a' is also the id of cell 1"));

    [TestCase("")]
    [TestCase("{")]
    [TestCase("""{"cells":[],"cells":[],"nbformat":4,"nbformat_minor":5}""")]
    [TestCase("""{"a":"\ud800","cells":[],"nbformat":4,"nbformat_minor":5}""")]
    [TestCase("""{"\udc00":1,"cells":[],"nbformat":4,"nbformat_minor":5}""")]
    [TestCase("""{"a":NaN,"cells":[],"nbformat":4,"nbformat_minor":5}""")]
    public void Read_NotJson_IsOneClearException(string json) =>
        Assert.That(() => NotebookText.Read(json), Throws.TypeOf<NotebookFormatException>().With.Message.Contains("it is not JSON"));

    [Test]
    public void ReadFile_EmptyFile_IsRejected()
    {
        using var scratch = new Scratch();
        Assert.That(() => NotebookReader.ReadFile(scratch.Write("n.ipynb", "")), Throws.TypeOf<NotebookFormatException>().With.Message.Contains("it is empty"));
    }

    [Test]
    [Platform("Linux")]
    public void ReadFile_EndlessDevice_IsRejected() =>
        Assert.That(() => NotebookReader.ReadFile("/dev/zero"), Throws.TypeOf<NotebookFormatException>().With.Message.Contains("no regular file"));

    [Test]
    public void Read_NestedTooDeep_IsRejected() =>
        Assert.That(() => NotebookText.Read(new string('[', 100_000)), Throws.TypeOf<NotebookFormatException>());

    [Test]
    public void Read_InvalidUtf8_IsRejected() =>
        Assert.That(() => NotebookReader.Read(new byte[] { (byte)'"', 0xff, (byte)'"' }, "n"), Throws.TypeOf<NotebookFormatException>());

    [Test]
    public void Language_KernelSpecification_IsRead() =>
        Assert.That(NotebookText.Read("""{"cells":[],"metadata":{"kernelspec":{"language":"python"}},"nbformat":4,"nbformat_minor":5}""").Language, Is.EqualTo("python"));

    private static NotebookCell Cell(string json) => NotebookText.Read($$"""{"cells":[{{json}}],"nbformat":4,"nbformat_minor":5}""").Cells[0];
}
