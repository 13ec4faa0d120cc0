using System.Collections.Immutable;
using HighLight.Commands.Hosting;
using HighLight.Commands.Progress;
using HighLight.Notebooks.Documents;

namespace HighLight.Commands.Reports;

/// <summary>Writes the reports of a batch.</summary>
internal static class ReportWriter
{
    /// <summary>Writes each, whole or not at all; one that cannot be written does not keep the others from it.</summary>
    /// <param name="reports">What was asked for.</param>
    /// <param name="results">The batch.</param>
    /// <param name="started">When it began.</param>
    /// <param name="context">The world around; its error stream receives a line for each report that could not be written.</param>
    /// <returns>Whether all were written.</returns>
    public static bool Write(
        ImmutableArray<ReportFile> reports, ImmutableArray<NotebookResult> results, DateTimeOffset started, CommandContext context)
    {
        if (reports.IsEmpty)
        {
            return true;
        }

        var report = new TestReport(
            started, context.Time.GetUtcNow(), [.. results.Select(result => SuiteBuilder.Build(result, context.CurrentDirectory))]);
        var good = true;
        foreach (var file in reports)
        {
            try
            {
                AtomicFile.Write(file.Path, file.Render(report));
            }
            catch (IOException exception)
            {
                good = false;
                context.Error.WriteLine($"error: {file.Option}: {TerminalText.Clean(exception.Message)}");
            }
        }

        return good;
    }
}
