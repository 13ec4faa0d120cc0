using System.Collections.Immutable;
using HighLight.Experiments.Tables;
using HighLight.Models;

namespace HighLight.Experiments.Quality;

/// <summary>The tables of <see cref="PruningQualityExperiment"/>.</summary>
internal static class QualityTables
{
    private const string AllLayers = "all layers";

    /// <summary>Every layer under every method, after each method all layers together.</summary>
    public static ResultTable All(string name, OnnxModel model, IEnumerable<QualityRow> rows) => ResultTable.From(name, rows, columns => columns
        .Text("layer", r => r.Layer ?? AllLayers, "Node of the model, or all pruned layers together, each counting by its number of weights.")
        .Flag("is_total", r => r.Layer is null, "Whether the row is about all pruned layers together.")
        .Integer("m", "1", r => r.M, "Rows of operand A: output channels.")
        .Integer("k", "1", r => r.K, "Columns of operand A: input channels times taps.")
        .Integer("weights", "1", r => (long?)r.Weights)
        .Text("method", r => r.Method.Kind, "Kind of method; HighLight: the patterns that its operand A supports (recalled).")
        .Text("pattern", r => r.Method.Label)
        .Number("nominal_density", "1", r => (double?)r.Method.Density.ToDouble(), "What the method aims at.")
        .Number("density", "1", r => (double?)r.Density, "Kept positions over all; above nominal where groups are cut short by tails.")
        .Number("kept_l1_share", "1", r => (double?)r.KeptL1Share, "L1 norm of what is kept over that of all.")
        .Number("kept_l2_share", "1", r => (double?)r.KeptL2Share, "L2 norm of what is kept over that of all.")
        .Number("best_l2_share", "1", r => (double?)r.BestL2Share, "Highest kept L2 share of any mask with as many positions in each layer.")
        .Number("relative_error", "1", r => (double?)r.RelativeError, "L2 norm of what is dropped over that of all.")
        .Number("output_error", "1", r => (double?)r.OutputError, "Relative Frobenius error of the layer's output for drawn rectified normal activations; root mean square over layers for all together.")
        .Integer("worst_row", "1", r => r.Worst?.Row, "Output channel with the lowest kept L2 share.")
        .Number("worst_row_kept_l2_share", "1", r => r.Worst?.KeptL2Share))
        .WithMetadata("model", Path.GetFileName(model.Source));

    /// <summary>All layers together, one row a method.</summary>
    public static ResultTable Totals(ImmutableArray<QualityRow> totals) => ResultTable.From("all pruned layers together", totals, columns => columns
        .Number("nominal_density", "1", r => (double?)r.Method.Density.ToDouble())
        .Text("method", r => r.Method.Kind)
        .Text("pattern", r => r.Method.Label)
        .Number("density", "1", r => (double?)r.Density)
        .Number("kept_l1_share", "1", r => (double?)r.KeptL1Share)
        .Number("kept_l2_share", "1", r => (double?)r.KeptL2Share)
        .Number("best_l2_share", "1", r => (double?)r.BestL2Share)
        .Number("output_error", "1", r => (double?)r.OutputError))
        .WithShownRows(Math.Max(1, totals.Length));

    /// <summary>The layers of the model, and which are pruned.</summary>
    public static ResultTable Layers(OnnxModel model) => ResultTable.From("layers of the model", model.Weights, columns => columns
        .Text("layer", l => l.LayerName)
        .Text("operator", l => Invariant($"{l.Operator}"))
        .Integer("m", "1", l => (int?)l.M)
        .Integer("k", "1", l => (int?)l.K)
        .Integer("gemms", "1", l => (int?)l.GemmCount)
        .Integer("fiber", "1", l => (int?)l.SegmentLength, "Values along the reduction that groups divide: input channels of a convolution, K otherwise.")
        .Integer("weights", "1", l => (int?)l.Count)
        .Text("pruned", l => PruningQualityExperiment.WhyNotPruned(l) is { } reason ? "no: " + reason : "yes"));
}
