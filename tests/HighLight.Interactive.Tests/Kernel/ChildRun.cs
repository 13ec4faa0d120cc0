using System.Diagnostics;

namespace HighLight.Interactive.Tests.Kernel;

/// <summary>What became of a program that ran to its end.</summary>
internal sealed record ChildRun(int ExitCode, string Text)
{
    /// <summary>Runs a program without input; after <paramref name="limit"/> it is killed with everything it started.</summary>
    public static async Task<ChildRun> Of(ProcessStartInfo start, TimeSpan limit)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var reading = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        return new(process.ExitCode, string.Concat(await reading));
    }
}
