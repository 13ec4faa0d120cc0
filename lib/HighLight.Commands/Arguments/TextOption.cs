using System.CommandLine;
using System.CommandLine.Completions;

namespace HighLight.Commands.Arguments;

/// <summary>An option with one value, taken as text so that whatever is wrong with it is reported together with all else.</summary>
internal sealed class TextOption : Option<string[]>
{
    private readonly Func<string> _describe;

    /// <summary>Creates the option.</summary>
    /// <param name="name">What the user types, with its dashes.</param>
    /// <param name="value">How the help calls the value.</param>
    /// <param name="description">What it does.</param>
    public TextOption(string name, string value, string description)
        : this(name, value, () => description)
    {
    }

    /// <summary>Creates an option whose description names what is known, and is made only when it is read.</summary>
    /// <param name="name">What the user types, with its dashes.</param>
    /// <param name="value">How the help calls the value.</param>
    /// <param name="describe">Says what it does.</param>
    public TextOption(string name, string value, Func<string> describe)
        : base(name)
    {
        _describe = describe;
        HelpName = value;

        // Missing and repeated values are reported by Read.
        Arity = ArgumentArity.ZeroOrMore;
    }

    /// <summary>Sets the description, for the help.</summary>
    public void Describe() => Description = _describe();

    /// <summary>Offers <paramref name="values"/> when the value is completed; they are asked for only then.</summary>
    /// <returns>This option.</returns>
    public TextOption Offering(Func<IEnumerable<string>> values)
    {
        CompletionSources.Add(_ => values().Select(value => new CompletionItem(value)));
        return this;
    }

    /// <summary>The value; null when the option is not given, or when it is wrong and <paramref name="problems"/> says so.</summary>
    public string? Read(ParseResult parsed, ICollection<string> problems)
    {
        if (parsed.GetResult(this) is not { Implicit: false } given)
        {
            return null;
        }

        var values = parsed.GetValue(this) ?? [];
        if (given.IdentifierTokenCount > 1)
        {
            problems.Add(FormattableString.Invariant($"{Name} is given {given.IdentifierTokenCount} times. Keep one."));
            return null;
        }

        if (values is not [var value] || string.IsNullOrWhiteSpace(value))
        {
            problems.Add($"{Name} lacks its value: {Name} {HelpName}.");
            return null;
        }

        return value;
    }

    /// <summary>As <see cref="Read"/>; an option that is not given is a problem too.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="example">A value for the message.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public string? ReadRequired(ParseResult parsed, string example, ICollection<string> problems)
    {
        if (parsed.GetResult(this) is not { Implicit: false })
        {
            problems.Add($"{Name} is missing: give it as {Name} {HelpName}, for example {Name} {example}.");
        }

        return Read(parsed, problems);
    }
}
