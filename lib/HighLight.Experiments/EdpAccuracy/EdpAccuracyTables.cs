using System.Collections.Immutable;
using HighLight.Experiments.Settings;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>The tables of the frontier.</summary>
internal static class EdpAccuracyTables
{
    /// <summary>One row a point; then the predictions of networks without accuracies, whose loss is null.</summary>
    public static ResultTable Main(string name, EdpAccuracySettings settings, ImmutableArray<NetworkFrontier> frontiers, ImmutableArray<EdpPoint> predicted)
    {
        var rows = frontiers.SelectMany(frontier => frontier.Points.Select(point => (Point: point, Frontier: (NetworkFrontier?)frontier)))
            .Concat(predicted.Select(point => (Point: point, Frontier: (NetworkFrontier?)null)));
        return ResultTable.From(name, rows, columns => columns
            .Text("network", r => r.Point.Network.Name)
            .Text("design", r => r.Point.Design.Name)
            .Text("kind", r => KindOf(r.Point), "own, shared weights (pruned for another design), extended training, recalled, or another reading of a design.")
            .Text("a_pattern", r => r.Point.A.ToString(), "Weights of the pruned layers.")
            .Number("a_sparsity", "1", r => (double?)Math.Round(r.Point.Sparsity, 6))
            .Text("metric", r => r.Frontier is null ? null : r.Point.Pair?.Row.Metric)
            .Number("accuracy_loss", "points", r => r.Frontier is null ? null : r.Point.Loss, "Of the metric, against the row's own dense value; null where unknown.")
            .Text("trust", r => r.Frontier is null ? "unknown" : r.Point.Trust, "How sure the loss is.")
            .Text("method", r => r.Frontier is null ? null : r.Point.Pair?.Row.Method)
            .Text("accuracy_row", r => r.Frontier is null ? null : r.Point.Pair?.Row.Id, "The row of data/reference/accuracy.csv.")
            .Text("source", r => r.Frontier is null ? null : r.Point.Pair?.Row.Source)
            .Text("setup", r => r.Point.Setup, "What is changed of the defaults.")
            .Number("cycles", "cycles", r => r.Point.Evaluation.Cycles)
            .Number("energy_pJ", "pJ", r => r.Point.Evaluation.EnergyPj, "DRAM included.")
            .Number("edp_pJ_cycles", "pJ_cycles", r => r.Point.Evaluation.EdpPjCycles, "Total energy x total cycles.")
            .Number("norm_cycles", "1", r => (double?)r.Point.Cycles, $"Over those of {settings.Baseline.Name} with dense weights.")
            .Number("norm_energy", "1", r => (double?)r.Point.Energy)
            .Number("norm_edp", "1", r => (double?)r.Point.Edp)
            .Flag("on_frontier", r => r.Frontier?.Holds(r.Point), "No other point that counts is better on one axis and no worse on the other.")
            .Flag("on_frontier_any_training", r => r.Frontier?.HoldsOfAnyTraining(r.Point), "The same, with extended training.")
            .Text("dominated_by", r => r.Frontier?.Dominating(r.Point)?.Label))
            .WithMetadata("technology", settings.Technology.ToString())
            .WithMetadata("mappings", MappingText.Of(settings.Constraints))
            .WithMetadata("baseline", settings.Baseline.Name);
    }

    /// <summary>The subject's ways of pruning, and which of them are on the frontier.</summary>
    public static ResultTable Subject(EdpAccuracySettings settings, ImmutableArray<NetworkFrontier> frontiers) => ResultTable.From(
        $"{settings.Subject.Name} and the frontier",
        frontiers.SelectMany(frontier => frontier.Configurations(settings.Subject).Select(point => (Frontier: frontier, Point: point))),
        columns => columns
            .Text("network", r => r.Frontier.Network.Name)
            .Text("a_pattern", r => r.Point.A.ToString())
            .Number("accuracy_loss", "points", r => (double?)r.Point.Loss)
            .Number("norm_edp", "1", r => (double?)r.Point.Edp)
            .Flag("on_frontier", r => r.Frontier.Holds(r.Point))
            .Flag("on_frontier_any_training", r => r.Frontier.HoldsOfAnyTraining(r.Point))
            .Text("dominated_by", r => r.Frontier.Dominating(r.Point)?.Label)
            .Number("by_loss", "points", r => r.Frontier.Dominating(r.Point)?.Loss)
            .Number("by_norm_edp", "1", r => r.Frontier.Dominating(r.Point)?.Edp)).WithShownRows(40);

