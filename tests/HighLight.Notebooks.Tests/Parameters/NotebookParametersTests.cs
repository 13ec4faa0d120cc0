using System.Collections.Immutable;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Parameters;

namespace HighLight.Notebooks.Tests.Parameters;

internal sealed class NotebookParametersTests
{
    private const string Code =
        "int n = 8;\nvar x = 0.5;\nstring name = \"a\", other = null;\nconst int c = 1024 * 4;\n"
        + "var s = new System.Uri(\"a:b\");\nConsole.WriteLine(n);";

    [Test]
    public void Inject_Values_StandInACellAfterTheDeclaringOne()
    {
        var document = Inject(Notebook(), Text("x", "2"), Text("c", "7"), Text("n", "16"), Text("name", "8"));
        Assert.That(document.Cells.Select(cell => cell.Source), Is.EqualTo(new[]
        {
            "// before", Code, "// Parameters\nn = 16;\nx = 2.0;\nname = \"8\";\nconst int c = 7;", "// after",
        }));
        var injected = (CodeCell)document.Cells[2];
        Assert.That(injected.Metadata.GetRawText(), Is.EqualTo("""{"tags":["injected-parameters"]}"""));
        Assert.That(injected.Id, Does.Match("^[0-9a-f]{8}$"));
        Assert.That(
            NotebookWriter.Write(document),
            Is.EqualTo(NotebookWriter.Write(Inject(Notebook(), Text("x", "2"), Text("c", "7"), Text("n", "16"), Text("name", "8")))));
    }

    [Test]
    public void Inject_Again_ReplacesTheEarlierCell()
    {
        var once = Inject(Notebook(), Text("n", "16"));
        var twice = Inject(once, Text("x", "1"));
        Assert.That(twice.Cells, Has.Length.EqualTo(4));
        Assert.That(twice.Cells[2].Source, Is.EqualTo("// Parameters\nx = 1.0;"));
        Assert.That(Inject(once), Is.SameAs(once), "without values nothing changes");
    }

    [Test]
    public void Inject_OldMinor_GivesNoId() => Assert.That(Inject(Notebook() with { Minor = 4 }, Text("n", "1")).Cells[2].Id, Is.Null);

    [Test]
    public void Inject_SeveralProblems_NamesAllWithTheFix()
    {
        var exception = Assert.Throws<ParameterException>(
            () => Inject(Notebook(), Text("m", "1"), Text("nmae", "b"), Text("n", "8.5"), Text("s", "c:d"), Text("x", "?")));
        const string Known = "Parameters of the notebook: n (int), x (double), name (string), other (string), c (int).";
        Assert.That(exception!.Problems.ToArray(), Is.EqualTo(new[]
        {
            $"m: the notebook has no such parameter. Did you mean n? {Known}",
            $"nmae: the notebook has no such parameter. Did you mean name? {Known}",
            "n: '8.5' is not an integer from -2147483648 to 2147483647 (type int)",
            $"s: values of type Uri cannot be given. {Known}",
            "x: '?' is not a number such as 0.5 or 1e-3 within the range of double, NaN, Infinity or -Infinity (type double)",
        }));
        Assert.That(exception.Message, Does.StartWith("Parameters:\n  m: "));
    }

    [Test]
    public void Inject_NotebookWithoutTheTag_RefusesAll() =>
        Assert.That(
            () => Inject(NotebookText.OfCode("int n = 8;"), Text("n", "1"), Text("m", "1")),
            Throws.TypeOf<ParameterException>()
                .With.Message.Contains("n, m: the notebook has no parameters; they are declared in a code cell with the tag 'parameters'"));

    [Test]
    public void Inject_DeclaringCellInAnotherLanguage_IsRefused() =>
        Assert.That(
            () => Inject(Notebook("""{"tags":["parameters"],"polyglot_notebook":{"kernelName":"fsharp"}}"""), Text("n", "1")),
            Throws.TypeOf<ParameterException>().With.Message.Contains("is written in 'fsharp'"));

    [Test]
    public void Inject_DeclaringCellThatIsSkipped_IsRefused() =>
        Assert.That(
            () => Inject(Notebook("""{"tags":["parameters","skip-execution"]}"""), Text("n", "1")),
            Throws.TypeOf<ParameterException>().With.Message.Contains("also has the tag 'skip-execution'"));

