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
    [TestCase("<iframe srcdoc=\"x\">")]
    public void Filter_WhatThePolicyStops_StaysAndIsNoticed(string html)
    {
        var filter = new UntrustedHtml();
        Assert.That(filter.Filter(html), Is.EqualTo(html));
        Assert.That(filter.IsNeeded, Is.True);
    }

    [TestCase("<a b='")]
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
