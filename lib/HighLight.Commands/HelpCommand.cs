using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using HighLight.Commands.Arguments;
using HighLight.Commands.Context;

namespace HighLight.Commands;

/// <summary><c>highlight help</c>: the help of the tool, or of one verb.</summary>
internal sealed class HelpCommand : DocumentedCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string[]> _verb = new("verb")
    {
        Description = "The verb to explain; without one, the tool.",
        HelpName = "[VERB]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Creates the command.</summary>
    public HelpCommand(CommandContext context)
        : base("help", "Explains the tool, or one of its verbs.")
    {
        _context = context;
        _verb.CompletionSources.Add(_ => Verb.All.Select(verb => new CompletionItem(verb.Name)));
        Arguments.Add(_verb);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight help", "All verbs."),
        ("highlight help evaluate", "The same as 'highlight evaluate --help'."),
    ];

    private Task<int> RunAsync(ParseResult parsed)
    {
        var verbs = parsed.GetValue(_verb) ?? [];
        if (verbs.Length > 1 || verbs.Any(SurplusTokens.IsOption))
        {
            var problems = new List<string>();
            SurplusTokens.Report(this, SurplusTokens.IsOption(verbs[0]) ? verbs : verbs[1..], problems);
            return Task.FromResult(_context.Refuse(Name, problems));
        }

        return HighLightCommandLine.RunAsync([.. verbs, "--help"], _context);
    }
}
