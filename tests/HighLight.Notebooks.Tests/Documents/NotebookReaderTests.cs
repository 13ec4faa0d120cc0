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
        Assert.That(
            NotebookReader.Read(Encoding.UTF8.GetPreamble().Concat("""{"cells":[],"nbformat":4,"nbformat_minor":5}"""u8.ToArray()).ToArray(), "n").Document.Cells,
            Is.Empty);

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
    [TestCase("""{"cells":[],"nbformat":4,"nbformat_minor":-1}""", "$.nbformat_minor: -1 is not legal, it is 0 or more")]
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
    [TestCase("""{"cell_type":"markdown","source":"","attachments":{"a.png":1}}""", "$.cells[0].attachments['a.png']: a MIME bundle is a JSON object")]
    public void Read_InvalidCell_NamesCellAndPath(string cell, string expected) =>
        Assert.That(() => Cell(cell), Throws.TypeOf<NotebookFormatException>().With.Message.Contains(expected));

    [Test]
    public void Read_SeveralViolations_NamesAll()
    {
        var exception = Assert.Throws<NotebookFormatException>(
            () => Cell("""{"cell_type":"code","metadata":3},{"cell_type":"x","source":1}"""));
        Assert.That(exception!.Violations, Has.Length.EqualTo(4));
    }

    [TestCase("""{"cells":[],"cells":[],"nbformat":4,"nbformat_minor":5}""", "$.cells: the field stands here more than once; keep one")]
    [TestCase("""{"a":"\ud800","cells":[],"nbformat":4,"nbformat_minor":5}""", "$.a: a string holds half of a surrogate pair")]
    [TestCase("""{"a":{"b":1,"b":1},"cells":[],"nbformat":4,"nbformat_minor":5}""", "$.a: Duplicate property 'b'")]
    [TestCase(
        """{"\udc00":1,"cells":[],"nbformat":4,"nbformat_minor":5}""",
        "$: the name of a field cannot be read: a string holds half of a surrogate pair")]
    [TestCase(
        """{"cells":[{"cell_type":"code","source":"\ud800"}],"nbformat":4,"nbformat_minor":5}""",
        "cell 1, $.cells[0].source: a string holds half of a surrogate pair")]
    [TestCase(
        """{"cells":[{"cell_type":"code","source":"","source":""}],"nbformat":4,"nbformat_minor":5}""",
        "cell 1, $.cells[0].source: the field stands here more than once")]
    public void Read_FieldThatMattersAndCannotBeRead_NamesThePath(string json, string expected)
    {
        var exception = Assert.Throws<NotebookFormatException>(() => NotebookText.Read(json));
        Assert.That(exception!.Violations.Single(), Does.StartWith(expected));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("""{"cells":[],"nbformat":4,"nbformat_minor":5} x""")]
    [TestCase("""{"cells":[],"nbformat":4,"nbformat_minor":5,}""")]
    [TestCase("""{"cells":[{"outputs":[{"a":tru}]}],"nbformat":4,"nbformat_minor":5}""")]
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

    private static NotebookCell Cell(string json) => NotebookText.Read($$"""{"cells":[{{json}}],"nbformat":4,"nbformat_minor":5}""").Cells[0];
}
