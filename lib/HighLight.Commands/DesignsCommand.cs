using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using HighLight.Commands.Arguments;
using HighLight.Commands.Designs;
using HighLight.Commands.Formatting;
using HighLight.Hardware.Designs;

namespace HighLight.Commands;

/// <summary><c>highlight designs</c>: the accelerators that can be evaluated.</summary>
internal sealed class DesignsCommand : DocumentedCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string[]> _surplus = SurplusTokens.CreateArgument();
    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Json);

    /// <summary>Creates the command.</summary>
    public DesignsCommand(CommandContext context)
        : base("designs", "Lists the accelerators that can be evaluated: what each is, its resources, the sparsity it supports.")
    {
        _context = context;
        Options.Add(_format.Option);
        Arguments.Add(_surplus);
        SetAction(Run);
    }

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

    private int Run(ParseResult parsed)
    {
        var problems = new List<string>();
        SurplusTokens.Report(this, parsed.GetValue(_surplus), problems);
        var format = _format.Read(parsed, problems);
        if (problems.Count > 0)
        {
            return _context.Refuse(Name, problems);
        }

        if (format == OutputFormat.Json)
        {
            _context.Output.Write(JsonText.Of(new JsonArray([.. Accelerators.All.Select(DesignJson.Of)])));
            return ExitCode.Success;
        }

        foreach (var table in DesignTables.Of(Accelerators.All))
        {
            _context.View.Show(table);
        }

        return ExitCode.Success;
    }
}
