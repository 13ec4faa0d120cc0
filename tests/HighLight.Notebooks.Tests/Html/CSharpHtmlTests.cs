using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using HighLight.Notebooks.Html;

namespace HighLight.Notebooks.Tests.Html;

internal sealed class CSharpHtmlTests
{
    private static readonly string[] Parts =
        ["$\"", "$@\"", "$$\"\"\"", "\"", "\"\"\"", "{", "}", "{{", "}}", ":", "x", " ", "\\", "//", "/*", "\n", "#if A\n", "'", "(", ")"];

    [Test]
    public void Render_Code_IsMarked() =>
        Assert.That(CSharpHtml.Render("/// <b>\nint n = 1; // c"), Is.EqualTo(
            "<span class=\"c\">/// &lt;b&gt;</span>\n<span class=\"k\">int</span> n = "
            + "<span class=\"n\">1</span>; <span class=\"c\">// c</span>"));

    [TestCase("#if A\n", 1001)]
    [TestCase("$\"{", 1001)]
    [TestCase("a.", 100_000)]
    public void Render_BeyondTheBounds_IsOnlyEscaped(string part, int count)
    {
        string code = string.Concat(Enumerable.Repeat(part, count));
        Assert.That(CSharpHtml.Render(code), Is.EqualTo(WebUtility.HtmlEncode(code)));
    }

    // Some of these keep the parser busy for hours.
    [TestCase("a ? [", 1000)]
    [TestCase("a?[b?", 1000)]
    [TestCase("a ? [b] ? ", 1000)]
    [TestCase("(", 32_000)]
    [TestCase("a<", 16_000)]
    [TestCase("x?.", 10_000)]
    [TestCase("#if A\n", 1000)]
    [TestCase("$\"{", 1000)]
    [TestCase("$\"{{{a:{}\\\"", 1000)]
    [TestCase("$$\"\"\"{{{", 300)]
    [TestCase("() => ", 5_000)]
    [TestCase("from a in not (", 2_000)]
    [TestCase("await ", 5_000)]
    public void Render_WithinTheBounds_LosesNothing(string part, int count)
    {
        string code = "var z = " + string.Concat(Enumerable.Repeat(part, count)) + "\nint n;";
        Assert.That(Text(CSharpHtml.Render(code)), Is.EqualTo(code));
    }

    [Test]
    public void Render_CodeOfAnyParts_LosesNothing() =>
        Gen.Int[0, Parts.Length - 1].List[0, 30].Select(parts => string.Concat(parts.Select(part => Parts[part])))
            .Sample(code => Assert.That(Text(CSharpHtml.Render(code)), Is.EqualTo(code)));

    [TestCase("await x; a.await(); var await = 1;", "await")]
    [TestCase("record R(int N); var record = f; records.record", "record", "int")]
    [TestCase("foreach (var file in files) { yield return file; }", "foreach", "in", "yield", "return")]
    [TestCase("x is not null and (> 1 or 2); bool not = or(and);", "is", "not", "null", "and", "or", "bool")]
    [TestCase("y with { N = 1 }; with(1);", "with")]
    [TestCase(
        "from v in vs where v > 1 orderby v descending select v; select(where);",
        "from", "in", "where", "orderby", "descending", "select")]
    [TestCase("int N { get; private set; } a = get; set = b;", "int", "get", "private", "set")]
    [TestCase("async () => 1; partial class C { }; required string s; partial = async;", "async", "partial", "class", "required", "string")]
    [TestCase("x switch { A a when a.B => 1 }; when = 1;", "switch", "when")]
    [TestCase("[.. from a in b select a]", "from", "in", "select")]
    [TestCase("global::System.Int32 i; @await x", "global")]
    public void Render_Words_AreKeywordsWhereTheyServeAsSuch(string code, params string[] keywords) =>
        Assert.That(
            Regex.Matches(CSharpHtml.Render(code), "<span class=\"k\">([^<]*)</span>", RegexOptions.None, TimeSpan.FromSeconds(5))
                .Select(match => match.Groups[1].Value),
            Is.EqualTo(keywords));

    [TestCase(
        "$\"a{x,5:F2}b\"",
        "<s>$\"</s><s>a</s>{x,<n>5</n>:<s>F2</s>}<s>b</s><s>\"</s>")]
    [TestCase("$\"{{{(a ? 1 : 2)}\"", "<s>$\"</s><s>{{</s>{(a ? <n>1</n> : <n>2</n>)}<s>\"</s>")]
    [TestCase("$@\"\\{$\"{x}\"}\"", "<s>$@\"</s><s>\\</s>{<s>$\"</s>{x}<s>\"</s>}<s>\"</s>")]
    [TestCase("$$\"\"\"{{{x}}}\"\"\"", "<s>$$\"\"\"</s><s>{</s>{{x}}<s>}</s><s>\"\"\"</s>")]
    [TestCase("$\"open {x", "<s>$\"</s><s>open </s>{x")]
    public void Render_InterpolatedString_HolesAreCode(string code, string expected) =>
        Assert.That(
            Regex.Replace(
                WebUtility.HtmlDecode(CSharpHtml.Render(code)),
                "<span class=\"(.)\">(.*?)</span>",
                "<$1>$2</$1>",
                RegexOptions.None,
                TimeSpan.FromSeconds(5)),
            Is.EqualTo(expected));

    [Test]
    public void Render_LongCodeOfManyComparisons_IsMarked() =>
        Assert.That(
            CSharpHtml.Render(string.Concat(Enumerable.Repeat("if (a < b) { c(); }\n", 500))),
            Does.StartWith("<span class=\"k\">if</span>"));

    private static string Text(string html) =>
        WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5)));
}
