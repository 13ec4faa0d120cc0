using System.Collections.Immutable;
using System.Text;
using HighLight.Commands.Batches;
using HighLight.Commands.Context;
using HighLight.Commands.Formatting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Progress;
using HighLight.Files;

namespace HighLight.Commands.Reproduction;

/// <summary>The steps of <c>highlight reproduce</c>: pack, run the notebooks, write the report, show the comparison.</summary>
/// <param name="context">The world around.</param>
/// <param name="root">The repository.</param>
internal sealed class Reproducer(CommandContext context, RepositoryRoot root)
{
    /// <summary>Packs <paramref name="projects"/> into the feed.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> PackAsync(ImmutableArray<PackableProject> projects)
    {
        var started = context.Time.GetTimestamp();
        await WriteAsync($"Packing {string.Join(", ", projects.Select(project => project.PackageId))} …");
        var complaint = await new PackageFeed(context.DotNet, root).PackAsync(projects, context.Termination);
        if (context.Termination.IsRequested)
        {
            await context.Error.WriteLineAsync("Cancelled while packing; no notebook was run.");
            return ExitCode.Cancelled;
        }

        if (complaint is not null)
        {
            await context.Error.WriteLineAsync($"error: Packing failed, so no notebook was run. The build said:\n{TerminalText.Clean(complaint, indent: 2)}");
            return ExitCode.Failed;
        }

        await WriteAsync($"Packed into {Path.GetRelativePath(context.CurrentDirectory, root.Feed)} in {ElapsedTime.Format(context.Time.GetElapsedTime(started))}");
        return ExitCode.Success;
    }

    /// <summary>Runs <paramref name="jobs"/> and reports on them.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(ImmutableArray<NotebookJob> jobs, int maximumParallel, long started)
    {
        // A page of an earlier run must not be taken for one of this run.
        foreach (var job in jobs)
        {
            File.Delete(job.Html!);
        }

        var results = await NotebookRunner.RunAsync(context, jobs, maximumParallel);
        if (context.Termination.IsRequested)
        {
            BatchReport.Write(results, context.Time.GetElapsedTime(started), context.Output, context.Error);
            return ExitCode.Cancelled;
        }

        var summary = SummaryReader.Read(root.Summary);
        var report = Path.Combine(root.Report, ReportIndex.FileName);
        AtomicFile.Write(report, Encoding.UTF8.GetBytes(ReportIndex.Render(results, summary, result => File.Exists(result.Job.Html))));
        await ShowAsync(summary);
        await WriteAsync($"Report: {Path.GetRelativePath(context.CurrentDirectory, report)}");
        BatchReport.Write(results, context.Time.GetElapsedTime(started), context.Output, context.Error);
        return summary.Problems.IsEmpty ? BatchReport.ExitCodeOf(results) : ExitCode.Failed;
    }

    private async Task ShowAsync(Summary summary)
    {
        if (summary.Rows.IsEmpty)
        {
            await WriteAsync($"No comparison with the paper: no experiment has written to {Path.GetRelativePath(context.CurrentDirectory, root.Summary)} yet.");
        }
        else
        {
            context.View.Show(SummaryTable.Create(summary));
        }

        foreach (var problem in summary.Problems)
        {
            await context.Error.WriteLineAsync($"error: {TerminalText.Clean(problem)}");
        }

        await context.Error.FlushAsync();
    }

    private async Task WriteAsync(string line)
    {
        await context.Output.WriteLineAsync(line);
        await context.Output.FlushAsync();
    }
}
