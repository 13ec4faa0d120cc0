using System.Collections.Immutable;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Processes;

namespace HighLight.Commands.Hosting;

/// <summary>Runs many notebooks, several at once; one that fails does not stop the others.</summary>
/// <param name="host">Runs each of them.</param>
/// <param name="maximumParallel">How many at once, at least 1.</param>
internal sealed class NotebookBatch(NotebookHost host, int maximumParallel)
{
    /// <summary>
    /// Runs <paramref name="jobs"/>, started in their order, and shows them on <paramref name="display"/> meanwhile. After
    /// <paramref name="termination"/> no further one is started.
    /// </summary>
    /// <returns>The results, in the order of the jobs.</returns>
    public async Task<ImmutableArray<NotebookResult>> RunAsync(ImmutableArray<NotebookJob> jobs, IBatchDisplay display, Termination termination)
    {
        var results = new NotebookResult[jobs.Length];
        var work = Parallel.ForEachAsync(
            Enumerable.Range(0, jobs.Length),
            new ParallelOptions { MaxDegreeOfParallelism = maximumParallel },
            async (index, _) =>
            {
                if (!termination.IsRequested)
                {
                    display.Started(index);
                }

                results[index] = await host.RunAsync(jobs[index], hostEvent => display.Reported(index, hostEvent), termination);
                display.Finished(index, results[index]);
            });
        await display.ShowAsync(work);
        await work;
        return [.. results];
    }
}
