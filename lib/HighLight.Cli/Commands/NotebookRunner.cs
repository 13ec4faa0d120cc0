using System.Collections.Immutable;
using HighLight.Cli.Hosting;
using HighLight.Cli.Notebooks;
using HighLight.Cli.Progress;

namespace HighLight.Cli.Commands;

/// <summary>What the commands that run notebooks have in common: folders made, progress shown, hosts run.</summary>
internal static class NotebookRunner
{
    /// <summary>Makes the folders that the jobs write to.</summary>
    /// <returns>What went wrong, a line each.</returns>
    public static IEnumerable<string> CreateFolders(ImmutableArray<NotebookJob> jobs)
    {
        foreach (var folder in jobs.SelectMany(job => new[] { job.Output, job.Html }).OfType<string>().Select(Path.GetDirectoryName).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            string? problem = null;
            try
            {
                Directory.CreateDirectory(folder);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problem = $"The folder {folder} cannot be made: {exception.Message}";
            }

            if (problem is not null)
            {
                yield return problem;
            }
        }
    }

    /// <summary>Runs the jobs, at most <paramref name="maximumParallel"/> at once, with progress on the terminal or in lines.</summary>
    public static Task<ImmutableArray<NotebookResult>> RunAsync(CommandContext context, ImmutableArray<NotebookJob> jobs, int maximumParallel)
    {
        IBatchDisplay display = context.Interactive
            ? new LiveDisplay(context.CreateConsole(), jobs, context.Time)
            : new PlainDisplay(context.Output, jobs, context.Time);
        return new NotebookBatch(new NotebookHost(context.Host), maximumParallel).RunAsync(jobs, display, context.Termination);
    }
}
