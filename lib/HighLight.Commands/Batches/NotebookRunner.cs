using System.Collections.Immutable;
using HighLight.Commands.Context;
using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Progress;

namespace HighLight.Commands.Batches;

/// <summary>What the commands that run notebooks have in common: progress shown, hosts run.</summary>
internal static class NotebookRunner
{
    /// <summary>
    /// Runs the jobs, at most <paramref name="maximumParallel"/> at once, with progress on the terminal or in lines; always in lines, and
    /// what the cells show and print among them, when <paramref name="logsOutput"/>.
    /// </summary>
    public static Task<ImmutableArray<NotebookResult>> RunAsync(
        CommandContext context, ImmutableArray<NotebookJob> jobs, int maximumParallel, bool logsOutput = false)
    {
        IBatchDisplay display = context.Interactive && !logsOutput
            ? new LiveDisplay(context.CreateConsole(), jobs, context.Time)
            : new PlainDisplay(context.Output, jobs, context.Time, logsOutput);
        var host = new NotebookHost(context.Host, context.Time);
        return new NotebookBatch(host, maximumParallel).RunAsync(jobs, display, context.Termination);
    }
}
