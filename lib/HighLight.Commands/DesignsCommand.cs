using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HighLight.Commands.Context;
using HighLight.Commands.Designs;
using HighLight.Commands.Formatting;
using HighLight.Hardware.Designs;

namespace HighLight.Commands;

/// <summary><c>highlight designs</c>: the accelerators that can be evaluated.</summary>
internal sealed class DesignsCommand(CommandContext context) : ListingCommand(
    context,
    "designs",
    "Lists the accelerators that can be evaluated: what each is, its resources, the sparsity it supports.",
    new FormatOption(OutputFormat.Table, OutputFormat.Json))
{
    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight designs", "All designs, as tables."),
        ("highlight designs --format json", "The same for a program."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Notes =>
    [
        "Zeros: none = they are data, gate = the cycle is spent and the energy saved, skip = both are saved.",
        .. base.Notes,
    ];

    /// <inheritdoc/>
    protected override void Write(OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            Context.Output.Write(JsonText.Of(new JsonArray([.. Accelerators.All.Select(DesignJson.Of)])));
            return;
        }

        foreach (var table in DesignTables.Of(Accelerators.All))
        {
            Context.View.Show(table);
        }
    }
}
