using System.Collections.Immutable;
using System.CommandLine;
using HighLight.Commands.Context;
using HighLight.Commands.Formatting;
using HighLight.Commands.Models;

namespace HighLight.Commands;

/// <summary><c>highlight prune</c>: an ONNX model in, the pruned one out, with what is kept, its compressed size and the error of its outputs.</summary>
internal sealed class PruneCommand : DocumentedCommand
{
    private readonly CommandContext _context;
    private readonly PruneArguments _arguments = new();
    private readonly FormatOption _format = new(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv);

    /// <summary>Creates the command.</summary>
    public PruneCommand(CommandContext context)
        : base("prune", "Prunes the weights of an ONNX model to an HSS pattern, without retraining, writes it as ONNX, and runs it beside the dense one.")
    {
        _context = context;
        _arguments.AddTo(this);
        Options.Add(_format.Option);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("highlight prune model.onnx --pattern \"C1(4:8)->C0(2:4)\" --output pruned.onnx", "Prune to 75 % sparsity, compare on a drawn input."),
        ("highlight prune model.onnx --pattern 2:4 --output pruned.onnx --input photo.npy --hss weights", "Compare on your own input; write the compressed layers too."),
        ("highlight prune model.onnx --pattern 2:4 --output pruned.onnx --shape batch=1 --format json", "A model whose batch is open."),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> Notes =>
    [
        "First convolution, classifier, depthwise convolutions and tensors that other operators read stay dense; the output says which, and why.",
        "Drawn inputs are synthetic (scenes of boxes and lines for images): the error on them is a check, not an accuracy.",
        .. base.Notes,
    ];

    private int Run(ParseResult parsed)
    {
        var problems = new List<string>();
        var plan = _arguments.Read(this, parsed, _context.CurrentDirectory, problems);
        var format = _format.Read(parsed, problems);
        if (plan is null || problems.Count > 0 || plan.Prepare(problems) is not var (pruned, inputs))
        {
            return _context.Refuse(Name, problems);
        }

        var outcome = plan.Execute(pruned, inputs);
        Print(outcome, format);
        if (outcome.Message is not { } message)
        {
            return ExitCode.Success;
        }

        _context.Error.WriteLine($"error: the pruned model is written, but was not compared: {TerminalText.Clean(message)}");
        return ExitCode.Failed;
    }

    private void Print(PruneOutcome outcome, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                _context.Output.Write(JsonText.Of(PruneJson.Of(outcome)));
                break;
            case OutputFormat.Csv:
                _context.Output.Write(CsvText.Of([.. outcome.Pruned.Layers.Select(layer => PruneJson.Layer(outcome, layer))], (outer, inner) => $"{outer}_{inner}"));
                break;
            default:
                foreach (var table in PruneTables.Of(outcome))
                {
                    _context.View.Show(table);
                }

                foreach (var line in PruneTables.Notes(outcome))
                {
                    _context.View.Write(TerminalText.Clean(line));
                }

                break;
        }
    }
}
