using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Tests.Documents;

internal sealed class KernelLanguageTests
{
    [TestCase("""{"kernelspec":{"language":"python","name":".net-csharp"}}""", "python")]
    [TestCase("""{"kernelspec":{"language":"F#","name":".net-fsharp"}}""", "F#")]
    [TestCase("""{"language_info":{"name":"R"}}""", "R")]
    [TestCase("""{"kernelspec":{"name":".net-fsharp"}}""", "F#")]
    [TestCase("""{"kernelspec":{"name":".net-powershell","display_name":".NET (PowerShell)"}}""", "PowerShell")]
    [TestCase("""{"kernelspec":{"name":"python3"}}""", "Python")]
    [TestCase("""{"kernelspec":{"name":"ir"}}""", "R")]
    [TestCase("""{"kernelspec":{"name":"julia-1.9"}}""", "Julia")]
    [TestCase("""{"kernelspec":{"name":"xcpp17"}}""", "C++")]
    [TestCase("""{"kernelspec":{"name":"my-env","display_name":"Python 3.11 (my-env)"}}""", "Python")]
    [TestCase("""{"kernelspec":{"display_name":"Julia 1.10.2"}}""", "Julia")]
    [TestCase("""{"kernelspec":{"language":" ","name":"bash"}}""", "Bash")]
    [TestCase("""{"kernelspec":{"name":"calysto_prolog"}}""", "calysto_prolog")]
    [TestCase("""{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"fsharp","items":[]}},"kernelspec":{"language":"C#"}}""", "F#")]
    [TestCase("""{"polyglot_notebook":{"defaultKernelName":"pwsh"}}""", "PowerShell")]
    public void Language_OtherThanCSharp_IsToldFromTheMetadata(string metadata, string expected)
    {
        var document = Read(metadata);
        Assert.That(document.Language, Is.EqualTo(expected));
        Assert.That(CellLanguage.IsCSharp(expected), Is.False);
        Assert.That(document.WithKernelInfo(), Is.SameAs(document));
    }

    [TestCase("{}")]
    [TestCase("""{"kernelspec":{}}""")]
    [TestCase("""{"kernelspec":{"name":""},"language_info":{}}""")]
    [TestCase("""{"kernelspec":5,"polyglot_notebook":[]}""")]
    [TestCase("""{"kernelspec":{"name":".net-csharp"}}""")]
    [TestCase("""{"kernelspec":{"name":"","display_name":".NET (C#)"}}""")]
    [TestCase("""{"kernelspec":{"name":"csharp"}}""")]
    [TestCase("""{"kernelspec":{"language":"C#"}}""")]
    [TestCase("""{"language_info":{"name":"polyglot-notebook"}}""")]
    [TestCase("""{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp"}}}""")]
    public void Language_CSharpOrNothingNamed_CanBeRun(string metadata) =>
        Assert.That(Read(metadata).Language is not { } language || CellLanguage.IsCSharp(language), Is.True);

    [Test]
    public void WithKernelInfo_CSharpNotebook_NamesTheKernel()
    {
        var document = Read("""{"kernelspec":{"name":".net-csharp"},"polyglot_notebook":{"other":1}}""").WithKernelInfo();
        Assert.That(document.Metadata.GetProperty("polyglot_notebook").GetRawText(), Is.EqualTo(
            """{"other":1,"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp","languageName":"C#","aliases":["c#","C#","cs"]}]}}"""));
        Assert.That(document.Metadata.TryGetProperty("kernelspec", out _), Is.True);
        Assert.That(document.WithKernelInfo().Metadata.GetRawText(), Is.EqualTo(document.Metadata.GetRawText()));
    }

    [TestCase("""{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp"}]}}}""")]
    [TestCase("""{"polyglot_notebook":"odd"}""")]
    public void WithKernelInfo_MetadataThatHasOne_KeepsIt(string metadata) =>
        Assert.That(Read(metadata).WithKernelInfo().Metadata.GetRawText(), Is.EqualTo(metadata));

    private static NotebookDocument Read(string metadata) =>
        NotebookText.Read($$"""{"cells":[],"metadata":{{metadata}},"nbformat":4,"nbformat_minor":5}""");
}
