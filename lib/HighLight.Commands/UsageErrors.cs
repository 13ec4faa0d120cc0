using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using HighLight.Commands.Arguments;
using HighLight.Commands.Context;
using HighLight.Commands.Formatting;

namespace HighLight.Commands;

/// <summary>What is wrong with a command line as a whole, a line for each problem.</summary>
internal static class UsageErrors
{
    private static readonly ImmutableArray<string> ToolOptions = ["--help", "-h", "-?", "/h", "/?", "--version"];

    /// <summary>Why a command line cannot be parsed at all, such as a first word that is not a verb; null when it can.</summary>
    public static string? Before(IReadOnlyList<string> arguments, IReadOnlyCollection<string> verbs)
    {
        if (arguments.Any(argument => argument.Contains('\0', StringComparison.Ordinal)))
        {
            return "An argument holds a NUL character, which no name or value can hold.";
        }

        if (arguments is not [var verb, ..] || ToolOptions.Concat(verbs).Contains(verb, StringComparer.Ordinal))
        {
            return null;
        }

        if (SurplusTokens.IsOption(verb) && verb != "--")
        {
            var name = verb.Split('=', ':')[0];
            var advice = NearestName.Advice(name, ["--help", "--version"]);
            return $"'{Echo.Of(name)}' is not an option of the tool itself. {advice} Options of a verb stand behind it.";
        }

        var meant = NearestName.Find(verb, verbs) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        return $"'{Echo.Of(verb)}' is not a verb.{meant} 'highlight --help' lists all.";
    }

    /// <summary>What the parser found.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var problems = new List<string>();
        SurplusTokens.Report(command, parsed.UnmatchedTokens, problems);
        problems.AddRange(parsed.Errors.Select(error => Describe(error, parsed.UnmatchedTokens)).OfType<string>());
        return problems.Distinct(StringComparer.Ordinal);
    }

    /// <summary>Writes the problems, then where to read more.</summary>
    /// <param name="problems">A line each.</param>
    /// <param name="command">The command whose arguments are wrong; null when the problem says where to read more itself.</param>
    /// <param name="error">Receives the lines.</param>
    /// <returns><see cref="ExitCode.Usage"/>.</returns>
    public static int Write(IEnumerable<string> problems, Command? command, TextWriter error)
    {
        foreach (var problem in problems)
        {
            error.WriteLine($"error: {TerminalText.Clean(Echo.WithoutEscapes(problem))}");
        }

        if (command is not null)
        {
            error.WriteLine($"'highlight {(command.Parents.Any() ? command.Name + " " : "")}--help' tells more.");
        }

        error.Flush();
        return ExitCode.Usage;
    }

    private static string? Describe(ParseError error, IReadOnlyList<string> unmatched) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option when option.Option.ValueType != typeof(bool) =>
            $"{option.Option.Name} lacks its value: {option.Option.Name} {option.Option.HelpName}.",
        OptionResult { IdentifierTokenCount: > 1 } option =>
            Invariant($"{option.Option.Name} is given {option.IdentifierTokenCount} times. Keep one."),
        OptionResult { Tokens.Count: > 0 } option when option.Option.ValueType == typeof(bool) =>
            $"{option.Option.Name} takes no value, but is given '{Echo.Of(option.Tokens[0].Value)}'.",
        ArgumentResult { Tokens.Count: 0 } argument => $"The {argument.Argument.Name} is missing: {Begun(argument.Argument.Description)}",
        _ when unmatched.Any(token => error.Message.Contains(token, StringComparison.Ordinal)) => null,
        _ => error.Message,
    };

    /// <summary>A sentence as it goes on after a colon.</summary>
    private static string Begun(string? sentence) =>
        string.IsNullOrEmpty(sentence) ? "give one." : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
