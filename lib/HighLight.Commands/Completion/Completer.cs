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
        var verb = words.Before is [var name, ..] ? root.Subcommands.FirstOrDefault(command => command.Name.Equals(name, StringComparison.Ordinal)) : null;
        IEnumerable<string> values = verb is not null ? InVerb(words, verb, root, currentDirectory)
            : words.Before.IsEmpty ? [.. Beginning(words.Current, verbs), .. Options(words, [root])]
            : [];
        return new(words.Start, [.. values.Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> InVerb(CommandLineWords words, Command verb, Command root, string currentDirectory)
    {
        if (Find(verb, words.Before[^1]) is { } due && TakesValue(due))
        {
            return Values(due, due.HelpName, words.Current, currentDirectory);
        }

        if (words.Current.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && Find(verb, words.Current[..equals]) is { } given && TakesValue(given))
        {
            return Values(given, given.HelpName, words.Current[(equals + 1)..], currentDirectory).Select(value => words.Current[..(equals + 1)] + value);
        }

        var argument = words.Current.StartsWith('-') ? null : verb.Arguments.FirstOrDefault(candidate => !candidate.Hidden);
        ImmutableArray<string> values = argument is null ? [] : [.. Values(argument, argument.HelpName ?? argument.Name, words.Current, currentDirectory)];
        return values.IsEmpty ? Options(words, [verb, root]) : values;
    }

    private static IEnumerable<string> Values(Symbol symbol, string? syntaxText, string typed, string currentDirectory)
    {
        var syntax = ValueSyntax.Parse(syntaxText);
        var head = syntax.Separator is { } separator ? typed[..(typed.LastIndexOf(separator) + 1)] : "";
        var begun = typed[head.Length..];
        var taken = syntax.Separator == ',' ? head.Split(',') : [];
        var named = symbol is Option { CompletionSources: var sources } ? sources : ((Argument)symbol).CompletionSources;
        var words = syntax.Words.Concat(named.SelectMany(source => source(CompletionContext.Empty)).Select(item => item.Label));
        IEnumerable<string> paths = syntax.IsFile || syntax.IsFolder ? PathCompletions.Of(begun, currentDirectory, syntax.IsFile, syntax.Extensions) : [];
        return Beginning(begun, words).Where(word => !taken.Contains(word, StringComparer.OrdinalIgnoreCase)).Concat(paths).Select(value => head + value);
    }

    private static IEnumerable<string> Options(CommandLineWords words, ImmutableArray<Command> commands) => Beginning(
        words.Current,
        commands.SelectMany((command, i) => command.Options.Where(option => !option.Hidden && (i == 0 || option.Recursive)))
            .Where(option => IsRepeatable(option) || !words.Before.Any(word => Named(option, word.Split('=')[0])))
            .Select(option => option.Name));

    private static IEnumerable<string> Beginning(string typed, IEnumerable<string> values) =>
        values.Where(value => value.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    private static Option? Find(Command verb, string name) => verb.Options.FirstOrDefault(option => Named(option, name));

    private static bool Named(Option option, string name) => option.Name.Equals(name, StringComparison.Ordinal) || option.Aliases.Contains(name);

    private static bool TakesValue(Option option) => option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0;

    private static bool IsRepeatable(Option option) => option is Arguments.RepeatedOption;
}
