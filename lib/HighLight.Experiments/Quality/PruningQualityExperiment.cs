using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Layers;
using HighLight.Experiments.Storage;
using HighLight.Experiments.Tables;
using HighLight.Models;
using HighLight.Models.Layers;

namespace HighLight.Experiments.Quality;

/// <summary>What pruning to each kind of structure leaves of a trained model's weights, at equal density and without retraining.</summary>
/// <remarks>
/// Pruned are the convolutions and matrix products with at least <see cref="LeastReduction"/> input channels; depthwise convolutions and the first layer have
/// no channels to prune along and stay dense, as is usual. Activations for the output error are drawn, not measured: rectified normal, half of them zeros
/// (assumed; see the notebook).
/// </remarks>
public static class PruningQualityExperiment
{
    /// <summary>The fewest input channels of a pruned layer: one group of the widest default pattern.</summary>
    public const int LeastReduction = 16;

    /// <summary>The model of the default run, in <c>data/models</c>.</summary>
    public const string DefaultModel = "mlsd_320x320_tiny.onnx";

    private const string AllLayers = "all layers";

    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(3, "pruning-quality", "What pruning leaves of trained weights, by structure");

    /// <summary>Runs on the small model that comes with the repository.</summary>
    public static ExperimentResult Run() => Run(OnnxModel.Load(DataFolder.Find().Model(DefaultModel)));

    /// <summary>Runs on any model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="methods">The methods; default <see cref="PruningMethod.Default"/>.</param>
    /// <param name="activationColumns">N: output positions over which the output error is measured, at least 1.</param>
    /// <param name="seed">Of the drawn activations.</param>
    /// <exception cref="ArgumentException">No layer of the model can be pruned.</exception>
    public static ExperimentResult Run(OnnxModel model, ImmutableArray<PruningMethod> methods = default, int activationColumns = 64, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(activationColumns, 1);
        var chosen = methods.IsDefaultOrEmpty ? PruningMethod.Default : methods;
        var layers = model.Weights.Where(IsPruned).Select((layer, i) => LayerCase.Of(layer, activationColumns, seed + i)).ToImmutableArray();
        if (layers.IsEmpty)
        {
            throw new ArgumentException(
                Invariant($"No layer of {model} has {LeastReduction} input channels or more, so none can be pruned. Give a model with larger convolutions or matrix products."), nameof(model));
        }

        var rows = chosen.SelectMany(method => Prune(layers, method)).ToImmutableArray();
        var totals = rows.Where(row => row.Layer == AllLayers).ToImmutableArray();
        return new(Experiment, Table(model, rows), [Draw(totals)], Compare(totals)) { Views = [Summary(totals), Layers(model)] };
    }

    private static bool IsPruned(LayerWeights layer) => layer.SegmentLength >= LeastReduction;

    private static IEnumerable<QualityRow> Prune(ImmutableArray<LayerCase> layers, PruningMethod method)
    {
        var rows = layers.Select(layer => QualityRow.Of(layer, method, method.Pruner.Prune(layer.Weights, layer.SegmentLength))).ToArray();
        return [.. rows, Together(layers, rows, method)];
    }

    /// <summary>All layers as one: norms add up over layers (L2 in squares), the output error is the root mean square of the layers'.</summary>
    private static QualityRow Together(ImmutableArray<LayerCase> layers, QualityRow[] rows, PruningMethod method)
    {
        double l1 = 0, l1Kept = 0, l2 = 0, l2Kept = 0, count = 0, countKept = 0, error = 0;
        foreach (var (layer, row) in layers.Zip(rows))
        {
            double layerL1 = 0, layerL2 = 0;
            foreach (var value in layer.Weights.Values)
            {
                layerL1 += Math.Abs((double)value);
                layerL2 += (double)value * value;
            }

            l1 += layerL1;
            l1Kept += layerL1 * row.KeptL1Share;
            l2 += layerL2;
            l2Kept += layerL2 * row.KeptL2Share * row.KeptL2Share;
            count += layer.Weights.Values.Length;
            countKept += layer.Weights.Values.Length * row.Density;
            error += row.OutputError * row.OutputError;
        }

        return new(
            AllLayers, rows.Sum(row => row.M), rows.Max(row => row.K), method, countKept / count, l1Kept / l1, Math.Sqrt(l2Kept / l2), Math.Sqrt(error / rows.Length));
    }

