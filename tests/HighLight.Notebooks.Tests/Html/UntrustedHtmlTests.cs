using HighLight.Notebooks.Html;

namespace HighLight.Notebooks.Tests.Html;

internal sealed class UntrustedHtmlTests
{
    [TestCase("<table class=\"x\"><tr><td style='color:red'>1 &lt; 2</td></tr></table>")]
    [TestCase("<svg viewBox=\"0 0 1 1\"><metadata><x/></metadata><path d=\"M0 0\"/><a href=\"#p\">y</a></svg>")]
    [TestCase("<style>td > a { color: red }</style><!-- note --> a < b <baseline> <linker> </meta>")]
    [TestCase("<a href=\"https://example.org/?javascript:x\">x</a><p title=\"javascript: the parts\">")]
    [TestCase("")]
    [TestCase("<")]
    [TestCase("<a b=\"never closed")]
    public void Filter_HarmlessHtml_StaysAsItIs(string html)
    {
        var filter = new UntrustedHtml();
        Assert.That(filter.Filter(html), Is.EqualTo(html));
        Assert.That(filter.IsNeeded, Is.False);
    }

    [TestCase("<meta http-equiv=\"refresh\" content=\"0;url=https://x\">", "<wbr http-equiv=\"refresh\" content=\"0;url=https://x\">")]
    [TestCase("<META/http-equiv=refresh>", "<wbr/http-equiv=refresh>")]
    [TestCase("<meta", "<wbr")]
    [TestCase("<base href=//x>", "<wbr href=//x>")]
    [TestCase("<link\nrel=preconnect>", "<wbr\nrel=preconnect>")]
    [TestCase("<style><x y=\"</style><meta http-equiv=refresh>\">", "<style><x y=\"</style><wbr http-equiv=refresh>\">")]
    [TestCase("<!--><meta x>--><title><meta x>", "<!--><wbr x>--><title><wbr x>")]
    [TestCase("<<meta x>", "<<wbr x>")]
    public void Filter_TagThatReachesOut_HasNoEffect(string html, string expected) =>
        Assert.That(new UntrustedHtml().Filter(html), Is.EqualTo(expected));

    [TestCase("<a href=\"javascript:alert(1)\">x</a>", "<a href=\"#\">x</a>")]
    [TestCase("<a HREF = JavaScript:alert(1)>x</a>", "<a HREF = #>x</a>")]
    [TestCase("<a href='&#x20;java&#10;script&colon;alert(1)'>", "<a href='#'>")]
    [TestCase("<a href=&#106;&#X61vascript&#58x>", "<a href=#>")]
    [TestCase("<a x href=\" \u0001javascript:x\" y>", "<a x href=\"#\" y>")]
    [TestCase(
        "<svg><a xlink:href=\"vbscript:x\"><set to=\"javascript:x\"/><animate values=\"a;javascript:x\"/>",
        "<svg><a xlink:href=\"#\"><set to=\"#\"/><animate values=\"#\"/>")]
    [TestCase("<form action=javascript:x><button formaction=javascript:y>", "<form action=#><button formaction=#>")]
    public void Filter_LinkThatIsAScript_LeadsNowhere(string html, string expected)
    {
        var filter = new UntrustedHtml();
        Assert.That(filter.Filter(html), Is.EqualTo(expected));
        Assert.That(filter.IsNeeded, Is.True);
    }

    [TestCase("<script>x</script>")]
    [TestCase("<SCRIPT src=x>")]
    [TestCase("<img src=x onerror=alert(1)>")]
    [TestCase("<svg/onload=alert(1)>")]
    [TestCase("<img src=\"https://example.org/a.png\">")]
    [TestCase("<img srcset=\"//example.org/a.png\">")]
    [TestCase("<iframe src=\"x\">")]
    [TestCase("<img srcset=\"a.png 1x, //example.org/b.png 2x\">")]
    [TestCase("<style>a { background: URL( 'https://example.org/a.png') }</style>")]
    [TestCase("<style>a > b { } @import \"//example.org/a.css\";</style>")]
    [TestCase("<style>@import url(https://example.org/a.css)")]
    [TestCase("<p style=\"background:url(&quot;https://example.org/a.png&quot;)\">")]
    [TestCase("<svg><rect fill=\"url(//example.org/a.svg#b)\"/></svg>")]
    [TestCase("<svg><image href=\"https://example.org/a.png\"/></svg>")]
    [TestCase("<form action=\"https://example.org\"><input></form>")]
    [TestCase("<form action=a>")]
    [TestCase("<button formaction=a>")]
    public void Filter_WhatThePolicyStops_StaysAndIsNoticed(string html)
    {
        var filter = new UntrustedHtml();
        Assert.That(filter.Filter(html), Is.EqualTo(html));
        Assert.That(filter.IsNeeded, Is.True);
    }

