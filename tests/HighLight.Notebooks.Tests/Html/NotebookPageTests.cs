using System.Text;
using System.Text.RegularExpressions;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Html;

namespace HighLight.Notebooks.Tests.Html;

internal sealed class NotebookPageTests
{
    [Test]
    public void Render_CodeAndText_AreEscaped()
    {
        string page = Render(Code("var s = \"</pre><script>x\"; // <b>", new StreamOutput("stdout", "<script>y", [])));
        Assert.That(page, Does.Not.Contain("<script>"));
        Assert.That(page, Does.Contain("&lt;script&gt;y"));
    }

    [Test]
    public void Render_TitleAndName_AreEscaped()
    {
        Assert.That(
            Render(new MarkdownCell(null, "# A <i> & B", NotebookText.EmptyObject, [], null)),
            Does.Contain("<title>A &lt;i&gt; &amp; B</title>"));
        Assert.That(Render(), Does.Contain("<title>the &lt;name&gt;</title>"));
    }

    [Test]
    public void Render_RichOutput_UsesTheRichestType()
    {
        string page = Render(Code("x", Shown(("text/plain", "plain"), ("image/png", "AAAA"), ("text/html", "<b>rich</b>"))));
        Assert.That(page, Does.Contain("<b>rich</b>").And.Not.Contain("plain</pre>").And.Not.Contain("<img"));
    }

    [Test]
    public void Render_Svg_ComesBeforePngAndIsEmbedded()
    {
        string page = Render(Code("x", Shown(("image/png", "AAAA"), ("image/svg+xml", "<svg/>"))));
        Assert.That(page, Does.Contain("<img src=\"data:image/svg+xml;base64,PHN2Zy8+\""));
    }

    [Test]
    public void Render_PictureThatIsNotBase64_FallsBackToText()
    {
        string page = Render(Code("x", Shown(("image/png", "\"><script>"), ("text/plain", "instead"))));
        Assert.That(page, Does.Contain("instead").And.Not.Contain("<script>"));
    }

    [Test]
    public void Render_Markdown_IsRenderedWithAttachments()
    {
        var attachment = new Attachment("a b.png", new MimeBundle([MimeEntry.OfText("image/png", "AAAA")]));
        const string Source = "| a | b |\n|---|---|\n| 1 | 2 |\n\n![p](attachment:a%20b.png)";
        string page = Render(new MarkdownCell(null, Source, NotebookText.EmptyObject, [], [attachment]));
        Assert.That(page, Does.Contain("<td>1</td>").And.Contain("src=\"data:image/png;base64,AAAA\""));
    }

    [Test]
    public void Render_Error_IsMarkedAndHasColours()
    {
        string page = Render(Code("x", new ErrorOutput("E", "m", ["\u001b[31mred <1>\u001b[0m"], [])));
        Assert.That(
            page,
            Does.Contain("class=\"code failed\"")
                .And.Contain("<strong>Error: E</strong><pre><span class=\"f1\">red &lt;1&gt;</span></pre>"));
    }

    [Test]
    public void Render_Json_IsShown() =>
        Assert.That(Render(Code("x", Shown(("application/json", "{\"a\":1}")))), Does.Contain("&quot;a&quot;: 1"));

