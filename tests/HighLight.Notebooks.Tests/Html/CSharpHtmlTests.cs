using System.Text.RegularExpressions;
using HighLight.Notebooks.Html;

namespace HighLight.Notebooks.Tests.Html;

internal sealed class CSharpHtmlTests
{
    [Test]
    public void Render_Code_IsMarked() =>
        Assert.That(CSharpHtml.Render("/// <b>\nint n = 1; // c"), Is.EqualTo(
            "<span class=\"c\">/// &lt;b&gt;</span>\n<span class=\"k\">int</span> n = "
            + "<span class=\"n\">1</span>; <span class=\"c\">// c</span>"));

    [TestCase("(", 101)]
    [TestCase("[", 30_000)]
    [TestCase("a<", 200)]
    [TestCase("$\"{", 1000)]
    [TestCase("#if A\n", 501)]
    [TestCase("a.", 100_000)]
    public void Render_NestedOrLong_IsOnlyEscaped(string part, int count)
    {
        string code = string.Concat(Enumerable.Repeat(part, count));
        Assert.That(CSharpHtml.Render(code), Is.EqualTo(System.Net.WebUtility.HtmlEncode(code)));
    }

    [TestCase("(", 100)]
    [TestCase("[", 100)]
    [TestCase("x?.", 10_000)]
    [TestCase("#if A\n", 500)]
    [TestCase("$\"{", 100)]
    [TestCase("() => ", 5_000)]
    public void Render_WithinTheBounds_LosesNothing(string part, int count)
    {
        string code = string.Concat(Enumerable.Repeat(part, count)) + "\nint n;";
        string html = "";
        var thread = new Thread(() => html = CSharpHtml.Render(code), 16 * 1024 * 1024);
        thread.Start();
        thread.Join();
        string text = System.Net.WebUtility.HtmlDecode(
            Regex.Replace(html, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.That(text, Is.EqualTo(code));
    }

    [Test]
    public void Render_LongCodeOfManyComparisons_IsMarked() =>
        Assert.That(
            CSharpHtml.Render(string.Concat(Enumerable.Repeat("if (a < b) { c(); }\n", 500))),
            Does.StartWith("<span class=\"k\">if</span>"));
}
