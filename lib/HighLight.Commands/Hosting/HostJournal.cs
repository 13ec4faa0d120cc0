using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Hosting;

/// <summary>
/// A temporary file in which a host keeps what cells show, and which it deletes when it ends in order. What a host that died has left there
/// is written to the files of its job.
/// </summary>
internal sealed class HostJournal : IDisposable
{
    /// <summary>How long it may take to write the files.</summary>
    private static readonly TimeSpan WritingTime = TimeSpan.FromMinutes(2);

    private HostJournal(string path) => Path = path;

    /// <summary>The file, absolute; the host creates it.</summary>
    public string Path { get; }

    /// <summary>The journal for a job; null when nothing is to be written.</summary>
    public static HostJournal? For(NotebookJob job) =>
        job.Output is null && job.Html is null
            ? null
            : new HostJournal(System.IO.Path.GetFullPath(
                System.IO.Path.Combine(System.IO.Path.GetTempPath(), "highlight-" + System.IO.Path.GetRandomFileName())));

    /// <summary>Writes what a host that died had reached.</summary>
    /// <param name="program">How hosts are started.</param>
    /// <param name="result">What became of the notebook.</param>
    /// <param name="death">Why the host died.</param>
    /// <returns>The result, which says so if the files could not be written.</returns>
    public async Task<NotebookResult> RecoverAsync(HostProgram program, NotebookResult result, HostDeath death)
    {
        if (!File.Exists(Path))
        {
            return result;
        }

        string? problem = null;
        using var limit = new CancellationTokenSource(WritingTime);
        var exitCode = await program.Recovery(result.Job, Path, death).RunAsync(
            output => EventLines.FollowAsync(
                output, hostEvent => problem ??= (hostEvent as NotebookInvalid)?.Message ?? (hostEvent as WriteFailed)?.Message),
            error => error.CopyToAsync(Stream.Null),
            default,
            group: null,
            overdue: limit.Token);
        if (exitCode == 0)
        {
            return result;
        }

        var notice = "What the notebook had reached could not be written: " + (problem ?? Invariant($"exit code {exitCode}"));
        return result with { Message = result.Message is { } message ? $"{message}\n{notice}" : notice };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is a temporary file: the system deletes it some day.
        }
    }
}
