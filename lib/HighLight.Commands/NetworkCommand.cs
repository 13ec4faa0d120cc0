using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using HighLight.Commands.Context;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Formatting;
using HighLight.Commands.NetworkEvaluations;
using HighLight.Evaluation.Networks;

namespace HighLight.Commands;

/// <summary><c>highlight network</c>: cycles, energy and EDP of a whole network on one design or several.</summary>
internal sealed class NetworkCommand : DocumentedCommand
{
    private readonly CommandContext _context;
    private readonly NetworkArguments _arguments = new();
    private readonly Option<bool> _layers = new("--layers") { Description = "Also a row for each layer (json has them anyway)." };
    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);

    /// <summary>Creates the command.</summary>
    public NetworkCommand(CommandContext context)
        : base("network", "Evaluates a network with pruned weights on accelerators, layer by layer: cycles, energy, energy-delay product (EDP), and what limits each layer.")
    {
        _context = context;
        _arguments.AddTo(this);
        Options.Add(_layers);
        Options.Add(_format.Option);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight network resnet50 --design highlight --a \"C1(4:4)->C0(2:4)\" --format json", "ResNet-50 with half of the weights, every layer."),
        ("highlight network deit-small --design all --a \"C1(4:8)->C0(2:4)\"", "All designs side by side."),
        ("highlight network transformer-big --design stc --a 2:4 --prune-classifier --layers", "What limits each layer, the output vocabulary pruned as well."),
        ("highlight network model.onnx --design all --a \"C1(4:8)->C0(2:4)\" --shape batch=1", "Your own model, its activations measured on a drawn input."),
        ("highlight network my-layers.csv --design tc,highlight --a 2:4 --batch 8", "A network of your own, eight inputs at once."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Notes =>
    [
        "The network's EDP is its total energy times its total cycles. First convolution and classifier stay dense unless asked for; products of activations have no weights to prune.",
        "Json is an object for one design and an array for a list or all; energies in pJ, cycles of the design's clock. A network with a layer that a design refuses has no totals (null).",
        "Of 'all', a design that refuses a layer is a row with the reason; s2ta runs in two passes where it refuses one.",
        "Exit codes: 0 all went well, 1 something failed, 2 wrong arguments (nothing was done), 3 a design refuses a layer and was named "
            + "(the others are printed), 130 cancelled.",
    ];

    private int Run(ParseResult parsed)
    {
        var problems = new List<string>();
        var plan = _arguments.Read(this, parsed, _context.CurrentDirectory, problems);
        var format = _format.Read(parsed, problems);
        var evaluations = plan is null || problems.Count > 0 ? [] : plan.Run(problems);
        if (plan is null || problems.Count > 0)
        {
            return _context.Refuse(Name, problems);
        }

        Print(plan, evaluations, format, parsed.GetValue(_layers));
        return plan.Everything ? ExitCode.Success : Report(evaluations);
    }

    private void Print(NetworkPlan plan, ImmutableArray<NetworkEvaluation> evaluations, OutputFormat format, bool layers)
    {
        switch (format)
        {
            case OutputFormat.Json:
                var rows = evaluations.Select(evaluation => NetworkJson.Of(plan, evaluation)).ToArray();
                _context.Output.Write(JsonText.Of(plan.Designs.Length == 1 ? rows[0] : new JsonArray([.. rows])));
                break;
            case OutputFormat.Csv:
                _context.Output.Write(CsvText.Of(
                    layers
                        ? [.. evaluations.SelectMany(evaluation => evaluation.Layers.Select(layer => NetworkJson.Row(plan, evaluation, layer)))]
                        : [.. evaluations.Select(evaluation => NetworkJson.Totals(plan, evaluation))],
                    EvaluationJson.ColumnOf));
                break;
            default:
                PrintTables(plan, evaluations, layers);
                break;
        }
    }

    private void PrintTables(NetworkPlan plan, ImmutableArray<NetworkEvaluation> evaluations, bool layers)
    {
        foreach (var table in NetworkTables.Of(plan, evaluations).Concat(layers ? evaluations.Select(NetworkTables.Layers) : []))
        {
            _context.View.Show(table);
        }

        if (NetworkFigure.Of(plan, evaluations) is { } figure)
        {
            _context.View.Show(figure);
        }

        foreach (var line in NetworkTables.Remarks(plan, evaluations))
        {
            _context.View.Write(TerminalText.Clean(line));
        }
    }

    private int Report(ImmutableArray<NetworkEvaluation> evaluations)
    {
        var code = ExitCode.Success;
        foreach (var evaluation in evaluations.Where(evaluation => !evaluation.Refused.IsEmpty))
        {
            code = ExitCode.Unsupported;
            var design = DesignArgument.NameOf(evaluation.Request.Design);
            foreach (var reason in evaluation.Refused.GroupBy(layer => layer.Refusal, StringComparer.Ordinal))
            {
                var layers = string.Join(", ", reason.Select(layer => layer.Layer.Name));
                _context.Error.WriteLine($"error: {design}: {TerminalText.Clean($"{layers}: {reason.Key}")}");
            }
        }

        return code;
    }
}
