using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace HighLight.Commands.Reports;

/// <summary>The report as Visual Studio's TRX, as VSTest writes it.</summary>
internal static class TrxReport
{
    private const string Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // These three are fixed by the format: the type "unit test", and the lists that every file has.
    private const string UnitTestType = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string ResultsNotInAList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";
    private const string AllLoadedResults = "19431567-8539-422a-85d7-44ee4e166bda";

    /// <summary>The file.</summary>
    public static byte[] Render(TestReport report)
    {
        ImmutableArray<TrxTest> tests = [.. report.Suites.SelectMany(suite => suite.Cases.Select(test => new TrxTest(suite, test)))];
        return XmlReport.Render(xml =>
        {
            xml.WriteStartElement("TestRun", Namespace);
            xml.WriteAttributeString("id", StableGuid.Of(string.Join('\n', tests.Select(test => test.Id))).ToString());
            xml.WriteAttributeString("name", "highlight run");
            WriteTimes(xml, report);
            WriteElement(xml, "TestSettings", ("name", "default"), ("id", StableGuid.Of("settings").ToString()));
            WriteList(xml, "Results", tests, test => WriteResult(xml, test));
            WriteList(xml, "TestDefinitions", tests, test => WriteDefinition(xml, test));
            WriteList(xml, "TestEntries", tests, test =>
                WriteElement(xml, "TestEntry", ("testId", test.Id), ("executionId", test.ExecutionId), ("testListId", ResultsNotInAList)));
            xml.WriteStartElement("TestLists", Namespace);
            WriteElement(xml, "TestList", ("name", "Results Not in a List"), ("id", ResultsNotInAList));
            WriteElement(xml, "TestList", ("name", "All Loaded Results"), ("id", AllLoadedResults));
            xml.WriteEndElement();
            WriteSummary(xml, report);
            xml.WriteEndElement();
        });
    }

    private static void WriteTimes(XmlWriter xml, TestReport report)
    {
        var start = report.Started.ToString("O", CultureInfo.InvariantCulture);
        var finish = report.Ended.ToString("O", CultureInfo.InvariantCulture);
        WriteElement(xml, "Times", ("creation", start), ("queuing", start), ("start", start), ("finish", finish));
    }

    private static void WriteResult(XmlWriter xml, TrxTest test)
    {
        xml.WriteStartElement("UnitTestResult", Namespace);
        WriteAttributes(
            xml,
            ("executionId", test.ExecutionId),
            ("testId", test.Id),
            ("testName", test.Name),

            // The format asks for one; which machine it was is nobody's business.
            ("computerName", "localhost"),
            ("duration", test.Duration.ToString("c", CultureInfo.InvariantCulture)),
            ("testType", UnitTestType),
            ("outcome", test.Outcome),
            ("testListId", ResultsNotInAList));
        if (test.Case.Output.Length > 0 || test.Case.Message.Length > 0)
        {
            WriteOutput(xml, test.Case);
        }

        xml.WriteEndElement();
    }

    private static void WriteOutput(XmlWriter xml, ReportCase test)
    {
        xml.WriteStartElement("Output", Namespace);
        if (test.Output.Length > 0)
        {
            xml.WriteElementString("StdOut", Namespace, XmlText.Clean(test.Output));
        }

        if (test.Message.Length > 0)
        {
            xml.WriteStartElement("ErrorInfo", Namespace);
            xml.WriteElementString("Message", Namespace, XmlText.Clean(test.Message));
            if (test.Place.Length > 0)
            {
                xml.WriteElementString("StackTrace", Namespace, XmlText.Clean("at " + test.Place));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteDefinition(XmlWriter xml, TrxTest test)
    {
        var file = XmlText.Attribute(test.Suite.File);
        xml.WriteStartElement("UnitTest", Namespace);
        WriteAttributes(xml, ("name", test.Name), ("storage", file), ("id", test.Id));
        WriteElement(xml, "Execution", ("id", test.ExecutionId));
        WriteElement(
            xml,
            "TestMethod",
            ("codeBase", file),
            ("adapterTypeName", "executor://highlight/notebook"),
            ("className", XmlText.Attribute(test.Suite.Name)),
            ("name", test.Name));
        xml.WriteEndElement();
    }

    private static void WriteSummary(XmlWriter xml, TestReport report)
    {
        var failed = report.Count(CaseOutcome.Failed) + report.Count(CaseOutcome.Error);
        var passed = report.Count(CaseOutcome.Passed);
        xml.WriteStartElement("ResultSummary", Namespace);
        xml.WriteAttributeString("outcome", failed == 0 ? "Completed" : "Failed");
        string[] zeros =
        [
            "error", "timeout", "aborted", "inconclusive", "passedButRunAborted", "notRunnable", "notExecuted", "disconnected", "warning",
            "completed", "inProgress", "pending",
        ];
        WriteElement(
            xml,
            "Counters",
            [
                ("total", Number(report.Total)),
                ("executed", Number(passed + failed)),
                ("passed", Number(passed)),
                ("failed", Number(failed)),
                .. zeros.Select(name => (name, "0")),
            ]);
        WriteWarnings(xml, report);
        xml.WriteEndElement();
    }

    // Visual Studio shows them above the tests.
    private static void WriteWarnings(XmlWriter xml, TestReport report)
    {
        if (report.Suites.All(suite => suite.Warnings.IsEmpty))
        {
            return;
        }

        var ended = report.Ended.ToString("O", CultureInfo.InvariantCulture);
        xml.WriteStartElement("RunInfos", Namespace);
        foreach (var (suite, warning) in report.Suites.SelectMany(suite => suite.Warnings.Select(warning => (suite, warning))))
        {
            xml.WriteStartElement("RunInfo", Namespace);
            WriteAttributes(xml, ("computerName", "localhost"), ("outcome", "Warning"), ("timestamp", ended));
            xml.WriteElementString("Text", Namespace, XmlText.Clean($"{suite.Name}: {warning}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteList(XmlWriter xml, string name, ImmutableArray<TrxTest> tests, Action<TrxTest> write)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var test in tests)
        {
            write(test);
        }

        xml.WriteEndElement();
    }

    private static void WriteElement(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, Namespace);
        WriteAttributes(xml, attributes);
        xml.WriteEndElement();
    }

    private static void WriteAttributes(XmlWriter xml, params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
