using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using HighLight.Commands.Arguments;
using HighLight.Commands.Context;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Formatting;
using HighLight.Evaluation;

namespace HighLight.Commands;

/// <summary><c>highlight evaluate</c>: cycles, energy and EDP of a GEMM on one design or several.</summary>
internal sealed class EvaluateCommand : DocumentedCommand
{
    private readonly CommandContext _context;
    private readonly EvaluationArguments _arguments = new();
    private readonly Option<bool> _explain = new("--explain") { Description = "Also say how the numbers came about (not with csv)." };
    private readonly Argument<string[]> _surplus = SurplusTokens.CreateArgument();
    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);

    /// <summary>Creates the command.</summary>
    public EvaluateCommand(CommandContext context)
        : base("evaluate", "Evaluates a GEMM with sparse operands on accelerators: cycles, energy, energy-delay product (EDP), and what limits them.")
    {
        _context = context;
        _arguments.AddTo(this);
        Options.Add(_explain);
        Options.Add(_format.Option);
        Arguments.Add(_surplus);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight evaluate --design highlight --gemm 1024x1024x1024 --a \"C1(4:8)->C0(2:4)\" --b 0.25", "HighLight with weights of 75 % sparsity and activations of density 0.25."),
        ("highlight evaluate --design all --gemm 1024x1024x1024 --a 2:4 --b dense", "All designs side by side."),
        ("highlight evaluate --design stc --gemm 256x4608x784 --a 2:4 --b dense --explain", "Where the numbers come from, access by access."),
        ("highlight evaluate --design tc,highlight --gemm 512x512x512 --a 2:4 --b 0.5 --format csv", "Rows for a spreadsheet."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Notes =>
    [
        "Json is an object for one design and an array for a list or all; energies in pJ, cycles of the design's clock, what is not known is null.",
        "A result is replayed by giving its mapping back with --mapping. Where operands were exchanged (\"swapped\"), exchange M and N, --a and --b as well.",
        "What a design makes of each operand is said (\"A runs as\"), and a remark where it does not use its structure or its zeros.",
        "Of 'all', a design that cannot run is a row with the reason; s2ta runs in two passes where it refuses.",
        "Exit codes: 0 all went well, 1 something failed, 2 wrong arguments (nothing was done), 3 a design cannot run the operands or the "
            + "mapping and was named (the results of the others are printed), 130 cancelled.",
    ];

    private int Run(ParseResult parsed)
    {
        var problems = new List<string>();
        SurplusTokens.Report(this, parsed.GetValue(_surplus), problems);
        var plan = _arguments.Read(parsed, _context.CurrentDirectory, problems);
        var format = _format.Read(parsed, problems);
        var explain = parsed.GetValue(_explain);
        if (explain && format == OutputFormat.Csv)
        {
            problems.Add("--explain writes text, which csv has no place for. Leave one of them out, or use --format json.");
        }

        var outcomes = plan is null || problems.Count > 0 ? [] : plan.Run(problems);
        if (plan is null || problems.Count > 0)
        {
            return _context.Refuse(Name, problems);
        }

        // Where every design is asked for, one that cannot run is a row that says so; of a list it is an error.
        var shown = plan.Everything ? outcomes : [.. outcomes.Where(outcome => outcome.Evaluation is not null)];
        Print(plan, shown, format, explain);
        return Report(plan.Everything
            ? outcomes.Where(outcome => outcome is { Evaluation: not null, Message: not null })
            : outcomes.Where(outcome => outcome.Message is not null));
    }

    private void Print(EvaluationPlan plan, ImmutableArray<EvaluationOutcome> results, OutputFormat format, bool explain)
    {
        // A list that no design can run is an empty array; of one design there is nothing to print.
        if (results.IsEmpty && (format != OutputFormat.Json || plan.Designs.Length == 1))
        {
            return;
        }

        if (format == OutputFormat.Table)
        {
            PrintTables(plan, results, explain);
            return;
        }

        var rows = results.Select(result => EvaluationJson.Of(plan, result)).ToArray();
        if (format == OutputFormat.Csv)
        {
            _context.Output.Write(CsvText.Of(rows, EvaluationJson.ColumnOf));
            return;
        }

        for (var i = 0; explain && i < rows.Length; i++)
        {
            rows[i]["explanation"] = results[i].Evaluation is { } evaluation
                ? new JsonArray([.. EvaluationExplanation.Lines(evaluation, results[i].Area).Select(line => JsonValue.Create(line))])
                : null;
        }

        _context.Output.Write(JsonText.Of(plan.Designs.Length == 1 ? rows[0] : new JsonArray([.. rows])));
    }

    private void PrintTables(EvaluationPlan plan, ImmutableArray<EvaluationOutcome> results, bool explain)
    {
        foreach (var table in EvaluationTables.Of(plan, results))
        {
            _context.View.Show(table);
        }

        foreach (var remark in EvaluationTables.Remarks(results))
        {
            _context.View.Write(TerminalText.Clean(remark));
        }

        ImmutableArray<GemmEvaluation> evaluated = [.. results.Select(result => result.Evaluation).OfType<GemmEvaluation>()];
        if (!evaluated.IsEmpty)
        {
            _context.View.Show(EnergyFigure.Of(
                $"GEMM {plan.Gemm}, A {OperandArgument.TextOf(plan.A)}, B {OperandArgument.TextOf(plan.B)}",
                [.. evaluated.Select(result => (result.Request.Design, result.Result.Energy, result.Result.EdpPjCycles))]));
        }

        foreach (var line in explain ? results.SelectMany(Explained) : [])
        {
            _context.View.Write(TerminalText.Clean(line));
        }
    }

    private static IEnumerable<string> Explained(EvaluationOutcome outcome) =>
        outcome.Evaluation is { } evaluation ? EvaluationExplanation.Lines(evaluation, outcome.Area) : [];

    private int Report(IEnumerable<EvaluationOutcome> incomplete)
    {
        var code = ExitCode.Success;
        foreach (var outcome in incomplete)
        {
            var refused = outcome.Evaluation is null;
            var design = DesignArgument.NameOf(outcome.Design);
            _context.Error.WriteLine($"{(refused ? "error" : "warning")}: {design}: {TerminalText.Clean(outcome.Message!)}");
            code = refused ? ExitCode.Unsupported : code;
        }

        return code;
    }
}
