using System.Xml.Linq;
using HighLight.Commands.Reports;

namespace HighLight.Commands.Tests.Reports;

public sealed class TrxReportTests
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    [Test]
    public void Render_Parts_StandInTheOrderOfTheFormatAndInItsNamespace()
    {
        var root = Parse(ReportSamples.All);
        Assert.That(
            root.Elements().Select(element => element.Name.LocalName),
            Is.EqualTo(["Times", "TestSettings", "Results", "TestDefinitions", "TestEntries", "TestLists", "ResultSummary"]));
        Assert.That(root.DescendantsAndSelf().Select(element => element.Name.Namespace), Has.All.EqualTo(Trx));
    }

    [Test]
    public void Render_Identities_AreUniqueAndReferToEachOther()
    {
        var root = Parse(ReportSamples.All);
        var definitions = Pairs(root, "UnitTest", test => test.Attribute("id"), test => test.Element(Trx + "Execution")!.Attribute("id"));
        var results = Pairs(root, "UnitTestResult", result => result.Attribute("testId"), result => result.Attribute("executionId"));
        var entries = Pairs(root, "TestEntry", entry => entry.Attribute("testId"), entry => entry.Attribute("executionId"));
        Assert.That(results, Has.Count.EqualTo(21).And.EquivalentTo(definitions).And.EquivalentTo(entries));
        Assert.That(results.Values.Concat(results.Keys), Is.Unique);
    }

    [Test]
    public void Render_LaterRun_KeepsTheIdentities()
    {
        var later = Parse(ReportSamples.All with { Started = DateTimeOffset.UnixEpoch });
        Assert.That(Ids(later), Is.EqualTo(Ids(Parse(ReportSamples.All))));
        Assert.That(StableGuid.Of("a"), Is.EqualTo(new Guid("c0d00833-4b51-81f6-b4fd-7051de347ee2")).And.Not.EqualTo(StableGuid.Of("b")));
    }

    [Test]
    public void Render_Summary_CountsTheOutcomes()
    {
        var root = Parse(ReportSamples.All);
        var outcomes = root.Descendants(Trx + "UnitTestResult").CountBy(result => (string)result.Attribute("outcome")!).ToDictionary();
        Assert.That(
            outcomes,
            Is.EquivalentTo(new Dictionary<string, int>(StringComparer.Ordinal) { ["Passed"] = 7, ["Failed"] = 6, ["NotExecuted"] = 8 }));
        var summary = root.Element(Trx + "ResultSummary")!;
        var counters = summary.Element(Trx + "Counters")!;
        Assert.That((string?)summary.Attribute("outcome"), Is.EqualTo("Failed"));
        Assert.That(
            "total executed passed failed".Split(' ').Select(name => (int)counters.Attribute(name)!),
            Is.EqualTo([21, 13, 7, 6]));
    }

    [Test]
    public void Render_FailedCell_TellsMessagePlaceAndOutput()
    {
        var result = Parse(ReportSamples.Of(ReportSamples.Failed)).Descendants(Trx + "UnitTestResult").ElementAt(2);
        Assert.That((string?)result.Attribute("testName"), Is.EqualTo("failed.ipynb cell 3"));
        Assert.That((string?)result.Attribute("duration"), Is.EqualTo("00:00:00.5000000"));
        Assert.That(
            result.Descendants(Trx + "Message").Single().Value,
            Is.EqualTo("line 2: System.Exception: no <such> \uFFFD pattern \uFFFD"));
        Assert.That(result.Descendants(Trx + "StackTrace").Single().Value, Is.EqualTo("at failed.ipynb [cell 3] line 2"));
        Assert.That(result.Descendants(Trx + "StdOut").Single().Value, Is.EqualTo("so far red\n"));
    }

    [Test]
    public void Render_Warnings_StandInTheSummaryWithTheirNotebook()
    {
        var summary = Parse(ReportSamples.All).Element(Trx + "ResultSummary")!;
        var infos = summary.Element(Trx + "RunInfos")!.Elements(Trx + "RunInfo").ToArray();
        Assert.That(
            infos.Select(info => (string)info.Element(Trx + "Text")!),
            Is.EqualTo(["failed.ipynb: ids repeat", "allowed.ipynb: ids repeat"]));
        Assert.That(infos.Select(info => (string)info.Attribute("outcome")!), Has.All.EqualTo("Warning"));
        Assert.That(Parse(ReportSamples.Of(ReportSamples.Empty)).Descendants(Trx + "RunInfos"), Is.Empty);
    }

    [Test]
    public void Render_AllPassed_IsCompleted() =>
        Assert.That(
            (string?)Parse(ReportSamples.Of(ReportSamples.Empty)).Element(Trx + "ResultSummary")!.Attribute("outcome"),
            Is.EqualTo("Completed"));

    private static Dictionary<Guid, Guid> Pairs(
        XElement root, string name, Func<XElement, XAttribute?> key, Func<XElement, XAttribute?> value) =>
        root.Descendants(Trx + name).ToDictionary(element => (Guid)key(element)!, element => (Guid)value(element)!);

    private static IEnumerable<string?> Ids(XElement root) =>
        root.Descendants(Trx + "UnitTest").Select(test => (string?)test.Attribute("id"));

    private static XElement Parse(TestReport report)
    {
        using var file = new MemoryStream(TrxReport.Render(report));
        return XDocument.Load(file).Root!;
    }
}
