using System.CommandLine;
using HighLight.Commands.Arguments;
using HighLight.Commands.Formatting;

namespace HighLight.Commands;

/// <summary>What the help says of every command: description, usage, arguments, options and, of the tool itself, its verbs.</summary>
internal static class HelpText
{
    /// <summary>The lines, none longer than <paramref name="width"/> unless it holds a single word that is.</summary>
    public static IEnumerable<string> Lines(Command command, int? width)
    {
        var parents = command.Parents.OfType<Command>().ToArray();
        var inherited = parents.SelectMany(parent => parent.Options).Where(option => option.Recursive);
        string[] verb = command.Subcommands.Count > 0 ? ["<verb>"] : [];
        var usage = string.Join(' ', [.. parents.Select(parent => parent.Name), Signature(command), .. verb, "[options]"]);
        var arguments = command.Arguments.Where(argument => !argument.Hidden);
        var options = command.Options.Concat(inherited).Where(option => !option.Hidden);
        return
        [
            .. TextWrap.Lines(command.Description ?? "", width ?? int.MaxValue),
            "",
            .. TextWrap.Lines($"Usage: {usage}", width ?? int.MaxValue, hanging: 2),
            .. Section("Arguments:", arguments.Select(argument => (Label(argument), argument.Description ?? "")), width),
            .. Section("Options:", options.Select(Pair), width),
            .. Section("Verbs:", command.Subcommands.Select(each => (Signature(each), each.Description ?? "")), width),
        ];
    }

    private static IEnumerable<string> Section(string title, IEnumerable<(string, string)> pairs, int? width)
    {
        var all = pairs.ToArray();
        return all.Length == 0 ? [] : ["", title, .. TextPairs.Lines(all, width)];
    }

    /// <summary>The command's name and its arguments.</summary>
    private static string Signature(Command command) =>
        string.Join(' ', command.Arguments.Where(argument => !argument.Hidden).Select(Label).Prepend(command.Name));

    private static string Label(Argument argument)
    {
        var name = argument.HelpName ?? argument.Name;
        var several = argument.Arity is { MinimumNumberOfValues: > 0, MaximumNumberOfValues: > 1 };
        return name.StartsWith('[') ? name : $"<{name}>{(several ? "..." : "")}";
    }

    private static (string Name, string Meaning) Pair(Option option)
    {
        (option as TextOption)?.Describe();

        // Windows spells options with a slash as well; the help names one form.
        var names = option.Aliases.Where(alias => !alias.StartsWith('/')).Order(StringComparer.Ordinal).Append(option.Name)
            .Distinct(StringComparer.Ordinal);
        return (string.Join(", ", names) + (option.HelpName is { } value ? $" <{value}>" : ""), option.Description ?? "");
    }
}
