using System.CommandLine;

namespace HighLight.Commands.Arguments;

/// <summary>An option that may be given several times, each time with one value.</summary>
internal sealed class RepeatedOption : Option<string[]>
{
    /// <summary>Creates the option.</summary>
    /// <param name="name">What the user types, with its dashes.</param>
    /// <param name="value">How the help calls the value.</param>
    /// <param name="description">What it does.</param>
    public RepeatedOption(string name, string value, string description)
        : base(name)
    {
        HelpName = value;
        Description = description;
        Arity = ArgumentArity.ZeroOrMore;
        AllowMultipleArgumentsPerToken = false;
    }

    /// <summary>The values, in the order given; empty when the option is not given, or when <paramref name="problems"/> says that a value is missing.</summary>
    public string[] Read(ParseResult parsed, ICollection<string> problems)
    {
        if (parsed.GetResult(this) is not { Implicit: false } given)
        {
            return [];
        }

        var values = parsed.GetValue(this) ?? [];
        if (given.IdentifierTokenCount == values.Length && values.All(value => !string.IsNullOrWhiteSpace(value)))
        {
            return values;
        }

        problems.Add($"{Name} lacks its value: {Name} {HelpName}, once for each.");
        return [];
    }
}
