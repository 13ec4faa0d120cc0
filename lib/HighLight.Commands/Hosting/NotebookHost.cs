using System.ComponentModel;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Processes;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Hosting;

/// <summary>Runs one notebook in a host process of its own and follows what it reports.</summary>
/// <param name="program">How the host is started.</param>
/// <param name="time">Measures whether it keeps its time limits.</param>
internal sealed class NotebookHost(HostProgram program, TimeProvider time)
{
    /// <summary>Runs <paramref name="job"/> to its end. Whatever the host does, the answer is a result and not an exception.</summary>
    /// <param name="job">What to run.</param>
    /// <param name="report">Told every event as it comes, one at a time.</param>
    /// <param name="termination">The user's wish to stop.</param>
    public async Task<NotebookResult> RunAsync(NotebookJob job, Action<HostEvent> report, Termination termination)
    {
        if (termination.IsRequested)
        {
            return new NotebookResult(job, NotebookOutcome.Cancelled);
        }

        var transcript = new HostTranscript(time);
        var errors = new OutputTail();
        var group = new ProcessGroup();
        using var journal = HostJournal.For(job);
        using var watch = new HostWatch(job.Settings.Limits, time);
        try
        {
            // What keeps its output open may outlast the limit; the host has kept it.
            var overdue = false;
            var exitCode = await program.For(job, journal?.Path).RunAsync(
                output => EventLines.FollowAsync(output, hostEvent =>
                {
                    group.Look();
                    watch.Observe(hostEvent);
                    transcript.Add(hostEvent);
                    report(hostEvent);
                }),
                errors.ReadAsync,
                termination,
                group,
                () => overdue = watch.Overdue.IsCancellationRequested,
                watch.Overdue);
            var end = new HostEnd(exitCode, termination.IsRequested, overdue, errors.ToString());
            var result = transcript.Conclude(job, end);
            return journal is not null && !termination.Forced.IsCancellationRequested && HostDeath.Of(result) is { } death
                ? await journal.RecoverAsync(program, result, death)
                : result;
        }
        catch (Win32Exception exception)
        {
            return new NotebookResult(job, NotebookOutcome.HostDied) { Message = program.CannotBeStarted(exception) };
        }
    }
}