    [Test]
    public void Render_CodeText_SurvivesHighlighting()
    {
        const string Source = "#r \"nuget: A\"\nvar x = $\"a{1}b\"; /* c */ #\n\t'?' @@ \0 \"\"\"unterminated\n";
        string page = Render(Code(Source));
        string code = page[(page.IndexOf("<code>", StringComparison.Ordinal) + 6)..page.IndexOf("</code>", StringComparison.Ordinal)];
        string text = System.Net.WebUtility.HtmlDecode(
            Regex.Replace(code, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.That(text, Is.EqualTo(Source));
    }

    [Test]
    public void Render_Page_LoadsNothing()
    {
        string page = Render(Code("1", Shown(("text/plain", "2"))));
        Assert.That(page, Does.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("<link").And.Not.Contain("src="));
        Assert.That(page, Does.StartWith("<!DOCTYPE html>").And.EndWith("</html>\n"));
    }

    [Test]
    public void Render_ProgressAndLinks_AreShownAsATerminalDoes() =>
        Assert.That(
            Render(Code("x", new StreamOutput("stdout", "\r0 %\r20 %\rdone\n\u001b]8;;file:x\u001b\\link\u001b]8;;\u001b\\\n", []))),
            Does.Contain("<pre>done\nlink\n</pre>"));

    [Test]
    public void Render_WithoutTrust_HasAPolicyBeforeAnythingElse()
    {
        string page = Render(Code("1", Shown(("text/html", "<b>x</b>"))));
        Assert.That(
            page,
            Does.StartWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "));
        Assert.That(page, Does.Not.Contain("class=\"note\""));
        Assert.That(page.IndexOf("charset", StringComparison.Ordinal), Is.LessThan(1024));
    }

    [TestCase("text/html", "<script>alert(1)</script>")]
    [TestCase("text/html", "<img src=x onerror=alert(1)>")]
    [TestCase("text/markdown", "[x](javascript:alert)")]
    [TestCase("text/markdown", "<script>alert(1)</script>")]
    public void Render_ScriptsWithoutTrust_AreSaidToBeOff(string type, string content)
    {
        Assert.That(Render(Code("1", Shown((type, content)))), Does.Contain("<main>\n<p class=\"note\">Scripts").And.Contains("--trust"));
        Assert.That(Trusted(Code("1", Shown((type, content)))), Does.Not.Contain("class=\"note\""));
    }

    [Test]
    public void Render_MarkdownCellWithoutTrust_IsFiltered()
    {
        string page = Render(
            new MarkdownCell(null, "<meta http-equiv=\"refresh\" content=\"0\">\n\n<div>a</div>", NotebookText.EmptyObject, [], null));
        Assert.That(page, Does.Contain("<wbr http-equiv=\"refresh\"").And.Contains("<div>a</div>"));
    }

    [Test]
    public void Render_Trusted_LeavesHtmlAsItIs()
    {
        const string Html = "<script>x</script><meta http-equiv=refresh><a href=\"javascript:x\">";
        string page = Trusted(Code("1", Shown(("text/html", Html))));
        Assert.That(
            page,
            Does.Contain(Html).And.Not.Contain("Content-Security-Policy")
                .And.Contains("<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\""));
    }

    [TestCase("""{"polyglot_notebook":{"kernelName":"fsharp"}}""", "{}", "let n = new obj()")]
    [TestCase("""{"dotnet_interactive":{"language":"sql"}}""", "{}", "let n = new obj()")]
    [TestCase("{}", """{"kernelspec":{"name":".net-fsharp"}}""", "let n = new obj()")]
    [TestCase("{}", """{"kernelspec":{"name":".net-csharp"}}""", "let n = <span class=\"k\">new</span> obj()")]
    [TestCase(
        """{"polyglot_notebook":{"kernelName":"csharp"}}""",
        """{"kernelspec":{"name":".net-fsharp"}}""",
        "let n = <span class=\"k\">new</span> obj()")]
    public void Render_Code_IsMarkedIfItIsCSharp(string cell, string notebook, string expected)
    {
        var document = NotebookDocument.Empty with
        {
            Metadata = NotebookText.Json(notebook),
            Cells = [Code("let n = new obj()") with { Metadata = NotebookText.Json(cell) }],
        };
        string page = Encoding.UTF8.GetString(NotebookPage.Render(document, "n", new PageOptions()));
        Assert.That(page, Does.Contain($"<code>{expected}</code>"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Render_OutputThatIsNotClosed_DoesNotHideTheNextCell(bool trust)
    {
        var document = NotebookDocument.Empty with
        {
            Cells =
            [
                Code("1", Shown(("text/html", "<div hidden><!-- x"))),
                new MarkdownCell(null, "<div hidden><textarea>", NotebookText.EmptyObject, [], null),
                Code("2", new ErrorOutput("E", "m", [], [])),
            ],
        };
        string page = Encoding.UTF8.GetString(NotebookPage.Render(document, "n", new PageOptions(Trust: trust)));
        Assert.That(
            page, Does.Contain("<div hidden><!-- x--></div></div>\n</section>\n").And.Contain("</textarea></div></section>\n"));
    }

    [Test]
    public void Render_WithoutInput_ShowsOutputsOnly()
    {
        var document = NotebookDocument.Empty with
        {
            Cells =
            [
                Code("secret1", new StreamOutput("stdout", "shown", [])),
                Code("secret2"),
                new MarkdownCell(null, "text", NotebookText.EmptyObject, [], null),
            ],
        };
        string page = Encoding.UTF8.GetString(NotebookPage.Render(document, "n", new PageOptions(ShowInput: false)));
        Assert.That(page, Does.Contain("shown").And.Contains("<p>text</p>").And.Not.Contain("secret").And.Not.Contain("class=\"count\""));
        Assert.That(page.Split("<section"), Has.Length.EqualTo(3));
    }

    private static string Trusted(params NotebookCell[] cells) =>
        Encoding.UTF8.GetString(NotebookPage.Render(NotebookDocument.Empty with { Cells = [.. cells] }, "n", new PageOptions(Trust: true)));

    private static CodeCell Code(string source, params CellOutput[] outputs) =>
        new(null, source, NotebookText.EmptyObject, [], 1, [.. outputs]);

    private static DisplayDataOutput Shown(params (string, string)[] entries) =>
        new(MimeBundle.OfText(entries), NotebookText.EmptyObject, []);

    private static string Render(params NotebookCell[] cells) =>
        Encoding.UTF8.GetString(NotebookPage.Render(NotebookDocument.Empty with { Cells = [.. cells] }, "the <name>", new PageOptions()));
}
