using System.Collections.Immutable;
using System.Diagnostics;

namespace HighLight.Commands.Processes;

/// <summary>A program to run as a child of this process, its output read here and its input closed.</summary>
/// <param name="Program">Path of the executable.</param>
/// <param name="Arguments">Its arguments, each passed as it is.</param>
internal sealed record ChildProcess(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>How long a grandchild that outlives the child may keep the output streams open before they are given up.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    /// <summary>The child's working directory; this process's own when null.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>How long the child may take to end by itself once it was asked to.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Runs the program to its end, or until <paramref name="termination"/> asks to stop: then it is asked to end (SIGTERM), and killed with
    /// everything it started when it does not within <see cref="Grace"/> or the termination is forced.
    /// </summary>
    /// <param name="readOutput">Reads standard output to its end. May still be running after the return when a grandchild keeps it open.</param>
    /// <param name="readError">Reads standard error, likewise.</param>
    /// <param name="termination">The user's wish to stop.</param>
    /// <returns>The exit code; 128 + n when signal n ended the child.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public async Task<int> RunAsync(Func<Stream, Task> readOutput, Func<Stream, Task> readError, Termination termination)
    {
        using var process = new Process { StartInfo = CreateStartInfo() };
        process.Start();
        process.StandardInput.Close();
        var output = process.StandardOutput.BaseStream;
        var error = process.StandardError.BaseStream;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(termination.Requested);
        var reading = Task.WhenAll(ReadAsync(readOutput, output, stop), ReadAsync(readError, error, stop));
        await WaitForExitAsync(process, termination with { Requested = stop.Token });
        if (await Task.WhenAny(reading, Task.Delay(DrainTime)) == reading)
        {
            await reading;
        }

        return process.ExitCode;
    }

    /// <summary>A reader that gives up ends the child as well, which would otherwise wait for ever to be read.</summary>
    private static Task ReadAsync(Func<Stream, Task> read, Stream stream, CancellationTokenSource stop) => Task.Run(async () =>
    {
        try
        {
            await read(stream);
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    });

    private ProcessStartInfo CreateStartInfo() => new(Program, Arguments)
    {
        WorkingDirectory = WorkingDirectory ?? "",
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    private async Task WaitForExitAsync(Process process, Termination termination)
    {
        try
        {
            await process.WaitForExitAsync(termination.Requested);
            return;
        }
        catch (OperationCanceledException)
        {
            TerminateSignal.Send(process);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(termination.Forced);
        limit.CancelAfter(Grace);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
