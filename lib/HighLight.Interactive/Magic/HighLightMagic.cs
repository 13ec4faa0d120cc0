using HighLight.Interactive.Directives;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace HighLight.Interactive.Magic;

/// <summary><c>#!highlight</c> as a magic command of a kernel.</summary>
internal static class HighLightMagic
{
    /// <summary>Adds the magic command and its completion to a kernel, once.</summary>
    public static void AddTo(Kernel kernel, HighLightDirective highlight)
    {
        if (kernel.KernelInfo.SupportedDirectives.Any(directive => string.Equals(directive.Name, highlight.Name, StringComparison.Ordinal)))
        {
            return;
        }

        var directive = Describe(highlight);
        kernel.AddDirective(directive, (command, context) => RunAsync(highlight, verb: "", command, context));
        foreach (var verb in directive.Subcommands)
        {
            kernel.AddDirective(verb, (command, context) => RunAsync(highlight, verb.Name, command, context));
            kernel.KernelInfo.SupportedDirectives.Remove(verb); // its own name means nothing without that of the directive
        }

        HighLightCompletion.AddTo(kernel, highlight);
    }

    /// <summary>
    /// The magic command with its verbs and their options. The kernel passes whatever stands behind a verb it knows; behind a verb it
    /// does not know only options it has heard of, so the magic command has those of all verbs. What is wrong with either is for the tool
    /// to say.
    /// </summary>
    private static KernelActionDirective Describe(HighLightDirective highlight)
    {
        var directive = new KernelActionDirective(
            highlight.Name, "Runs a verb of the highlight tool and shows its tables and figures, as in: #!highlight designs");
        foreach (var (verb, description, options) in highlight.Describe())
        {
            var subcommand = new KernelActionDirective(verb, description);
            foreach (var (name, meaning) in options)
            {
                subcommand.Parameters.Add(Option(name, meaning));
            }

            directive.Subcommands.Add(subcommand);
        }

        var all = directive.Subcommands
            .SelectMany(verb => verb.Parameters)
            .Select(option => (option.Name, option.Description))
            .Append(("--help", "Shows the help."));
        foreach (var (name, meaning) in all.DistinctBy(option => option.Item1, StringComparer.Ordinal))
        {
            directive.Parameters.Add(Option(name, meaning));
        }

        return directive;
    }

    private static KernelDirectiveParameter Option(string name, string meaning) => new(name, meaning) { MaxOccurrences = int.MaxValue };

    private static async Task RunAsync(HighLightDirective highlight, string verb, KernelCommand command, KernelInvocationContext context)
    {
        // The kernel's own reading of the line knows no quotes. The text of the line is public only in that of the command, which lacks a
        // verb without arguments.
        var line = command.ToString()!;
        var arguments = line[(line.IndexOf(highlight.Name, StringComparison.Ordinal) + highlight.Name.Length)..];
        if (string.IsNullOrWhiteSpace(arguments))
        {
            arguments = verb;
        }

        try
        {
            await highlight.InvokeAsync(arguments, Show, context.CancellationToken);
        }
        catch (HighLightDirectiveException exception)
        {
            context.Fail(command, message: exception.Message);
        }

        void Show(IReadOnlyDictionary<string, string> bundle) =>
            context.Publish(new DisplayedValueProduced(
                bundle, command, [.. bundle.Select(entry => new FormattedValue(entry.Key, entry.Value))]));
    }
}
