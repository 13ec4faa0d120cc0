using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using HighLight.Commands.Completion;
using HighLight.Commands.Context;
using HighLight.Commands.Formatting;

namespace HighLight.Commands;

/// <summary>The tool as a whole: its verbs, its help, its completions, its exit codes.</summary>
internal static class HighLightCommandLine
{
    /// <summary>What the user types to call it.</summary>
    public const string Name = "highlight";

    private static ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight reproduce", "Execute every notebook of the repository and compare the results with the paper."),
        ("highlight run notebooks", "Check that the notebooks of a folder still run."),
        ("highlight evaluate --design all --gemm 1024x1024x1024 --a 2:4 --b dense", "Cycles, energy and EDP of a GEMM on every design."),
        ("highlight network resnet50 --design all --a \"C1(4:4)->C0(2:4)\"", "A whole network with half of its weights."),
        ("highlight help run", "All about one verb."),
    ];

    /// <summary>Runs the command line <paramref name="arguments"/>.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandContext context)
    {
        if (SuggestRequest.Read(arguments) is { } request)
        {
            SuggestRequest.Answer(Complete(request.Text, request.Position, context), context.Output);
            return ExitCode.Success;
        }

        if (UsageErrors.Before(arguments, [.. Verb.All.Select(verb => verb.Name)]) is { } problem)
        {
            return UsageErrors.Write([problem], command: null, context.Error);
        }

        // Names that begin with @ are names here, not response files.
        var parsed = CreateRoot(context, arguments is [var name, ..] && Verb.Find(name) is { } verb ? [verb] : Verb.All)
            .Parse(arguments.Count == 0 ? ["--help"] : arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return UsageErrors.Write(UsageErrors.Of(parsed), parsed.CommandResult.Command, context.Error);
        }

        var code = await InvokeAsync(parsed, context);

        // As git and dotnet do: the help is shown, but a script that lost its arguments does not pass.
        return arguments.Count == 0 ? ExitCode.Usage : code;
    }

    /// <summary>What can stand at <paramref name="position"/> of a command line that is being typed.</summary>
    /// <param name="text">The command line; the tool's name at its beginning may be left out.</param>
    /// <param name="position">The place of the cursor, 0 to the length of the text.</param>
    /// <param name="context">Its current directory is where relative paths start.</param>
    public static Completions Complete(string text, int position, CommandContext context)
    {
        var words = CommandLineWords.Split(text[..Math.Clamp(position, 0, text.Length)]).Without(Name);

        // Shells ask at every key: no more is made than the answer needs.
        var root = CreateRoot(context, words.Before is [var name, ..] && Verb.Find(name) is { } verb ? [verb] : []);
        return Completer.Complete(words, root, Verb.All.Select(known => known.Name), context.CurrentDirectory);
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, CommandContext context)
    {
        var invocation = new InvocationConfiguration
        {
            Output = context.Output,
            Error = context.Error,
            // Signals are taken by TerminationSignals.
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
        };
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

    /// <summary>The tool with the verbs that its command line needs.</summary>
    private static Command CreateRoot(CommandContext context, ImmutableArray<Verb> verbs)
    {
        var root = new Command(
            Name,
            "HighLight Notebooks: hierarchical structured sparsity for DNN accelerators, and notebooks that reproduce the figures.");
        root.Options.Add(new HelpOption { Description = "Shows this help.", Action = new DocumentedHelpAction(Examples, context.Width) });
        root.Options.Add(new VersionOption { Description = "Shows the version.", Action = new VersionAction() });
        foreach (var verb in verbs)
        {
            root.Subcommands.Add(verb.Create(context));
        }

        return root;
    }
}
