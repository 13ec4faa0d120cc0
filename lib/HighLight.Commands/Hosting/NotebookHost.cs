using System.ComponentModel;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Processes;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Hosting;

/// <summary>Runs one notebook in a host process of its own and follows what it reports.</summary>
/// <param name="program">How the host is started.</param>
internal sealed class NotebookHost(HostProgram program)
{
    /// <summary>Runs <paramref name="job"/> to its end. Whatever the host does, the answer is a result and no exception.</summary>
    /// <param name="job">What to run.</param>
    /// <param name="report">Told every event as it comes, one at a time.</param>
    /// <param name="termination">The user's wish to stop.</param>
    public async Task<NotebookResult> RunAsync(NotebookJob job, Action<HostEvent> report, Termination termination)
    {
        if (termination.IsRequested)
        {
            return new NotebookResult(job, NotebookOutcome.Cancelled);
        }

        var transcript = new HostTranscript();
        var errors = new OutputTail();
        try
        {
            var exitCode = await program.For(job).RunAsync(
                output => FollowAsync(output, hostEvent =>
                {
                    transcript.Add(hostEvent);
                    report(hostEvent);
                }),
                errors.ReadAsync,
                termination);
            return transcript.Conclude(job, exitCode, termination.IsRequested, errors.ToString());
        }
        catch (Win32Exception exception)
        {
            return new NotebookResult(job, NotebookOutcome.HostDied)
            {
                Message = $"The notebook host cannot be started: {program.Program}: {exception.Message}. Is the .NET SDK installed?",
            };
        }
    }

    private static async Task FollowAsync(Stream output, Action<HostEvent> report)
    {
        await foreach (var line in new BoundedLineReader(output).ReadAsync())
        {
            if (HostEventParser.TryParse(line, out var hostEvent))
            {
                report(hostEvent);
            }
        }
    }
}
