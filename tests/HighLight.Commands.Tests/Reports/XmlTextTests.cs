using System.Xml.Linq;
using CsCheck;
using HighLight.Commands.Reports;

namespace HighLight.Commands.Tests.Reports;

public sealed class XmlTextTests
{
    [TestCase("größer <→> 😀\t\n", "größer <→> 😀\t\n")]
    [TestCase("a\0b\u0001\uFFFE\uFFFF", "a\uFFFDb\uFFFD\uFFFD\uFFFD")]
    [TestCase("\u001b[1mbold\u001b[0m \u001b[", "bold \uFFFD[")]
    public void Clean_Text_HasNothingThatXmlForbids(string text, string expected) => Assert.That(XmlText.Clean(text), Is.EqualTo(expected));

    [Test]
    public void Clean_HalvesOfCharacters_AreReplaced() => Assert.That(XmlText.Clean("\ud800x\udc00"), Is.EqualTo("\uFFFDx\uFFFD"));

    [Test]
    public void Clean_LongText_KeepsItsEnd()
    {
        Assert.That(XmlText.Clean(new string('x', XmlText.MaximumLength)), Has.Length.EqualTo(XmlText.MaximumLength));
        Assert.That(XmlText.Clean(new string('x', XmlText.MaximumLength) + "end"), Does.StartWith("(cut) …").And.EndWith("xend"));
        Assert.That(XmlText.Attribute(new string('x', XmlText.MaximumAttribute + 1)), Does.EndWith("x …"));
    }

    [Test]
    public void Render_AnyText_ReadsBack() => Gen.Char.Array[0, 20].Select(characters => new string(characters)).Sample(text =>
    {
        var clean = XmlText.Clean(text);
        var bytes = XmlReport.Render(xml =>
        {
            xml.WriteStartElement("e");
            xml.WriteAttributeString("a", clean);
            xml.WriteString(clean);
            xml.WriteEndElement();
        });
        using var file = new MemoryStream(bytes);
        var element = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
        return (string)element.Attribute("a")! == clean
            && element.Value == clean.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    });
}
