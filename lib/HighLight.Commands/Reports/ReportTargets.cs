using System.Collections.Immutable;
using HighLight.Commands.Files;
using HighLight.Commands.Notebooks;

namespace HighLight.Commands.Reports;

/// <summary>Whether reports can go where they are to go.</summary>
internal static class ReportTargets
{
    /// <summary>
    /// Finds the reports that would overwrite a notebook, its parameters, a result of the batch or each other, by whatever link.
    /// </summary>
    /// <param name="reports">The reports.</param>
    /// <param name="jobs">The batch.</param>
    /// <param name="parameters">Full path of the parameter file; null where there is none.</param>
    /// <param name="problems">Receives a line, with the fix, for each.</param>
    public static void Check(
        ImmutableArray<ReportFile> reports, ImmutableArray<NotebookJob> jobs, string? parameters, ICollection<string> problems)
    {
        var taken = new Dictionary<string, string>(PathComparison.Comparer);
        foreach (var job in jobs)
        {
            taken.TryAdd(RealPath.Of(job.Notebook), $"the notebook '{job.Name}'");
            foreach (var target in new[] { job.Output, job.Html }.OfType<string>())
            {
                taken.TryAdd(RealPath.Of(target), $"a result of '{job.Name}'");
            }
        }

        if (parameters is not null)
        {
            taken.TryAdd(RealPath.Of(parameters), "the file of --parameters");
        }

        foreach (var report in reports)
        {
            var file = RealPath.Of(report.Path);
            if (!taken.TryAdd(file, report.Option))
            {
                problems.Add($"{report.Option} would overwrite {taken[file]}: {report.Path}. Give another file.");
            }
        }
    }
}
