using System.Collections.Immutable;
using HighLight.Commands.Context;
using HighLight.Commands.Formatting;
using HighLight.Commands.Hosting;

namespace HighLight.Commands.Progress;

/// <summary>The end of a batch: every failure once more, the counts, and the exit code they make.</summary>
internal static class BatchReport
{
    /// <summary>Writes the failures to <paramref name="error"/> and the closing line to <paramref name="output"/>.</summary>
    public static void Write(ImmutableArray<NotebookResult> results, TimeSpan elapsed, TextWriter output, TextWriter error)
    {
        var failed = results.Where(result => result.IsFailure || result.Message is not null);
        var failures = failed.SelectMany(NotebookFailure.Describe).ToArray();
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

    /// <summary>
    /// Such as <c>3 notebooks: 2 passed, 1 failed</c>, and what else there was: cancelled notebooks, errors that were allowed, skipped
    /// cells, warnings.
    /// </summary>
    public static string Counts(ImmutableArray<NotebookResult> results)
    {
        var failed = results.Count(result => result.IsFailure);
        var cancelled = results.Count(result => result.Outcome == NotebookOutcome.Cancelled);
        var allowed = results.Sum(result => result.Errors.Count(result.Allows));
        var skipped = results.Sum(result => result.CellsSkipped);
        var warnings = results.Sum(result => result.WarningCount);
        var passed = results.Length - failed - cancelled;
        return Invariant($"{Quantity.Of(results.Length, "notebook")}: {passed} passed, {failed} failed")
            + (cancelled == 0 ? "" : Invariant($", {cancelled} cancelled"))
            + (allowed == 0 ? "" : $", {Quantity.Of(allowed, "cell error")} allowed")
            + (skipped == 0 ? "" : $", {Quantity.Of(skipped, "cell")} skipped")
            + (warnings == 0 ? "" : $", {Quantity.Of(warnings, "warning")}");
    }

    /// <summary>Cancelled if anything was, else failed if anything was.</summary>
    public static int ExitCodeOf(ImmutableArray<NotebookResult> results) =>
        results.Any(result => result.Outcome == NotebookOutcome.Cancelled) ? ExitCode.Cancelled
        : results.Any(result => result.IsFailure) ? ExitCode.Failed
        : ExitCode.Success;
}
