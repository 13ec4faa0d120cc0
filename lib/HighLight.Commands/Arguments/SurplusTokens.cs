using System.CommandLine;

namespace HighLight.Commands.Arguments;

/// <summary>What stands on the command line of a command and belongs to none of its options or arguments; reported together with all else that is wrong.</summary>
internal static class SurplusTokens
{
    /// <summary>An argument, not shown in the help, that takes what nothing else takes. For commands without arguments of their own.</summary>
    public static Argument<string[]> CreateArgument() => new("surplus") { Arity = ArgumentArity.ZeroOrMore, Hidden = true };

    /// <summary>Whether a token was meant as an option.</summary>
    public static bool IsOption(string token) => token.Length > 1 && token[0] == '-';

    /// <summary>Reports each token, with the option that was probably meant.</summary>
    /// <param name="command">The command, for its options.</param>
    /// <param name="tokens">In the order given.</param>
    /// <param name="problems">Receives a line for each.</param>
    public static void Report(Command command, IEnumerable<string>? tokens, ICollection<string> problems)
    {
        var options = command.Options.Where(option => !option.Hidden).Select(option => option.Name).Append("--help")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var afterOption = false;
        foreach (var token in tokens ?? [])
        {
            if (IsOption(token))
            {
                var name = token.Split('=', ':')[0];
                problems.Add($"'{Echo.Of(name)}' is not an option. {NearestName.Advice(name, options)}");
                afterOption = name.Length == token.Length;
            }
            else if (afterOption)
            {
                // The value of the unknown option.
                afterOption = false;
            }
            else
            {
                problems.Add(
                    $"'{Echo.Of(token)}' is one argument too many. A value that holds spaces or arrows is quoted: \"C1(4:8)->C0(2:4)\".");
            }
        }
    }
}
