using System.Collections.Immutable;
using HighLight.Commands.Files;
using HighLight.Commands.Notebooks;

namespace HighLight.Commands.Reports;

/// <summary>Whether reports can go where they are to go.</summary>
internal static class ReportTargets
{
    /// <summary>Finds the reports that would overwrite a notebook, a result of the batch or each other.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="jobs">The batch.</param>
    /// <param name="problems">Receives a line, with the fix, for each.</param>
    public static void Check(ImmutableArray<ReportFile> reports, ImmutableArray<NotebookJob> jobs, ICollection<string> problems)
    {
        var taken = new Dictionary<string, string>(PathComparison.Comparer);
        foreach (var job in jobs)
        {
            taken.TryAdd(job.Notebook, $"the notebook '{job.Name}'");
            foreach (var target in new[] { job.Output, job.Html }.OfType<string>())
            {
                taken.TryAdd(target, $"a result of '{job.Name}'");
            }
        }

        foreach (var report in reports)
        {
            if (!taken.TryAdd(report.Path, report.Option))
            {
                problems.Add($"{report.Option} would overwrite {taken[report.Path]}: {report.Path}. Give another file.");
            }
        }
    }
}
