using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using HighLight.Commands.Progress;

namespace HighLight.Commands;

/// <summary>The tool as a whole: its commands, its help, its exit codes.</summary>
internal static class HighLightCommandLine
{
    private static ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight reproduce", "Execute every notebook of the repository and compare the results with the paper."),
        ("highlight run notebooks", "Check that the notebooks of a folder still run."),
        ("highlight evaluate --design all --gemm 1024x1024x1024 --a 2:4 --b dense", "Cycles, energy and EDP of a GEMM on every design."),
        ("highlight network resnet50 --design all --a \"C1(4:4)->C0(2:4)\"", "A whole network with half of its weights."),
        ("highlight run --help", "All about one command."),
    ];

    /// <summary>Runs the command line <paramref name="arguments"/>.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandContext context)
    {
        // Names that begin with @ are names here, not response files.
        var parsed = CreateRoot(context).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var invocation = new InvocationConfiguration
        {
            Output = context.Output,
            Error = context.Error,
            // Signals are taken by TerminationSignals.
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
        };
        if (parsed.Action is ParseErrorAction refusal)
        {
            // The whole help would hide the error; with no command at all it is the answer.
            refusal.ShowHelp = arguments.Count == 0;
            await parsed.InvokeAsync(invocation);
            var command = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
            context.Error.WriteLine($"'highlight {command}--help' tells more.");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(invocation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk, a file that may not be written: the user's to mend, and no bug to show a stack trace for.
            context.Error.WriteLine($"error: {TerminalText.Clean(exception.Message)}");
            return ExitCode.Failed;
        }
    }

    private static RootCommand CreateRoot(CommandContext context)
    {
        var root = new RootCommand(
            "HighLight Notebooks: hierarchical structured sparsity for DNN accelerators, and the notebooks that reproduce the published figures.")
        {
            new RunCommand(context),
            new ReproduceCommand(context),
            new EvaluateCommand(context),
            new NetworkCommand(context),
            new SimulateCommand(context),
            new DesignsCommand(context),
            new NetworksCommand(context),
            new PatternsCommand(context),
            new PruneCommand(context),
        };
        foreach (var option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption => new DocumentedHelpAction((HelpAction)option.Action!, Examples),
                VersionOption => new VersionAction(),
                _ => option.Action,
            };
        }

        return root;
    }
}
