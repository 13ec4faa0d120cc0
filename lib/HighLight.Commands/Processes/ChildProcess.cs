using System.Collections.Immutable;
using System.Diagnostics;

namespace HighLight.Commands.Processes;

/// <summary>A program to run as a child of this process, its output read here.</summary>
/// <param name="Program">Path of the executable.</param>
/// <param name="Arguments">Its arguments, each passed as it is.</param>
internal sealed record ChildProcess(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>
    /// How long a grandchild that outlives the child may keep the output streams open before they are given up: more than the last words of a
    /// child take on a busy machine.
    /// </summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    /// <summary>The child's working directory; this process's own when null.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// What is written to the child's standard input, which then stays open for as long as the child and this process live, so that the
    /// child sees it end when this process is gone. Null: standard input is closed at once.
    /// </summary>
    public ImmutableArray<byte>? Lifeline { get; init; }

    /// <summary>How long the child may take to end by itself once it was asked to.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether the child is asked to end with the signal that this process received, and not with SIGTERM: not every program ends on the
    /// others.
    /// </summary>
    public bool PassesSignal { get; init; }

    /// <summary>
    /// Runs the program to its end, or until <paramref name="termination"/> asks to stop: then it is asked to end (SIGTERM), and killed with
    /// everything it started when it does not within <see cref="Grace"/> or the termination is forced.
    /// </summary>
    /// <param name="readOutput">Reads standard output to its end. May still be running after the return when a grandchild keeps it open.</param>
    /// <param name="readError">Reads standard error, likewise.</param>
    /// <param name="termination">The user's wish to stop.</param>
    /// <param name="group">The group that the child leads, if any: what is left of it ends with the child, however that ended.</param>
    /// <param name="exited">Told once the child has ended, before the rest of its output is read.</param>
    /// <param name="overdue">Cancelled when the child is to be killed with everything it started.</param>
    /// <returns>The exit code; 128 + n when signal n ended the child.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public async Task<int> RunAsync(
        Func<Stream, Task> readOutput,
        Func<Stream, Task> readError,
        Termination termination,
        ProcessGroup? group = null,
        Action? exited = null,
        CancellationToken overdue = default)
    {
        using var process = new Process { StartInfo = CreateStartInfo() };
        process.Start();
        group?.Follow(process.Id);
        Feed(process.StandardInput.BaseStream);
        var output = process.StandardOutput.BaseStream;
        var error = process.StandardError.BaseStream;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(termination.Requested, overdue);
        var reading = Task.WhenAll(ReadAsync(readOutput, output, stop), ReadAsync(readError, error, stop));
        await WaitForExitAsync(process, group, termination, stop.Token, overdue);
        exited?.Invoke();
        group?.Kill();
        if (await Task.WhenAny(reading, Task.Delay(DrainTime, CancellationToken.None)) == reading)
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

    private void Feed(Stream input)
    {
        if (Lifeline is not { } bytes)
        {
            input.Close();
            return;
        }

        // A child that does not read must not hold up this process, and one that is gone is noticed by its end.
        _ = Task.Run(async () =>
        {
            try
            {
                await input.WriteAsync(bytes.AsMemory());
                await input.FlushAsync();
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
            }
        });
    }

    private async Task WaitForExitAsync(
        Process process, ProcessGroup? group, Termination termination, CancellationToken stop, CancellationToken overdue)
    {
        try
        {
            await process.WaitForExitAsync(stop);
            return;
        }
        catch (OperationCanceledException) when (!overdue.IsCancellationRequested)
        {
            bool passes = PassesSignal && termination.IsRequested;
            TerminateSignal.Send(process, passes ? termination.FirstSignal?.Invoke() ?? TerminateSignal.SigTerm : TerminateSignal.SigTerm);
        }
        catch (OperationCanceledException)
        {
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(termination.Forced, overdue);
        limit.CancelAfter(Grace);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            group?.Look();
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
