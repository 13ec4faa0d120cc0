using System.Text;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests.Documents;

/// <summary>What a run drops anyway never keeps a notebook from being read.</summary>
internal sealed class LenientReadingTests
{
    private const string Good = """{"output_type":"stream","name":"stdout","text":"kept"}""";

    [TestCase("""3""", "an output is a JSON object, this is a number")]
    [TestCase("""null""", "an output is a JSON object, this is null")]
    [TestCase("""{}""", ".output_type: missing; a string is required")]
    [TestCase("""{"output_type":"pyout"}""", ".output_type: 'pyout' is not a type of output")]
    [TestCase("""{"output_type":"error","ename":"","evalue":"","traceback":[null]}""", ".traceback[0]: a string is required, this is null")]
    [TestCase("""{"output_type":"error","ename":"","evalue":"","traceback":null}""", ".traceback: an array is required, this is null")]
    [TestCase("""{"output_type":"error","evalue":""}""", ".ename: missing")]
    [TestCase("""{"output_type":"stream","text":"x"}""", ".name: missing")]
    [TestCase("""{"output_type":"stream","name":"stdout","text":{}}""", ".text: text is a string or a list of strings")]
    [TestCase("""{"output_type":"display_data","data":{"text/plain":{}}}""", ".data['text/plain']: text is a string or a list of strings")]
    [TestCase("""{"output_type":"display_data","data":7}""", ".data: an object is required")]
    [TestCase("""{"output_type":"execute_result","execution_count":"1","data":{}}""", ".execution_count: an integer is required")]
    [TestCase("""{"output_type":"display_data","data":{"application/json":{"a":1,"a":2}}}""", "Duplicate property 'a'")]
    [TestCase("""{"output_type":"stream","output_type":"stream","name":"stdout","text":""}""", "Duplicate property 'output_type'")]
    [TestCase("""{"output_type":"stream","name":"stdout","text":"\ud83d"}""", "half of a surrogate pair")]
    public void Read_OutputThatIsNotValid_DropsThatOutputOnly(string output, string expected)
    {
        var read = Read(
            $$"""{"cell_type":"code","id":"a","source":"x","outputs":[{{Good}},{{output}},{{Good}}]}""");
        var outputs = ((CodeCell)read.Document.Cells[0]).Outputs;
        Assert.That(outputs, Is.EqualTo(new[] { new StreamOutput("stdout", "kept", []), new StreamOutput("stdout", "kept", []) }));
        Assert.That(
            read.Warnings,
            Has.Length.GreaterThan(0).And.All.StartsWith("cell 1, $.cells[0].outputs[1]").And.All.EndsWith("; the output is dropped"));
        Assert.That(read.Warnings[0], Does.Contain(expected));
    }

    [TestCase(127)]
    [TestCase(128)]
    [TestCase(100_000)]
    public void Read_OutputNestedDeep_IsKeptUpToTheLimit(int depth)
    {
        // The value of application/json stands two levels deep in its output.
        string nested = new string('[', depth - 2) + new string(']', depth - 2);
        var read = Read($$$"""
            {"cell_type":"code","id":"a","source":"x",
            "outputs":[{"output_type":"display_data","data":{"application/json":{{{nested}}}}},{{{Good}}}]}
            """);
        bool kept = depth <= 128;
        Assert.That(((CodeCell)read.Document.Cells[0]).Outputs, Has.Length.EqualTo(kept ? 2 : 1));
        Assert.That(read.Warnings, Has.Length.EqualTo(kept ? 0 : 1));
        byte[] written = NotebookWriter.Write(read.Document);
        Assert.That(NotebookWriter.Write(NotebookReader.Read(written, "n").Document), Is.EqualTo(written));
    }

    [TestCase("null", "this is null")]
    [TestCase("{}", "this is an object")]
    [TestCase("\"x\"", "this is a string")]
    public void Read_OutputsThatAreNoList_AreNone(string outputs, string expected)
    {
        var read = Read($$"""{"cell_type":"code","id":"a","source":"x","outputs":{{outputs}}}""");
        Assert.That(((CodeCell)read.Document.Cells[0]).Outputs, Is.Empty);
        Assert.That(read.Warnings.Single(), Does.StartWith("cell 1, $.cells[0].outputs: an array is required").And.Contains(expected));
    }

    [TestCase("\"1\"", "this is a string")]
    [TestCase("1.5", "this is 1.5")]
    [TestCase("99999999999", "this is 99999999999")]
    [TestCase("[[]]", "this is an array")]
    [TestCase("\"\\udc00\"", "half of a surrogate pair")]
    public void Read_ExecutionCountOfAWrongType_IsNone(string count, string expected)
    {
        var read = Read($$"""{"cell_type":"code","id":"a","source":"x","execution_count":{{count}},"outputs":[]}""");
        Assert.That(((CodeCell)read.Document.Cells[0]).ExecutionCount, Is.Null);
        Assert.That(read.Warnings.Single(), Does.StartWith("cell 1, $.cells[0].execution_count").And.Contains(expected));
    }

    [Test]
    public void Read_FieldOfTheLastRunTwice_TakesTheLast()
    {
        var read = Read(
            $$"""{"cell_type":"code","id":"a","source":"x","execution_count":1,"execution_count":2,"outputs":[],"outputs":[{{Good}}]}""");
        var cell = (CodeCell)read.Document.Cells[0];
        Assert.That((cell.ExecutionCount, cell.Outputs.Length), Is.EqualTo((2, 1)));
        Assert.That(read.Warnings, Has.Length.EqualTo(2).And.All.Contains("more than once; the last one counts"));
    }

