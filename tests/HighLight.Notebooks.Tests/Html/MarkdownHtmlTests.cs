using HighLight.Notebooks.Html;

namespace HighLight.Notebooks.Tests.Html;

internal sealed class MarkdownHtmlTests
{
    // What the parser reads for hours, calls itself for until the stack ends, or refuses.
    [TestCase(">", 20_000)]
    [TestCase("> ", 100_000)]
    [TestCase("*a ", 20_000)]
    [TestCase("**a ", 25_000)]
    [TestCase("- ", 20_000)]
    [TestCase("[", 1_000_000)]
    [TestCase("![](", 25_000)]
    [TestCase("[a](b (", 140_000)]
    [TestCase("a{.", 300_000)]
    [TestCase("http://a.b/(", 40_000)]
    [TestCase("[a]: b\n", 40_000)]
    [TestCase("> - 1. ", 10_000)]
    public void Render_NestedOrEndless_IsShownAsItIs(string part, int count)
    {
        string markdown = string.Concat(Enumerable.Repeat(part, count)) + "x";
        string html = "";
        var thread = new Thread(() => html = MarkdownHtml.Render(markdown, []), 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.That(html, Is.EqualTo($"<pre>{System.Net.WebUtility.HtmlEncode(markdown)}</pre>\n"));
    }

    [Test]
    public void Render_ThousandsOfEqualHeadings_AreRenderedWithoutTargets()
    {
        Assert.That(MarkdownHtml.Render(Headings(MarkdownBounds.MostHeadings), []), Does.Contain("<h1 id=\"a-1\">a</h1>"));
        Assert.That(MarkdownHtml.Render(Headings(5_000), []), Does.StartWith("<h1>a</h1>\n<h1>a</h1>"));
    }

    [Test]
    public void Render_RuleOfManyMarks_IsARule() =>
        Assert.That(
            MarkdownHtml.Render(string.Concat(Enumerable.Repeat("- ", 2 * MarkdownBounds.MostMarkers)), []),
            Is.EqualTo("<hr />\n"));

    [Test]
    public void Render_LongTable_IsATable()
    {
        string table = "| a | b |\n|---|---|\n" + string.Concat(Enumerable.Repeat("| [x](https://example.org) | 2 |\n", 3000));
        Assert.That(MarkdownHtml.Render(table, []), Does.StartWith("<table>").And.Contains("<a href=\"https://example.org\">x</a>"));
    }

    [TestCase("a|", "|-")]
    [TestCase("|a", "+-")]
    public void Render_TableOfMoreCellsThanText_IsShownAsItIs(string column, string rule)
    {
        string header = string.Concat(Enumerable.Repeat(column, 2000)) + "\n" + string.Concat(Enumerable.Repeat(rule, 2000));
        foreach (string row in new[] { "|a\n", "a\n", "> a|b\n" })
        {
            string markdown = header + "\n" + string.Concat(Enumerable.Repeat(row, 2000));
            Assert.That(MarkdownHtml.Render(markdown, []), Is.EqualTo($"<pre>{System.Net.WebUtility.HtmlEncode(markdown)}</pre>\n"));
        }
    }

    [Test]
    public void IsSensible_CellsOfTables_AreBounded()
    {
        const string Row = "||||||||||\n";
        string table = string.Concat(Enumerable.Repeat(Row, (int)MarkdownBounds.MostCells / 20));
        Assert.That(MarkdownBounds.IsSensible(table + "\n" + table), Is.True);
        Assert.That(MarkdownBounds.IsSensible(table + "\n" + table + Row), Is.False);
        Assert.That(MarkdownBounds.IsSensible(table + "\n" + table + "a|b"), Is.False);
        Assert.That(MarkdownBounds.IsSensible(table + "\n" + table + "\na"), Is.True);
    }

    [Test]
    public void IsSensible_Paragraphs_AreJudgedEachForItself()
    {
        string paragraph = string.Concat(Enumerable.Repeat("[a](b (", 1000));
        Assert.That(MarkdownBounds.IsSensible(string.Join("\n\n", Enumerable.Repeat(paragraph, 100))), Is.True);
        Assert.That(MarkdownBounds.IsSensible(string.Join('\n', Enumerable.Repeat(paragraph, 100))), Is.False);
        Assert.That(
            MarkdownBounds.IsSensible(string.Join("\n\u2028\n\u00a0\n", Enumerable.Repeat(paragraph, 100))),
            Is.False,
            "only blanks and tabs make a line blank");
    }

    [Test]
    public void IsSensible_Length_IsBounded()
    {
        Assert.That(MarkdownBounds.IsSensible(new string('a', MarkdownBounds.LongestText)), Is.True);
        Assert.That(MarkdownBounds.IsSensible(new string('a', MarkdownBounds.LongestText + 1)), Is.False);
    }

    private static string Headings(int count) => string.Concat(Enumerable.Repeat("# a\n", count));
}
