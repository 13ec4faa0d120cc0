using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using HighLight.Commands.Arguments;
using HighLight.Commands.Context;
using HighLight.Commands.Formatting;
using HighLight.Commands.Patterns;

namespace HighLight.Commands;

/// <summary><c>highlight patterns</c>: what a family of HSS patterns holds, and what supporting it costs.</summary>
internal sealed class PatternsCommand : DocumentedCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string[]> _family = new("family")
    {
        Description = "A family such as \"C1(4:{4<=H<=8})->C0(2:{2<=H<=4})\", or a single pattern such as 2:4.",
        HelpName = "FAMILY",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);

    /// <summary>Creates the command.</summary>
    public PatternsCommand(CommandContext context)
        : base("patterns", "Lists the patterns of a family with densities and sparsity degrees, metadata, and the muxes that serve them.")
    {
        _context = context;
        _family.CompletionSources.Add(_ => PatternNames.Families.Select(name => new CompletionItem(name)));
        Arguments.Add(_family);
        Options.Add(_format.Option);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight patterns \"C1(4:{4<=H<=8})->C0(2:{2<=H<=4})\"", "What HighLight's operand A supports."),
        ("highlight patterns \"C0(2:{4,6,8})\" --format csv", "A family of one rank, as rows."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Notes =>
    [
        "Metadata: the offsets of one group, each as wide as the family's largest H on its rank needs; a rank with G = H has none.",
        "Muxes: word-wide 2:1 muxes per multiplier lane, rows independent, offsets sorted; of hardware for the pattern alone, and for the whole family.",
        .. base.Notes,
    ];

    private int Run(ParseResult parsed)
    {
        var problems = new List<string>();
        var given = parsed.GetValue(_family) ?? [];
        SurplusTokens.Report(this, given.Where(SurplusTokens.IsOption), problems);
        var families = given.Where(token => !SurplusTokens.IsOption(token)).ToArray();
        if (families.Length != 1)
        {
            problems.Add(families.Length == 0
                ? "The family is missing: give one, for example \"C1(4:{4<=H<=8})->C0(2:{2<=H<=4})\"."
                : $"{families.Length} families are given. Keep one, and quote it: unquoted, a shell expands braces and takes > as a redirection.");
        }

        var listing = families is [var text] ? FamilyListing.Read(text, problems) : null;
        var format = _format.Read(parsed, problems);
        if (listing is null || problems.Count > 0)
        {
            return _context.Refuse(Name, problems);
        }

        Print(listing, format);
        return ExitCode.Success;
    }

    private void Print(FamilyListing listing, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                _context.Output.Write(JsonText.Of(PatternJson.Of(listing)));
                break;
            case OutputFormat.Csv:
                _context.Output.Write(CsvText.Of([.. listing.Patterns.Select(pattern => PatternJson.Of(listing, pattern))], (outer, inner) => $"{outer}_{inner}"));
                break;
            default:
                _context.View.Show(PatternTable.Of(listing));
                foreach (var line in PatternTable.Summary(listing))
                {
                    _context.View.Write(line);
                }

                break;
        }
    }
}
