using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using HighLight.Commands.Arguments;
using HighLight.Commands.Formatting;
using HighLight.Commands.NetworkEvaluations;
using HighLight.Workloads;

namespace HighLight.Commands;

/// <summary><c>highlight networks</c>: the networks that are built in.</summary>
internal sealed class NetworksCommand : DocumentedCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string[]> _surplus = SurplusTokens.CreateArgument();
    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);

    /// <summary>Creates the command.</summary>
    public NetworksCommand(CommandContext context)
        : base("networks", "Lists the built-in networks: layers, multiply-accumulates, weights, where they are from.")
    {
        _context = context;
        Options.Add(_format.Option);
        Arguments.Add(_surplus);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight networks", "All networks, as a table."),
        ("highlight networks --format json", "The same for a program."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Notes =>
    [
        "One image or one sequence each. Weights are those of the layers: biases, normalisations and embeddings are left out.",
        .. base.Notes,
    ];

    private int Run(ParseResult parsed)
    {
        var problems = new List<string>();
        SurplusTokens.Report(this, parsed.GetValue(_surplus), problems);
        var format = _format.Read(parsed, problems);
        if (problems.Count > 0)
        {
            return _context.Refuse(Name, problems);
        }

        var rows = Networks.All.Select(NetworkJson.Of).ToArray();
        switch (format)
        {
            case OutputFormat.Json:
                _context.Output.Write(JsonText.Of(new JsonArray([.. rows])));
                break;
            case OutputFormat.Csv:
                _context.Output.Write(CsvText.Of(rows, (outer, inner) => $"{outer}_{inner}"));
                break;
            default:
                _context.View.Show(NetworkTables.List(Networks.All));
                break;
        }

        return ExitCode.Success;
    }
}
