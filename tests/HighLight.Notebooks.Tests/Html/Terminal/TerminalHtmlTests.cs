using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using HighLight.Notebooks.Html.Terminal;

namespace HighLight.Notebooks.Tests.Html.Terminal;

internal sealed partial class TerminalHtmlTests
{
    private static readonly string[] Parts = ["a", "bc", "\r", "\b", "\n", "\u001b[31m", "\u001b[K", "\r\n", "\u001b[1K"];

    [TestCase("plain <text> & \t more\n", "plain &lt;text&gt; &amp; \t more\n")]
    [TestCase("\r0 %\r20 %\rdone\n", "done\n")]
    [TestCase("\r0 %\r20 %\r1\n", "10 %\n")]
    [TestCase("abc\r\ndef\r\n", "abc\ndef\n")]
    [TestCase("abc\r\r\ndef", "abc\ndef")]
    [TestCase("abc\rX", "Xbc")]
    [TestCase("abc\r", "abc")]
    [TestCase("a\n\rb", "a\nb")]
    [TestCase("|\b/\b-", "-")]
    [TestCase("ab\b\b\b\bX", "Xb")]
    [TestCase("12\b \b3", "13")]
    [TestCase("\b\bx", "x")]
    [TestCase("100 %\r\u001b[Kdone", "done")]
    [TestCase("100 %\u001b[2K\rdone", "done ")]
    [TestCase("e\u0301ßx\ra", "a&#223;x")]
    [TestCase("😀😀\r\u001b[0mab", "ab")]
    public void Render_CursorGoesBack_OverwritesWhatStandsThere(string text, string html) =>
        Assert.That(TerminalHtml.Render(text), Is.EqualTo(html));

    [TestCase(
        "\u001b]8;;https://example.org/a?b=1&c\u001b\\link\u001b]8;;\u001b\\.",
        "<a href=\"https://example.org/a?b=1&amp;c\" rel=\"noopener noreferrer\">link</a>.")]
    [TestCase("\u001b]8;id=1;http://example.org\alink\u001b]8;;\a", "<a href=\"http://example.org/\" rel=\"noopener noreferrer\">link</a>")]
    [TestCase("\u001b]8;;file:x\u001b\\link\u001b]8;;\u001b\\", "link")]
    [TestCase("\u001b]8;;javascript:alert(1)\u001b\\link\u001b]8;;\u001b\\", "link")]
    [TestCase("\u001b]8;;no address\u001b\\link", "link")]
    [TestCase("\u001b]0;title\u0007text", "text")]
    [TestCase("\u001b]0;title\u009ctext", "text")]
    [TestCase("\u009d0;title\u0007text", "text")]
    [TestCase("\u001b]0;no end\ntext", "\ntext")]
    [TestCase("\u001b]0;no end", "")]
    [TestCase("\u001b]0;cut\u001b[1mtext", "<span class=\"tb\">text</span>")]
    [TestCase("\u001b]", "")]
    public void Render_OperatingSystemCommand_LeavesTheVisibleText(string text, string html) =>
        Assert.That(TerminalHtml.Render(text), Is.EqualTo(html));

    [TestCase("a\u001b[2Jb\u001b[10;20Hc\u001b[?25l\u001b[?1049hd\u001b[1Ae", "abcde")]
    [TestCase("a\u001b(Bb\u001b)0c\u001b#8d\u001b=e\u001b7f\u001bcg", "abcdefg")]
    [TestCase("a\u001bPq#0;2\nmore\u001b\\b\u001b_x\u001b\\c\u001b^x\u001b\\d\u001bXx\u009ce", "abcde")]
    [TestCase("a\u001bPno end\nb", "a\nb")]
    [TestCase("a\u009b2Jb\u0090x\u009cc\u0085d", "abcd")]
    [TestCase("a\u001b", "a")]
    [TestCase("a\u001b[", "a")]
    [TestCase("a\u001b[12;", "a")]
    [TestCase("a\u001b[1\nb", "a\nb")]
    [TestCase("a\u001bé", "a&#233;")]
    [TestCase("a\0\u0001\u0007\v\f\u007fb", "ab")]
    public void Render_OtherSequencesAndControls_Vanish(string text, string html) =>
        Assert.That(TerminalHtml.Render(text), Is.EqualTo(html));

    [TestCase("\u001b[32mgreen\u001b[0m x", "<span class=\"f2\">green</span> x")]
    [TestCase("\u001b[1;31;47mx\u001b[22;39my\u001b[mz", "<span class=\"tb f1 g7\">x</span><span class=\"g7\">y</span>z")]
    [TestCase("\u001b[94mx\u001b[103my", "<span class=\"f12\">x</span><span class=\"f12 g11\">y</span>")]
    [TestCase("\u001b[3;4;7;9mx", "<span class=\"ti tu tv ts\">x</span>")]
    [TestCase("\u001b[38;5;9mx", "<span class=\"f9\">x</span>")]
    [TestCase("\u001b[38;5;196mx", "<span style=\"color:#ff0000\">x</span>")]
    [TestCase("\u001b[48;5;232mx", "<span style=\"background:#080808\">x</span>")]
    [TestCase("\u001b[38;2;1;2;255mx", "<span style=\"color:#0102ff\">x</span>")]
    [TestCase("\u001b[38:2::1:2:255mx", "<span style=\"color:#0102ff\">x</span>")]
    [TestCase("\u001b[38;2;300;0;0mx", "x")]
    [TestCase("\u001b[38;5mx", "x")]
    [TestCase("\u001b[38mx", "x")]
    [TestCase("\u001b[>4;2mx\u001b[?1mx", "xx")]
    [TestCase("\u001b[99999999999mx", "x")]
    [TestCase("\u001b[31ma\nb\u001b[0m", "<span class=\"f1\">a</span>\n<span class=\"f1\">b</span>")]
    [TestCase("\u001b[31mabc\u001b[0m\rX", "X<span class=\"f1\">bc</span>")]
    public void Render_Colours_AreClasses(string text, string html) => Assert.That(TerminalHtml.Render(text), Is.EqualTo(html));

