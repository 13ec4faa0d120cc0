using System.Globalization;
using System.Xml;

namespace HighLight.Commands.Reports;

/// <summary>The report as JUnit XML, with what Jenkins, GitLab and GitHub's actions read, valid against the schema of Jenkins.</summary>
internal static class JUnitReport
{
    /// <summary>The file.</summary>
    public static byte[] Render(TestReport report) => XmlReport.Render(xml =>
    {
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "highlight run");
        WriteCounts(xml, report.Total, report.Count(CaseOutcome.Failed), report.Count(CaseOutcome.Error));
        xml.WriteAttributeString("time", Seconds(report.Suites.Sum(suite => suite.Seconds)));
        foreach (var suite in report.Suites)
        {
            WriteSuite(xml, suite, report.Started);
        }

        xml.WriteEndElement();
    });

    private static void WriteSuite(XmlWriter xml, ReportSuite suite, DateTimeOffset started)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", XmlText.Attribute(suite.Name));
        WriteCounts(xml, suite.Cases.Length, suite.Count(CaseOutcome.Failed), suite.Count(CaseOutcome.Error));
        xml.WriteAttributeString("skipped", Number(suite.Count(CaseOutcome.Skipped)));
        xml.WriteAttributeString("time", Seconds(suite.Seconds));
        xml.WriteAttributeString("timestamp", started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("file", XmlText.Attribute(suite.File));
        foreach (var test in suite.Cases)
        {
            WriteCase(xml, suite, test);
        }

        if (!suite.Warnings.IsEmpty)
        {
            xml.WriteElementString("system-err", XmlText.Clean(string.Join('\n', suite.Warnings.Select(warning => "warning: " + warning))));
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, ReportSuite suite, ReportCase test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", XmlText.Attribute(test.Name));
        xml.WriteAttributeString("classname", XmlText.Attribute(suite.Name));
        xml.WriteAttributeString("time", Seconds(test.Seconds));
        if (test.Outcome is CaseOutcome.Skipped)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", XmlText.Attribute(test.Message));
            xml.WriteEndElement();
        }
        else if (test.Outcome is not CaseOutcome.Passed)
        {
            xml.WriteStartElement(test.Outcome is CaseOutcome.Failed ? "failure" : "error");
            xml.WriteAttributeString("message", XmlText.Attribute(test.Message));
            xml.WriteAttributeString("type", XmlText.Attribute(test.Type));
            xml.WriteString(XmlText.Clean($"{test.Place}\n{test.Message}"));
            xml.WriteEndElement();
        }

        if (test.Output.Length > 0)
        {
            xml.WriteElementString("system-out", XmlText.Clean(test.Output));
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, int tests, int failures, int errors)
    {
        xml.WriteAttributeString("tests", Number(tests));
        xml.WriteAttributeString("failures", Number(failures));
        xml.WriteAttributeString("errors", Number(errors));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);
}
