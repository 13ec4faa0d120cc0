using System.Collections.Immutable;
using System.Globalization;
using HighLight.Commands.Hosting;

namespace HighLight.Commands.Progress;

/// <summary>The end of a batch: every failure once more, the counts, and the exit code they make.</summary>
internal static class BatchReport
{
    /// <summary>Writes the failures to <paramref name="error"/> and the closing line to <paramref name="output"/>.</summary>
    public static void Write(ImmutableArray<NotebookResult> results, TimeSpan elapsed, TextWriter output, TextWriter error)
    {
        var failures = results.Where(result => result.IsFailure).SelectMany(NotebookFailure.Describe).ToArray();
        if (failures.Length > 0)
        {
            error.WriteLine();
            error.WriteLine("Failures:");
            foreach (var failure in failures)
            {
                error.WriteLine("  " + failure.Replace("\n", "\n  ", StringComparison.Ordinal));
            }

            error.Flush();
        }

        output.WriteLine();
        output.WriteLine($"{Counts(results)} in {ElapsedTime.Format(elapsed)}");
        output.Flush();
    }

    /// <summary>Such as <c>3 notebooks: 2 passed, 1 failed</c>, and what else there was: cancelled notebooks, errors that were allowed.</summary>
    public static string Counts(ImmutableArray<NotebookResult> results)
    {
        var failed = results.Count(result => result.IsFailure);
        var cancelled = results.Count(result => result.Outcome == NotebookOutcome.Cancelled);
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Length} notebook{(results.Length == 1 ? "" : "s")}: {results.Length - failed - cancelled} passed, {failed} failed");
        var allowed = results.Where(result => result.Outcome == NotebookOutcome.Passed).Sum(result => result.Errors.Length);
        return counts
            + (cancelled == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {cancelled} cancelled"))
            + (allowed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {allowed} cell error{(allowed == 1 ? "" : "s")} allowed"));
    }

    /// <summary>Cancelled if anything was, else failed if anything was.</summary>
    public static int ExitCodeOf(ImmutableArray<NotebookResult> results) =>
        results.Any(result => result.Outcome == NotebookOutcome.Cancelled) ? ExitCode.Cancelled
        : results.Any(result => result.IsFailure) ? ExitCode.Failed
        : ExitCode.Success;
}
