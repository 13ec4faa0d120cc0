using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HighLight.Commands.Context;
using HighLight.Commands.Formatting;
using HighLight.Commands.NetworkEvaluations;
using HighLight.Workloads;

namespace HighLight.Commands;

/// <summary><c>highlight networks</c>: the networks that are built in.</summary>
internal sealed class NetworksCommand(CommandContext context) : ListingCommand(
    context,
    "networks",
    "Lists the built-in networks: layers, multiply-accumulates, weights, where they are from.",
    new FormatOption(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv))
{
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

    /// <inheritdoc/>
    protected override void Write(OutputFormat format)
    {
        var rows = Networks.All.Select(NetworkJson.Of).ToArray();
        switch (format)
        {
            case OutputFormat.Json:
                Context.Output.Write(JsonText.Of(new JsonArray([.. rows])));
                break;
            case OutputFormat.Csv:
                Context.Output.Write(CsvText.Of(rows, (outer, inner) => $"{outer}_{inner}"));
                break;
            default:
                Context.View.Show(NetworkTables.List(Networks.All));
                break;
        }
    }
}
