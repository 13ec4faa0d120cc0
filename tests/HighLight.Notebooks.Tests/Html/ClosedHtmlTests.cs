using HighLight.Notebooks.Html;

namespace HighLight.Notebooks.Tests.Html;

internal sealed class ClosedHtmlTests
{
    [TestCase("")]
    [TestCase("plain < text & more <3 </> <")]
    [TestCase("<!DOCTYPE html><div class=\"a>b\"><!-- <x> --><br/><img src='x'><p>a<p>b</div>")]
    [TestCase("<table><thead><tr><th>a<th>b<tbody><tr><td>1<td>2<tr><td>3</table><ul><li>a<li>b</ul><dl><dt>a<dd>b</dl>")]
    [TestCase("<style>a > b { content: '</b>' }</style><script>if (a < b) x = '<div>'; /* <!-- */</script><title><b></title>")]
    [TestCase("<svg viewBox='0 0 1 1'><style><![CDATA[ a > b {} ]]></style><g><path d=''/></g><title>x</title></svg>")]
    [TestCase("<math><mi>x</mi><mo>&lt;</mo></math><b><ul><li>x</ul></b>")]
    [TestCase("<script>var s = '<!-- <script> </script> -->';</script><noscript><img src=x></noscript>")]
    [TestCase("<select><option>a<option selected>b</select><template><tr><td>x</td></tr></template>")]
    [TestCase("a</br>b</p><!-->c<!--->d<!--x--!>e<p>f")]
    public void Close_HtmlThatIsClosed_StaysAsItIs(string html) => Assert.That(ClosedHtml.Close(html), Is.EqualTo(html));

    [TestCase("<!-- ", "<!-- -->")]
    [TestCase("<!--", "<!---->")]
    [TestCase("<!x", "<!x>")]
    [TestCase("<?x", "<?x>")]
    [TestCase("a</3 x", "a</3 x>")]
    [TestCase("a</", "a&lt;/")]
    [TestCase("<textarea>", "<textarea></textarea>")]
    [TestCase("<style>a", "<style>a</style>")]
    [TestCase("<title>", "<title></title>")]
    [TestCase("<xmp><b>", "<xmp><b></xmp>")]
    [TestCase("<div hidden><b>x", "<div hidden><b>x</b></div>")]
    [TestCase("<div><b>x</div>y", "<div><b>x</b></div>y")]
    [TestCase("x</div></section></main></body></html>", "x")]
    [TestCase("<html hidden><body class=x>y</body></html>", "<wbr hidden><wbr class=x>y")]
    [TestCase("<p title=\"x", "&lt;p title=&quot;x")]
    [TestCase("<template>x", "<template>x</template>")]
    [TestCase("<select><option>x", "<select><option>x</select>")]
    [TestCase("<table><tr><td>x", "<table><tr><td>x</table>")]
    [TestCase("<svg><style>a", "<svg><style>a</style></svg>")]
    [TestCase("<svg><g><p>a", "<svg><g></g></svg><p>a")]
    [TestCase("<svg><desc><li></svg>", "<svg><desc><li></li></desc></svg>")]
    [TestCase("<b hidden><li>x</b>", "<b hidden><li>x</li></b>")]
    public void Close_HtmlThatIsOpen_IsClosed(string html, string expected)
    {
        Assert.That(ClosedHtml.Close(html), Is.EqualTo(expected));
        Assert.That(ClosedHtml.Close(expected), Is.EqualTo(expected), "and stays so");
    }

    [TestCase("<script>")]
    [TestCase("<script><!-- <script></script>")]
    [TestCase("<plaintext>")]
    [TestCase("<noscript><div hidden></noscript>")]
    [TestCase("<select><title></select><div hidden></title></select>")]
    [TestCase("<select><svg><input><section hidden/></svg></select>")]
    [TestCase("<template><col><title></template><div hidden></title></template>")]
    [TestCase("<svg><![CDATA[ <x> ]]></svg>")]
    [TestCase("<math><annotation-xml encoding='text/html'><style></annotation-xml></math>")]
    [TestCase("<button><section><button></section><template></template></button>")]
    [TestCase("<template shadowrootmode=open></template>")]
    [TestCase("<style>a</style x='")]
    public void Close_HtmlThatIsUnclear_IsShownAsText(string html) =>
        Assert.That(ClosedHtml.Close(html), Is.EqualTo($"<pre>{System.Net.WebUtility.HtmlEncode(html)}</pre>"));

    [TestCase("<svg><mi><style></mi></svg><div hidden></style>", "<svg><mi><style></style></mi></svg><div hidden></div>")]
    [TestCase("<math><title><style></title></math><div hidden></style>", "<math><title><style></style></title></math><div hidden></div>")]
    public void Close_NamesOfTheOtherLanguage_MeanNothing(string html, string expected) =>
        Assert.That(ClosedHtml.Close(html), Is.EqualTo(expected));

    [TestCase("<b>")]
    [TestCase("<div>")]
    [TestCase("</div>")]
    [TestCase("<p>")]
    [TestCase("<!--")]
    [TestCase("<svg>")]
    [TestCase("<li><b>")]
    [TestCase("<style>")]
    [TestCase("<noscript>")]
    [TestCase("<a b='")]
    [TestCase("<script><!--</script>")]
    public void Close_LongHtml_IsClosed(string part)
    {
        string closed = ClosedHtml.Close(string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length)));
        Assert.That(ClosedHtml.Close(closed) == closed, Is.True);
    }
}
