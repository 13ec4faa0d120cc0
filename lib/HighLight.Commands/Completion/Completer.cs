using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;

namespace HighLight.Commands.Completion;

/// <summary>Finds what can stand next on a command line: a command, an option, or a value of the option or argument that is due.</summary>
internal static class Completer
{
    /// <summary>The completions of the last word.</summary>
    /// <param name="words">What is typed.</param>
    /// <param name="root">The tool, with the verb of the first word if there is one.</param>
    /// <param name="verbs">The names of all verbs.</param>
    /// <param name="currentDirectory">What relative paths start from.</param>
    public static Completions Complete(CommandLineWords words, Command root, IEnumerable<string> verbs, string currentDirectory)
    {
        var verb = words.Before is [var name, ..] ? root.Subcommands.FirstOrDefault(command => command.Name == name) : null;
        IEnumerable<string> values = verb is not null ? InVerb(words, verb, root, currentDirectory)
            : words.Before.IsEmpty ? [.. Beginning(words.Current, verbs), .. Options(words, [root])]
            : [];
        return new(words.Start, [.. values.Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> InVerb(CommandLineWords words, Command verb, Command root, string currentDirectory)
    {
        var typed = words.Current;
        if (Due(verb, words.Before[^1]) is { } due)
        {
            return Values(due.CompletionSources, due.HelpName, typed, currentDirectory);
        }

        var equals = typed.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && Due(verb, typed[..equals]) is { } given)
        {
            var values = Values(given.CompletionSources, given.HelpName, typed[(equals + 1)..], currentDirectory);
            return values.Select(value => typed[..(equals + 1)] + value);
        }

        // A verb takes its arguments one after the other; of all of them the same is offered.
        var argument = typed.StartsWith('-') ? null : verb.Arguments.FirstOrDefault(candidate => !candidate.Hidden);
        string[] positional = argument is null ? []
            : [.. Values(argument.CompletionSources, argument.HelpName ?? argument.Name, typed, currentDirectory)];
        return positional.Length > 0 ? positional : Options(words, [verb, root]);
    }

    private static IEnumerable<string> Values(
        IEnumerable<Func<CompletionContext, IEnumerable<CompletionItem>>> sources, string? help, string typed, string currentDirectory)
    {
        var syntax = ValueSyntax.Parse(help);
        var head = syntax.Separator is { } separator ? typed[..(typed.LastIndexOf(separator) + 1)] : "";
        var begun = typed[head.Length..];
        var taken = syntax.Separator == ',' ? head.Split(',') : [];
        var words = syntax.Words.Concat(sources.SelectMany(source => source(CompletionContext.Empty)).Select(item => item.Label));
        IEnumerable<string> paths = syntax.IsFile || syntax.IsFolder
            ? PathCompletions.Of(begun, currentDirectory, syntax.IsFile, syntax.Extensions)
            : [];
        return Beginning(begun, words)
            .Where(word => !taken.Contains(word, StringComparer.OrdinalIgnoreCase))
            .Concat(paths)
            .Select(value => head + value);
    }

    private static IEnumerable<string> Options(CommandLineWords words, ImmutableArray<Command> commands) => Beginning(
        words.Current,
        commands.SelectMany((command, i) => command.Options.Where(option => !option.Hidden && (i == 0 || option.Recursive)))
            .Where(option => IsRepeatable(option) || !words.Before.Any(word => Named(option, word.Split('=')[0])))
            .Select(option => option.Name));

    private static IEnumerable<string> Beginning(string typed, IEnumerable<string> values) =>
        values.Where(value => value.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    /// <summary>The option of that name if it takes a value.</summary>
    private static Option? Due(Command verb, string name) => verb.Options.FirstOrDefault(option =>
        Named(option, name) && option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0);

    private static bool Named(Option option, string name) => option.Name == name || option.Aliases.Contains(name);

    private static bool IsRepeatable(Option option) => option is Arguments.RepeatedOption;
}