    /// <summary>The points that nothing dominates, usual training.</summary>
    public static ResultTable Frontier(IEnumerable<NetworkFrontier> frontiers) => ResultTable.From("frontier", frontiers.SelectMany(frontier => frontier.Items), columns => columns
        .Text("network", r => r.Network.Name)
        .Number("accuracy_loss", "points", r => (double?)r.Loss)
        .Number("norm_edp", "1", r => (double?)r.Edp)
        .Text("design", r => r.Design.Name)
        .Text("a_pattern", r => r.A.ToString())
        .Text("trust", r => r.Trust)
        .Text("method", r => r.Pair?.Row.Method)).WithShownRows(40);

    /// <summary>Our EDP beside the paper's, where the pattern of a point is known.</summary>
    public static ResultTable BesidePaper(IEnumerable<(PaperPoint Paper, EdpPoint Own)> pairs) => ResultTable.From("ours and the paper's", pairs, columns => columns
        .Text("network", r => r.Own.Network.Name)
        .Text("design", r => r.Own.Design.Name)
        .Text("a_pattern", r => r.Own.A.ToString())
        .Number("norm_cycles", "1", r => (double?)r.Own.Cycles)
        .Number("norm_energy", "1", r => (double?)r.Own.Energy)
        .Number("norm_edp", "1", r => (double?)r.Own.Edp)
        .Number("paper_norm_edp", "1", r => (double?)r.Paper.Edp.Value, "Digitised from the authors' slide.")
        .Number("ratio", "1", r => (double?)(r.Own.Edp / r.Paper.Edp.Value)));

    /// <summary>The same ratios under each reading of what the paper leaves open, a row a reading and a point.</summary>
    public static ResultTable Readings(IEnumerable<ReadingRow> rows) => ResultTable.From("ours over the paper's, by reading", rows, columns => columns
        .Text("reading", r => r.Reading)
        .Text("design", r => r.Own.Design.Name)
        .Text("a_pattern", r => r.Own.A.ToString())
        .Number("norm_cycles", "1", r => (double?)r.Own.Cycles)
        .Number("norm_energy", "1", r => (double?)r.Own.Energy)
        .Number("norm_edp", "1", r => (double?)r.Own.Edp)
        .Number("ratio", "1", r => (double?)r.Ratio, "Over the paper's point.")
        .Flag("on_frontier", r => r.OnFrontier, "Of all points under the reading.")
        .Text("dominated_by", r => r.Dominating?.Label)).WithShownRows(100);

    /// <summary>EDP of networks without accuracies.</summary>
    public static ResultTable Predicted(IEnumerable<EdpPoint> points) => ResultTable.From("predictions without accuracies", points, columns => columns
        .Text("network", r => r.Network.Name)
        .Text("design", r => r.Design.Name)
        .Text("a_pattern", r => r.A.ToString())
        .Number("norm_cycles", "1", r => (double?)r.Cycles)
        .Number("norm_energy", "1", r => (double?)r.Energy)
        .Number("norm_edp", "1", r => (double?)r.Edp)).WithShownRows(40);

    public static string KindOf(EdpPoint point) => point.Kind switch
    {
        PointKind.SharedWeights => "shared weights",
        PointKind.ExtendedTraining => "extended training",
        PointKind.Recalled => "recalled",
        PointKind.Reading => "reading",
        _ => "own",
    };
}
