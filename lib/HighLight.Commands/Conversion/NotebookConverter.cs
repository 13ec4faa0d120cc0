using System.Collections.Immutable;
using System.ComponentModel;
using HighLight.Commands.Context;
using HighLight.Commands.Formatting;
using HighLight.Commands.Hosting;
using HighLight.Commands.Progress;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Conversion;

/// <summary>Converts files, each by a host of its own; one that cannot be converted does not stop the others.</summary>
/// <param name="context">The world around.</param>
internal sealed class NotebookConverter(CommandContext context)
{
    /// <summary>Converts all, and says so.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(ImmutableArray<NotebookConversion> conversions)
    {
        var good = true;
        foreach (var conversion in conversions)
        {
            if (context.Termination.IsRequested)
            {
                break;
            }

            good &= await RunAsync(conversion);
        }

        return context.Termination.IsRequested ? ExitCode.Cancelled : good ? ExitCode.Success : ExitCode.Failed;
    }

    private async Task<bool> RunAsync(NotebookConversion conversion)
    {
        var (input, output) = (Show(conversion.Input), Show(conversion.Output));
        var problem = await ProblemAsync(conversion, warning => context.Output.WriteLine(NotebookWarning.Describe(input, warning)));
        if (problem is null)
        {
            await context.Output.WriteLineAsync(TerminalText.Clean($"{input} -> {output}"));
            await context.Output.FlushAsync();
        }
        else if (!context.Termination.IsRequested)
        {
            await context.Error.WriteLineAsync($"error: {TerminalText.Clean(input)}: {TerminalText.Clean(problem)}");
            await context.Error.FlushAsync();
        }

        return problem is null;
    }

    private async Task<string?> ProblemAsync(NotebookConversion conversion, Action<string> warn)
    {
        string? refusal = null;
        var errors = new OutputTail();
        try
        {
            var exitCode = await context.Host.Conversion(conversion.Input, conversion.Output).RunAsync(
                output => EventLines.FollowAsync(output, hostEvent =>
                {
                    switch (hostEvent)
                    {
                        case HostWarning warning:
                            warn(warning.Message);
                            break;
                        case NotebookInvalid invalid:
                            refusal = invalid.Message;
                            break;
                        case WriteFailed failed:
                            refusal = failed.Message;
                            break;
                    }
                }),
                errors.ReadAsync,
                context.Termination);
            return exitCode == 0 ? null : refusal ?? DeathNotice.Of(exitCode, errors.ToString());
        }
        catch (Win32Exception exception)
        {
            return context.Host.CannotBeStarted(exception);
        }
    }

    private string Show(string path) => Path.GetRelativePath(context.CurrentDirectory, path);
}
