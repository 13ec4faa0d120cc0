using System.Collections.Immutable;
using System.CommandLine;
using HighLight.Commands.Arguments;
using HighLight.Commands.Context;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Formatting;
using HighLight.Commands.Simulations;
using HighLight.Evaluation;
using HighLight.Simulation;

namespace HighLight.Commands;

/// <summary><c>highlight simulate</c>: a product on real operands through a design's datapath, beside its evaluation.</summary>
internal sealed class SimulateCommand : DocumentedCommand
{
    private readonly CommandContext _context;
    private readonly SimulationArguments _arguments = new();
    private readonly Option<bool> _compare = new("--compare") { Description = "Put the analytical evaluation beside the simulation, and say which of its claims hold." };
    private readonly Argument<string[]> _surplus = SurplusTokens.CreateArgument();
    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Json);

    /// <summary>Creates the command.</summary>
    public SimulateCommand(CommandContext context)
        : base("simulate", "Simulates a GEMM on seeded random operands of 8 bits, cycle by cycle: the exact product, and every action counted by the part that took it.")
    {
        _context = context;
        _arguments.AddTo(this);
        Options.Add(_compare);
        Options.Add(_format.Option);
        Arguments.Add(_surplus);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight simulate --design highlight --gemm 256x256x64 --a \"C1(4:8)->C0(2:4)\" --b 0.5 --compare", "What the analytical model claims of HighLight, checked."),
        ("highlight simulate --design dsso --gemm 100x300x50 --a 2:4 --b \"C1(2:4)->C0(4:4)\" --seed 7 --format json", "Ragged sizes, both operands structured, as json."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Notes =>
    [
        "The product is always checked against a plain one. The same arguments give the same output.",
        "Exit codes: 0 all went well, 2 wrong arguments (nothing was done), 3 the design cannot run the operands or the mapping, 4 the product is wrong or a quantity claimed exact differs, 130 cancelled.",
    ];

    /// <summary>The exit code for what a comparison found.</summary>
    internal static int CodeOf(bool productIsExact, bool exactClaimsHold, bool compare) => productIsExact && (exactClaimsHold || !compare) ? ExitCode.Success : ExitCode.Mismatch;

    private int Run(ParseResult parsed)
    {
        var problems = new List<string>();
        SurplusTokens.Report(this, parsed.GetValue(_surplus), problems);
        var plan = _arguments.Read(parsed, problems);
        var format = _format.Read(parsed, problems);
        var compare = parsed.GetValue(_compare);
        if (plan is null || problems.Count > 0)
        {
            return _context.Refuse(Name, problems);
        }

        try
        {
            var comparison = SimulationComparison.Run(plan.ToRequest());
            Print(plan, comparison, compare, format);
            return CodeOf(comparison.ProductIsExact, comparison.ExactClaimsHold, compare);
        }
        catch (Exception exception) when (exception is UnsupportedOperandException or UnsupportedDatapathException or MappingException)
        {
            _context.Error.WriteLine($"error: {DesignArgument.NameOf(plan.Design)}: {TerminalText.Clean(exception.Message)}");
            return ExitCode.Unsupported;
        }
    }

    private void Print(SimulationPlan plan, SimulationComparison comparison, bool compare, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            _context.Output.Write(JsonText.Of(SimulationJson.Of(plan, comparison, compare)));
            return;
        }

        _context.View.Show(SimulationTables.Of(plan, comparison, compare));
        _context.View.Write(
            comparison.ProductIsExact ? "Z is the product, bit for bit." : "Z is WRONG: it is not the product of the operands.");
        if (compare)
        {
            var broken = comparison.Rows.Where(row => !row.Holds).Select(row => row.Quantity).ToArray();
            _context.View.Write(broken.Length == 0
                ? "Every claim of the analytical model holds."
                : $"Claims that do not hold: {string.Join(", ", broken)}.");
        }
    }
}