    [Test]
    public void Inject_TypeOfAnEarlierCell_IsRefusedWithTheReason() =>
        Assert.That(
            () => Inject(Notebook(code: "Colour c = Colour.Red; int n = 1;"), Text("c", "Red")),
            Throws.TypeOf<ParameterException>()
                .With.Message.Contains("values of type Colour cannot be given: before the run the type is not known"));

    [Test]
    public void Warnings_SecondDeclaringCell_IsNamedIfValuesAreGiven()
    {
        var document = Notebook();
        document = document with { Cells = document.Cells.Add(document.Cells[1]) };
        Assert.That(
            NotebookParameters.Warnings(document, [Text("n", "1")]).Single(), Does.StartWith("cell 4 has the tag 'parameters' too"));
        Assert.That(NotebookParameters.Warnings(document, []), Is.Empty);
        Assert.That(NotebookParameters.Warnings(Notebook(), [Text("n", "1")]), Is.Empty);
    }

    [Test]
    public void Inject_OneNameTwice_IsRefused() =>
        Assert.That(
            () => Inject(Notebook(), Text("n", "1"), Text("n", "2")),
            Throws.TypeOf<ParameterException>().With.Message.Contains("n: given more than once. Give one value."));

    [Test]
    public void Inject_CellThatDeclaresNothing_SaysSo() =>
        Assert.That(
            () => Inject(Notebook(code: "// nothing\nif (true) { int n = 8; }"), Text("n", "1")),
            Throws.TypeOf<ParameterException>().With.Message.Contains("The notebook declares no parameter that can be given."));

    [Test]
    public void Inject_KeywordAsName_IsEscaped() =>
        Assert.That(
            Inject(Notebook(code: "int @class = 1;"), Text("class", "2")).Cells[2].Source,
            Is.EqualTo("// Parameters\n@class = 2;"));

    [Test]
    public void Inject_ReadOnlyVariable_IsDeclaredAnew() =>
        Assert.That(
            Inject(Notebook(code: "readonly int n = 1;"), Text("n", "2")).Cells[2].Source,
            Is.EqualTo("// Parameters\nreadonly int n = 2;"));

    [Test]
    public void Inject_LongNames_AreToldApart()
    {
        string name = new('n', 60);
        Assert.That(
            Inject(Notebook(code: $"int {name}a = 1, {name}b = 1;"), Text(name + "a", "2"), Text(name + "b", "3")).Cells[2].Source,
            Is.EqualTo($"// Parameters\n{name}a = 2;\n{name}b = 3;"));
        Assert.That(
            () => Inject(Notebook(code: $"int {name}a = 1;"), Text(name + "a", "2"), Text(name + "a", "3")),
            Throws.TypeOf<ParameterException>().With.Message.EqualTo($"Parameters: {name}…: given more than once. Give one value."));
    }

    [Test]
    public void Inject_ManyUnknownNames_AreListedUpToABound()
    {
        string code = string.Concat(Enumerable.Range(0, 2000).Select(i => FormattableString.Invariant($"int p{i};")));
        ParameterValue[] values = [.. Enumerable.Range(0, 100_000).Select(i => Text(FormattableString.Invariant($"q{i}"), "1"))];
        var problems = Assert.Throws<ParameterException>(() => Inject(Notebook(code: code), [.. values]))!.Problems;
        Assert.That(problems, Has.Length.EqualTo(101));
        Assert.That(problems[0], Does.StartWith("q0: the notebook has no such parameter.").And.EndsWith(" p99 (int) and 1900 more."));
        Assert.That(problems[100], Is.EqualTo("99900 more values were not looked at"));
    }

    [Test]
    public void Inject_ListsWithinListsByTheThousand_CannotBeGiven() =>
        Assert.That(
            () => Inject(Notebook(code: $"int{string.Concat(Enumerable.Repeat("[]", 10_000))} n = null;"), Text("n", "x")),
            Throws.TypeOf<ParameterException>().With.Message.Contains("cannot be given. The notebook declares no parameter"));

    private static NotebookDocument Notebook(string metadata = """{"tags":["parameters"]}""", string code = Code)
    {
        var document = NotebookText.OfCode("// before", code, "// after");
        var declaring = document.Cells[1] with { Metadata = NotebookText.Json(metadata) };
        return document with { Cells = document.Cells.SetItem(1, declaring) };
    }

    private static NotebookDocument Inject(NotebookDocument document, params ImmutableArray<ParameterValue> values) =>
        NotebookParameters.Inject(document, values);

    private static ParameterValue Text(string name, string text) => ParameterValue.OfText(name, text);
}
