using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using HighLight.Cli.Arguments;
using HighLight.Cli.Evaluations;
using HighLight.Cli.Formatting;
using HighLight.Cli.Progress;
using HighLight.Evaluation;
using HighLight.Technology;

namespace HighLight.Cli.Commands;

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
        "Exit codes: 0 all went well, 1 something failed, 2 wrong arguments (nothing was done), 3 a design cannot run the operands or the mapping (the results of the others are printed), 130 cancelled.",
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
            problems.Add("--explain writes text, which csv has no place for. Leave one of them out, or take --format json.");
        }

        if (plan is null || problems.Count > 0)
        {
            return _context.Refuse(Name, problems);
        }

        ImmutableArray<EvaluationOutcome> outcomes;
        try
        {
            outcomes = plan.Run();
        }
        catch (MissingTechnologyException exception)
        {
            return _context.Refuse(Name, [exception.Message]);
        }

        Print(plan, [.. outcomes.Select(outcome => outcome.Evaluation).OfType<GemmEvaluation>()], format, explain);
        return Report(outcomes.Where(outcome => outcome.Refusal is not null));
    }

    private void Print(EvaluationPlan plan, ImmutableArray<GemmEvaluation> evaluations, OutputFormat format, bool explain)
    {
        // A list that no design can run is an empty array; of one design there is nothing to print.
        if (evaluations.IsEmpty && (format != OutputFormat.Json || plan.Designs.Length == 1))
        {
            return;
        }

        switch (format)
        {
            case OutputFormat.Json:
                var objects = evaluations.Select(evaluation => Json(plan, evaluation, explain)).ToArray();
                _context.Output.Write(JsonText.Of(plan.Designs.Length == 1 ? objects[0] : new JsonArray([.. objects])));
                break;
            case OutputFormat.Csv:
                _context.Output.Write(CsvText.Of([.. evaluations.Select(evaluation => EvaluationJson.Of(plan, evaluation))], EvaluationJson.ColumnOf));
                break;
            default:
                PrintTables(plan, evaluations, explain);
                break;
        }
    }

    private static JsonObject Json(EvaluationPlan plan, GemmEvaluation evaluation, bool explain)
    {
        var json = EvaluationJson.Of(plan, evaluation);
        if (explain)
        {
            json["explanation"] = new JsonArray([.. EngineSeam.Explain(evaluation).Select(line => JsonValue.Create(line))]);
        }

        return json;
    }

    private void PrintTables(EvaluationPlan plan, ImmutableArray<GemmEvaluation> evaluations, bool explain)
    {
        var console = _context.CreateConsole();
        foreach (var table in EvaluationTables.Of(plan, evaluations))
        {
            table.Write(console);
        }

        foreach (var evaluation in explain ? evaluations : [])
        {
            _context.Output.WriteLine(DesignArgument.NameOf(evaluation.Request.Design) + ":");
            foreach (var line in EngineSeam.Explain(evaluation))
            {
                _context.Output.WriteLine("  " + line);
            }
        }
    }

    private int Report(IEnumerable<EvaluationOutcome> refused)
    {
        var code = ExitCode.Success;
        foreach (var outcome in refused)
        {
            _context.Error.WriteLine($"error: {DesignArgument.NameOf(outcome.Design)}: {TerminalText.Clean(outcome.Refusal!)}");
            code = ExitCode.Unsupported;
        }

        return code;
    }
}