    [Test]
    public void Render_LongTexts_TakeTimeInProportion()
    {
        foreach (string part in new[] { "\r12345", "a\b", "\u001b[31mx", "\u001b]", "\u001bP", "\u0090\n", "\u001b[1;", "\u001b", "\r" })
        {
            string text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
            Assert.That(TerminalHtml.Render(text), Has.Length.LessThan(10 * text.Length), part);
        }

        Assert.That(
            TerminalHtml.Render(new string('a', 1_000_000) + "\r" + new string('b', 1_000_000)),
            Is.EqualTo(new string('b', 1_000_000)));
    }

    [TestCase("x\u001b[1mx\u001b[22m")]
    [TestCase("x\n")]
    [TestCase("\rx\n\n")]
    public void Render_LinkOverManyRuns_StandsOnce(string part)
    {
        string target = "https://example.org/" + new string('a', 2000);
        string html = TerminalHtml.Render($"\u001b]8;;{target}\a{string.Concat(Enumerable.Repeat(part, 2000))}\u001b]8;;\ay");
        Assert.That(html.Split("<a href"), Has.Length.EqualTo(2));
        Assert.That(html.Length, Is.LessThan(100_000));
    }

    [TestCase(2048, true)]
    [TestCase(2049, false)]
    [TestCase(20_000, false)]
    public void Render_LinkOfManyCharacters_IsText(int length, bool isLink)
    {
        string target = "https://example.org/".PadRight(length, 'a');
        string html = isLink ? $"<a href=\"{target}\" rel=\"noopener noreferrer\">x</a>" : "x";
        Assert.That(TerminalHtml.Render($"\u001b]8;;{target}\ax"), Is.EqualTo(html));
    }

    [Test]
    public void Render_LinkWhoseEscapesMakeItLong_IsText() =>
        Assert.That(TerminalHtml.Render($"\u001b]8;;https://example.org/{new string('é', 1000)}\ax"), Is.EqualTo("x"));

    [TestCase("a\n\nb", "<a href=\"https://a.b/\" rel=\"noopener noreferrer\">a\n\nb</a>\nc")]
    [TestCase("a\n", "<a href=\"https://a.b/\" rel=\"noopener noreferrer\">a</a>\n\nc")]
    public void Render_LineEnds_StandWithinALinkThatGoesOn(string linked, string html) =>
        Assert.That(TerminalHtml.Render($"\u001b]8;;https://a.b/\a{linked}\u001b]8;;\a\nc"), Is.EqualTo(html));

    [TestCase("abc\b\u001b[1KX", "  X")]
    [TestCase("abc\u001b[1K\rX\u001b[1KY", " Y ")]
    [TestCase("abc\b\u001b[2K\u001b[1KX", "  X")]
    [TestCase("abc\u001b[1K\b\bX\u001b[KY\u001b[1K", "   ")]
    public void Render_ErasedStart_IsBlank(string text, string html) => Assert.That(TerminalHtml.Render(text), Is.EqualTo(html));

    [TestCase("\u001b[1K")]
    [TestCase("\u001b[2K")]
    [TestCase("\b\bx\u001b[1K")]
    public void Render_LongLineErasedOftenFromItsEnd_IsBlank(string part) =>
        Assert.That(
            TerminalHtml.Render(new string('a', 500_000) + "\b" + string.Concat(Enumerable.Repeat(part, 500_000))).Trim(' ', 'a', 'x'),
            Is.Empty);

    // A terminal of one character a cell, written the simple way.
    [Test]
    public void Render_AnyText_LooksAsOnASimpleTerminal() =>
        Gen.Int[0, Parts.Length - 1].List[0, 40].Select(parts => string.Concat(parts.Select(part => Parts[part]))).Sample(text =>
    {
        string visible = WebUtility.HtmlDecode(Tag().Replace(TerminalHtml.Render(text), ""));
        string uncoloured = text.Replace("\u001b[31m", "", StringComparison.Ordinal);
        var lines = uncoloured.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(Simple);
        Assert.That(visible.Split('\n').Select(line => line.TrimEnd()), Is.EqualTo(lines));
    });

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    private static string Simple(string line)
    {
        var cells = new List<char>();
        int cursor = 0;
        for (int i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '\r':
                    cursor = 0;
                    break;
                case '\b':
                    cursor = Math.Max(0, cursor - 1);
                    break;
                case '\u001b' when line[i + 2] == '1':
                    i += 3;
                    cells.RemoveRange(0, cursor);
                    cells.InsertRange(0, Enumerable.Repeat(' ', cursor));
                    break;
                case '\u001b':
                    i += 2;
                    cells.RemoveRange(cursor, cells.Count - cursor);
                    break;
                default:
                    cells.Insert(cursor, line[i]);
                    cells.RemoveRange(++cursor, cells.Count > cursor ? 1 : 0);
                    break;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{new string([.. cells])}").TrimEnd();
    }
}