    [TestCase("NaN", "NaN")]
    [TestCase("Infinity", "Infinity")]
    [TestCase("-Infinity", "-Infinity")]
    public void Read_NumberThatOnlyPythonWrites_IsNullAnywhere(string literal, string name)
    {
        string json = """
            {"cells":[{"cell_type":"code","id":"a","source":"NaN \"Infinity\\","metadata":{"m":NUMBER},"execution_count":NUMBER,
            "outputs":[{"output_type":"display_data","data":{"application/json":[1,NUMBER,-2,"-Infinity"]}}]}],
            "nbformat":4,"nbformat_minor":5}
            """.Replace("NUMBER", literal, StringComparison.Ordinal);
        var read = NotebookReader.Read(Encoding.UTF8.GetBytes(json), "n");
        var cell = (CodeCell)read.Document.Cells[0];
        Assert.That(cell.Source, Is.EqualTo("NaN \"Infinity\\"));
        Assert.That(cell.ExecutionCount, Is.Null);
        Assert.That(cell.Metadata.GetRawText(), Is.EqualTo("""{"m":null}"""));
        Assert.That(((DisplayDataOutput)cell.Outputs[0]).Data.Entries[0].Value.GetRawText(), Is.EqualTo("""[1,null,-2,"-Infinity"]"""));
        Assert.That(read.Warnings, Is.EqualTo(new[] { Warning(1), Warning(1), Warning(2) }));

        string Warning(int line) => FormattableString.Invariant($"line {line}: {name} is not a number of JSON; it is read as null");
    }

    [TestCase("nan")]
    [TestCase("NaNs")]
    [TestCase("+Infinity")]
    [TestCase("-NaN")]
    public void Read_OtherWordsForNumbers_AreNotJson(string literal) =>
        Assert.That(
            () => Read($$"""{"cell_type":"code","source":"","outputs":[{{literal}}]}"""),
            Throws.TypeOf<NotebookFormatException>().With.Message.Contains("it is not JSON: line 1"));

    [TestCase("""null""", "a string is required, this is null")]
    [TestCase("""5""", "a string is required, this is a number")]
    [TestCase("\"\"", "'' is not a cell id")]
    [TestCase("\"ä b\"", "'ä b' is not a cell id")]
    [TestCase("\"\\ud800\"", "half of a surrogate pair")]
    public void Read_IdThatCannotBeUsed_IsDerived(string id, string expected)
    {
        var read = Read($$"""{"cell_type":"raw","source":"x","id":{{id}}}""");
        Assert.That(read.Document.Cells[0].Id, Does.Match("^[0-9a-f]{8}$"));
        Assert.That(read.Warnings.Single(), Does.StartWith("cell 1, $.cells[0].id: ").And.Contains(expected));
    }

    [Test]
    public void Read_DuplicateIds_KeepsTheFirst()
    {
        var read = Read("""{"cell_type":"raw","source":"","id":"a"},{"cell_type":"raw","source":"","id":"a"}""");
        Assert.That(read.Document.Cells.Select(cell => cell.Id), Is.Unique.And.Contains("a"));
        Assert.That(read.Warnings.Single(), Is.EqualTo("cell 2, $.cells[1].id: 'a' is also the id of cell 1; the cell gets a derived id"));
    }

    [Test]
    public void Read_IdsAbsent_IsAWarningWhereTheyAreRequired()
    {
        const string Cells = """{"cell_type":"raw","source":""},{"cell_type":"raw","source":"","id":"a"},{"cell_type":"raw","source":""}""";
        Assert.That(Read(Cells).Warnings.Single(), Is.EqualTo("$.cells: cells without an id: 1, 3; they get derived ids"));
        Assert.That(Read(Cells, minor: 4).Warnings, Is.Empty);
    }

    [Test]
    public void Read_ManyEqualCellsWithoutIds_IsFast()
    {
        var read = Read(string.Join(',', Enumerable.Repeat("""{"cell_type":"code","source":"","outputs":[]}""", 10_000)));
        Assert.That(read.Document.Cells.Select(cell => cell.Id), Is.Unique);
    }

    [Test]
    public void Read_NullMetadata_IsEmpty()
    {
        const string Json = """
            {"cells":[{"cell_type":"markdown","id":"a","source":"","metadata":null,"attachments":null}],
            "metadata":null,"nbformat":4,"nbformat_minor":5}
            """;
        var read = NotebookReader.Read(Encoding.UTF8.GetBytes(Json), "n");
        Assert.That(read.Document.Metadata.GetRawText(), Is.EqualTo("{}"));
        Assert.That(read.Document.Cells[0].Metadata.GetRawText(), Is.EqualTo("{}"));
        Assert.That(read.Warnings, Has.Length.EqualTo(3).And.All.EndsWith("null is read as an empty one"));
    }

    [Test]
    public void Read_ManyOddities_WarnsAboutTheFirst()
    {
        var read = Read($$"""{"cell_type":"code","id":"a","source":"","outputs":[{{string.Join(',', Enumerable.Repeat("1", 1000))}}]}""");
        Assert.That(read.Warnings, Has.Length.EqualTo(51));
        Assert.That(read.Warnings[^1], Is.EqualTo("… and more"));
    }

    [Test]
    public void Read_ValidNotebook_HasNoWarnings() =>
        Assert.That(NotebookReader.Read(NotebookWriter.Write(NotebookText.OfCode("1", "2")), "n").Warnings, Is.Empty);

    private static ReadNotebook Read(string cells, int minor = 5) =>
        NotebookReader.Read(
            Encoding.UTF8.GetBytes(FormattableString.Invariant($$"""{"cells":[{{cells}}],"nbformat":4,"nbformat_minor":{{minor}}}""")),
            "n");
}
