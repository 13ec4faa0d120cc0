using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests.Documents;

internal sealed class NotebookConverterTests
{
    private Scratch _scratch = null!;

    [SetUp]
    public void CreateFolder() => _scratch = new Scratch();

    [TearDown]
    public void DeleteFolder() => _scratch.Dispose();

    [Test]
    public void Convert_ThereAndBack_KeepsTheCells()
    {
        string input = _scratch.Write("a.IPYNB", NotebookText.Of("1 + 1", "#!time\n2"));
        Assert.That(NotebookConverter.Convert(input, _scratch["b.Dib"]), Is.Empty);
        Assert.That(
            File.ReadAllText(_scratch["b.Dib"]),
            Does.StartWith("#!meta\n").And.EndsWith("#!csharp\n\n1 + 1\n\n#!csharp\n\n#!time\n2\n"));
        Assert.That(NotebookConverter.Convert(_scratch["b.Dib"], _scratch["c.ipynb"]), Is.Empty);
        var back = NotebookReader.ReadFile(_scratch["c.ipynb"]).Document;
        Assert.That(back.Cells.Select(cell => cell.Source), Is.EqualTo(new[] { "1 + 1", "#!time\n2" }));
        Assert.That(back.Language, Is.EqualTo("C#"));
        Assert.That(
            back.Metadata.GetProperty("polyglot_notebook").GetProperty("kernelInfo").GetProperty("defaultKernelName").GetString(),
            Is.EqualTo("csharp"));
    }

    [Test]
    public void Convert_OddInput_GivesItsWarningsAndTheLosses()
    {
        string input = _scratch.Write("a.ipynb", """
            {"cells":[{"cell_type":"code","source":"x","id":null,
            "outputs":[{"output_type":"stream","name":"stdout","text":"1"}]}],"nbformat":4,"nbformat_minor":5}
            """);
        var warnings = NotebookConverter.Convert(input, _scratch["b.dib"]);
        Assert.That(warnings, Has.Length.EqualTo(2));
        Assert.That(warnings[0], Does.Contain("$.cells[0].id"));
        Assert.That(warnings[1], Does.Contain("Cell 1: outputs are left out"));
    }

    [TestCase("a.ipynb", "b.ipynb", "have the same format; name an output that ends in .dib, such as 'b.dib'")]
    [TestCase("a.dib", "b.DIB", "have the same format; name an output that ends in .ipynb, such as 'b.ipynb'")]
    [TestCase("a.ipynb", "a.ipynb", "is the input itself")]
    [TestCase("a.txt", "b.dib", "'a.txt': only .ipynb and .dib files are converted")]
    [TestCase("a.ipynb", "b", "'b': only .ipynb and .dib files are converted")]
    [TestCase("a.ipynb", "none/b.dib", "does not exist; create it first")]
    [TestCase("missing.ipynb", "b.dib", "'missing.ipynb' cannot be read")]
    public void Convert_NamesThatDoNotFit_AreRefusedWithTheFix(string input, string output, string expected)
    {
        string folder = _scratch.Folder + Path.DirectorySeparatorChar;
        foreach (string file in new[] { "a.ipynb", "a.dib", "a.txt" })
        {
            _scratch.Write(file, "x");
        }

        var exception = Assert.Throws<ConversionException>(() => NotebookConverter.Convert(folder + input, folder + output));
        Assert.That(exception!.Message.Replace(folder, "", StringComparison.Ordinal), Does.Contain(expected));
        Assert.That(Directory.GetFiles(_scratch.Folder).Select(File.ReadAllText), Is.All.EqualTo("x"));
    }

    [Test]
    public void Convert_TwoNamesThatDoNotFit_NamesBoth() =>
        Assert.That(
            () => NotebookConverter.Convert("a.txt", "b.md"),
            Throws.TypeOf<ConversionException>().With.Message.Contains("'a.txt'").And.Message.Contains("'b.md'"));

    [Test]
    [Platform(Exclude = "Win")]
    public void Convert_OutputIsALinkToTheInput_IsRefused()
    {
        string input = _scratch.Write("a.ipynb", NotebookText.Of("1"));
        File.CreateSymbolicLink(_scratch["b.dib"], input);
        Assert.That(
            () => NotebookConverter.Convert(input, _scratch["b.dib"]),
            Throws.TypeOf<ConversionException>().With.Message.Contains("is the input itself"));
        Assert.That(File.ReadAllText(input), Is.EqualTo(NotebookText.Of("1")));
    }

    [Test]
    public void Convert_InputThatIsNoNotebook_IsRefused() =>
        Assert.That(
            () => NotebookConverter.Convert(_scratch.Write("a.ipynb", "{"), _scratch["b.dib"]),
            Throws.TypeOf<NotebookFormatException>());
}