    [TestCase("<link rel=stylesheet href=https://example.org/a.css>", true)]
    [TestCase("<LINK rel=preconnect href='//example.org'>", true)]
    [TestCase("<base href=https://example.org/>", true)]
    [TestCase("<link rel=stylesheet href=a.css>", false)]
    [TestCase("<meta charset=utf-8>", false)]
    [TestCase("<style>a { background: url(a.png) }</style> url(https://example.org)", false)]
    [TestCase("<p style=\"background:url(a.png)\"> @import \"//a\"", false)]
    [TestCase("<style>a{}</style>@import url(//a)", false)]
    [TestCase("<form><input></form><a href=https://example.org>", false)]
    public void Filter_WhatIsTakenOut_IsNoticedIfItReachesTheNetwork(string html, bool isNeeded)
    {
        var filter = new UntrustedHtml();
        filter.Filter(html);
        Assert.That(filter.IsNeeded, Is.EqualTo(isNeeded));
    }

    [TestCase("<iframe srcdoc=\"&lt;link rel=preconnect href=https://x&gt;\">", "<iframe srcdoc=\"\">")]
    [TestCase("<IFRAME SrcDoc = 'a > b' title=x>", "<IFRAME SrcDoc = \"\" title=x>")]
    [TestCase("<iframe srcdoc=&lt;link&gt; src=x>", "<iframe srcdoc=\"\" src=x>")]
    [TestCase("<iframe srcdoc=x>y", "<iframe srcdoc=\"\">y")]
    [TestCase("<iframe/srcdoc\n=\n\"x\"srcdoc='y'>", "<iframe/srcdoc\n=\n\"\"srcdoc=\"\">")]
    [TestCase("<iframe srcdoc=\"\" srcdoc>", "<iframe srcdoc=\"\" srcdoc>")]
    [TestCase("<iframe srcdoc=\"never closed", "<iframe srcdoc=\"\"")]
    [TestCase("<iframe srcdoc=", "<iframe srcdoc=\"\"")]
    [TestCase("<style><x y=\"</style><iframe srcdoc='&lt;link&gt;'>\">", "<style><x y=\"</style><iframe srcdoc=\"\">\">")]
    [TestCase("<!--><iframe srcdoc=x>-->", "<!--><iframe srcdoc=\"\">-->")]
    [TestCase("<p>srcdoc=\"x\" tells a frame its document</p>", "<p>srcdoc=\"x\" tells a frame its document</p>")]
    [TestCase("<iframe srcdoc=\"&#106;avascript:&lt;meta&gt;\" src=javascript:x>", "<iframe srcdoc=\"\" src=#>")]
    public void Filter_DocumentWithinAFrame_IsEmptied(string html, string expected) =>
        Assert.That(new UntrustedHtml().Filter(html), Is.EqualTo(expected));

    [Test]
    public void Filter_FrameBegunInAnEarlierText_IsEmptiedToo()
    {
        var filter = new UntrustedHtml();
        filter.Filter("<iframe title='");
        Assert.That(filter.Filter("' srcdoc=x>"), Is.EqualTo("' srcdoc=\"\">"));
    }

    [TestCase("<a b='")]
    [TestCase("<iframe srcdoc ")]
    [TestCase("<iframe srcdoc=\"")]
    [TestCase("<style>url(")]
    [TestCase("<style>@import url(    ")]
    [TestCase("<meta ")]
    [TestCase("<a href=javascript:x ")]
    [TestCase("<")]
    [TestCase("<!--")]
    [TestCase("<a = ")]
    public void Filter_LongHtml_IsFiltered(string part) =>
        Assert.That(
            new UntrustedHtml().Filter(string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length))),
            Does.Not.Contain("<meta").And.Not.Contain("javascript"));
}
