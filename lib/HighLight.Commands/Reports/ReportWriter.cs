using System.Collections.Immutable;
using HighLight.Commands.Formatting;
using HighLight.Files;

namespace HighLight.Commands.Reports;

/// <summary>Writes the reports of a batch.</summary>
internal static class ReportWriter
{
    /// <summary>Writes each, whole or not at all; one that cannot be written does not keep the others from it.</summary>
    /// <param name="reports">What was asked for.</param>
    /// <param name="report">What they say.</param>
    /// <param name="error">Receives a line for each that could not be written.</param>
    /// <returns>Whether all were written.</returns>
    public static bool Write(ImmutableArray<ReportFile> reports, TestReport report, TextWriter error)
    {
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
                error.WriteLine($"error: {file.Option}: {TerminalText.Clean(exception.Message)}");
            }
        }

        return good;
    }
}