    private static ResultTable Table(OnnxModel model, IEnumerable<QualityRow> rows) => ResultTable.From(Experiment.Name, rows, columns => columns
        .Text("layer", r => r.Layer, "Node of the model, or all pruned layers together.")
        .Integer("m", "1", r => (int?)r.M, "Rows of operand A: output channels.")
        .Integer("k", "1", r => (int?)r.K, "Columns of operand A: input channels times taps; of the largest layer for all together.")
        .Text("method", r => r.Method.Kind)
        .Text("pattern", r => r.Method.Label)
        .Number("nominal_density", "1", r => (double?)r.Method.Density.ToDouble())
        .Number("density", "1", r => (double?)r.Density, "Kept positions over all; above nominal where groups are cut short by tails.")
        .Number("kept_l1_share", "1", r => (double?)r.KeptL1Share)
        .Number("kept_l2_share", "1", r => (double?)r.KeptL2Share)
        .Number("relative_error", "1", r => (double?)r.RelativeError, "L2 norm of what is dropped over that of all.")
        .Number("output_error", "1", r => (double?)r.OutputError, "Relative Frobenius error of the layer's output for drawn rectified normal activations.")
        .Integer("worst_row", "1", r => r.Worst?.Row, "Output channel with the lowest kept L2 share.")
        .Number("worst_row_kept_l2_share", "1", r => r.Worst?.KeptL2Share))
        .WithMetadata("model", Path.GetFileName(model.Source));

    private static ResultTable Summary(IEnumerable<QualityRow> totals) => ResultTable.From("all layers together", totals, columns => columns
        .Number("nominal_density", "1", r => (double?)r.Method.Density.ToDouble())
        .Text("method", r => r.Method.Kind)
        .Text("pattern", r => r.Method.Label)
        .Number("density", "1", r => (double?)r.Density)
        .Number("kept_l1_share", "1", r => (double?)r.KeptL1Share)
        .Number("kept_l2_share", "1", r => (double?)r.KeptL2Share)
        .Number("output_error", "1", r => (double?)r.OutputError));

    private static ResultTable Layers(OnnxModel model) => ResultTable.From("layers of the model", model.Weights, columns => columns
        .Text("layer", l => l.LayerName)
        .Text("operator", l => Invariant($"{l.Operator}"))
        .Integer("m", "1", l => (int?)l.M)
        .Integer("k", "1", l => (int?)l.K)
        .Integer("gemms", "1", l => (int?)l.GemmCount)
        .Integer("input_channels", "1", l => (int?)l.SegmentLength)
        .Integer("weights", "1", l => (int?)l.Count)
        .Text("pruned", l => IsPruned(l) ? "yes" : Invariant($"no: {l.SegmentLength} input channels, fewer than {LeastReduction}")));

    private static Figure Draw(ImmutableArray<QualityRow> totals)
    {
        var panels = totals.GroupBy(r => r.Method.Density).Select(group => new Panel(
            Axis.Linear("kept L2 norm") with { Range = (0.6, 1.02), TickFormat = ".0%" },
            Axis.Category("", [.. group.Select(r => r.Method.Label)]),
            Points.Of(
                group,
                r => r.KeptL2Share,
                r => r.Method.Label,
                r => r.Method.Kind,
                text: r => Invariant($"{100 * r.KeptL2Share:0.0}"),
                hover: r => Invariant($"{r.Method.Label}: kept L2 {r.KeptL2Share:0.0000}, L1 {r.KeptL1Share:0.0000}, output error {r.OutputError:0.000}, density {r.Density:0.000}")) with { Size = 11 })
        {
            Title = Invariant($"density {group.Key}"),
        });
        return Figure.Grid("What share of trained weights' L2 norm pruning keeps, without retraining", 3, [.. panels])
            .WithSubtitle("all pruned layers together; numbers in %")
            .WithSize(960, 520);
    }

    private static ImmutableArray<PaperComparison> Compare(ImmutableArray<QualityRow> totals) =>
    [
        .. totals.GroupBy(r => (r.Method.Density, r.Method.Kind)).Select(group =>
        {
            var best = group.MaxBy(r => r.KeptL2Share)!;
            return PaperComparison.Without(
                Invariant($"kept L2 share at density {group.Key.Density}, best {group.Key.Kind}"),
                "1",
                best.KeptL2Share,
                Invariant($"{best.Method.Label}; the paper states accuracies after retraining, not norms"));
        }),
    ];
}
