using System.Xml.Linq;
using HighLight.Commands.Reports;

namespace HighLight.Commands.Tests.Reports;

public sealed class JUnitReportTests
{
    /// <summary>What Jenkins' schema lets an element have; attributes with an exclamation mark must be there.</summary>
    private static readonly Dictionary<string, (string Attributes, string Children)> Schema = new(StringComparer.Ordinal)
    {
        ["testsuites"] = ("name time tests failures errors", "testsuite"),
        ["testsuite"] = (
            "name! tests! failures! errors! skipped time timestamp hostname id package file log url group",
            "testsuite properties testcase system-out system-err"),
        ["testcase"] = ("name! time classname group", "skipped error failure system-out system-err"),
        ["failure"] = ("type message", ""),
        ["error"] = ("type message", ""),
        ["skipped"] = ("type message", ""),
        ["system-out"] = ("", ""),
        ["system-err"] = ("", ""),
    };

    [Test]
    public void Render_EveryKindOfResult_IsWhatTheSchemaAllows()
    {
        foreach (var element in Parse(ReportSamples.All).DescendantsAndSelf())
        {
            var (attributes, children) = Schema[element.Name.LocalName];
            var given = element.Attributes().Select(attribute => attribute.Name.ToString()).ToArray();
            Assert.That(given, Is.SubsetOf(attributes.Split(' ').Select(name => name.TrimEnd('!'))));
            Assert.That(attributes.Split(' ').Where(name => name.EndsWith('!')).Select(name => name[..^1]), Is.SubsetOf(given));
            Assert.That(element.Elements().Select(child => child.Name.ToString()).Distinct(), Is.SubsetOf(children.Split(' ')));
        }
    }

    [Test]
    public void Render_Counts_AreThoseOfTheElements()
    {
        var root = Parse(ReportSamples.All);
        Assert.That((Number(root, "tests"), Number(root, "failures"), Number(root, "errors")), Is.EqualTo((21, 1, 5)));
        foreach (var element in root.Elements().Append(root))
        {
            Assert.That(Number(element, "tests"), Is.EqualTo(element.Descendants("testcase").Count()));
            Assert.That(Number(element, "failures"), Is.EqualTo(element.Descendants("failure").Count()));
            Assert.That(Number(element, "errors"), Is.EqualTo(element.Descendants("error").Count()));
        }

        Assert.That(
            root.Elements().Select(suite => Number(suite, "skipped")),
            Is.EqualTo(root.Elements().Select(suite => suite.Descendants("skipped").Count())));
    }

    [Test]
    public void Render_FailedCell_TellsMessageLineAndOutput()
    {
        var suite = Parse(ReportSamples.Of(ReportSamples.Failed)).Element("testsuite")!;
        var test = suite.Elements("testcase").ElementAt(2);
        Assert.That((string?)suite.Attribute("file"), Is.EqualTo("n/failed.ipynb"));
        Assert.That((string?)suite.Attribute("time"), Is.EqualTo("1.750"));
        Assert.That((string?)suite.Attribute("timestamp"), Is.EqualTo("2026-01-02T03:04:05"));
        Assert.That((string?)test.Attribute("classname"), Is.EqualTo("failed.ipynb"));
        Assert.That(
            (string?)test.Element("failure")!.Attribute("message"),
            Is.EqualTo("line 2: System.Exception: no <such> \uFFFD pattern \uFFFD"));
        Assert.That(test.Element("failure")!.Value, Does.StartWith("failed.ipynb [cell 3] line 2\nline 2: System.Exception: no <such>"));
        Assert.That(test.Element("system-out")!.Value, Is.EqualTo("so far red\n"));
        Assert.That(suite.Element("system-err")!.Value, Is.EqualTo("warning: ids repeat"));
    }

    private static XElement Parse(TestReport report)
    {
        using var file = new MemoryStream(JUnitReport.Render(report));
        return XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
    }

    private static int Number(XElement element, string attribute) => (int)element.Attribute(attribute)!;
}
