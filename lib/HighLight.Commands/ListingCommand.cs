using System.CommandLine;
using HighLight.Commands.Arguments;
using HighLight.Commands.Context;
using HighLight.Commands.Formatting;

namespace HighLight.Commands;

/// <summary>A verb that lists what is built in: it takes a format and nothing else.</summary>
internal abstract class ListingCommand : DocumentedCommand
{
    private readonly Argument<string[]> _surplus = SurplusTokens.CreateArgument();
    private readonly FormatOption _format;

    /// <summary>Creates the command.</summary>
    protected ListingCommand(CommandContext context, string name, string description, FormatOption format)
        : base(name, description)
    {
        Context = context;
        _format = format;
        Options.Add(_format.Option);
        Arguments.Add(_surplus);
        SetAction(Run);
    }

    /// <summary>Where the list goes.</summary>
    protected CommandContext Context { get; }

    /// <summary>Writes the list in one of the option's formats.</summary>
    protected abstract void Write(OutputFormat format);

    private int Run(ParseResult parsed)
    {
        var problems = new List<string>();
        SurplusTokens.Report(this, parsed.GetValue(_surplus), problems);
        var format = _format.Read(parsed, problems);
        if (problems.Count > 0)
        {
            return Context.Refuse(Name, problems);
        }

        Write(format);
        return ExitCode.Success;
    }
}
