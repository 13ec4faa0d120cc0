using System.Collections.Immutable;
using HighLight.Experiments.Reference;
using HighLight.Experiments.Results;
using HighLight.Experiments.Settings;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>
/// Energy-delay product against accuracy: each design with each pattern of weights that an accuracy is published for, the Pareto frontier of these points, and the points of
/// the paper beside them.
/// </summary>
/// <remarks>
/// Both axes need data. The EDP is ours; accuracy is read from publications (<see cref="AccuracyTable"/>), each loss against its own dense value. Points whose accuracy is only
/// recalled are shown, but do not count; nor does weights' training over several times the usual length, for which a second frontier stands in the table. Networks without
/// accuracies of hierarchical patterns are predicted, not placed. ResNet-50 is run as calibrated to the paper's points of it (<see cref="ModelReading.Calibrated"/>), other networks by default.
/// </remarks>
public static class EdpAccuracyExperiment
{
    private const string ParetoClaim = "claim-pareto";

    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(7, "edp-accuracy", "Energy-delay product against accuracy, and the Pareto frontier", "paper Fig. 15 (recalled)");

    /// <summary>Runs on ResNet-50 and Transformer-Big; predicts DeiT-small.</summary>
    public static EdpAccuracyResult Run() => Run(EdpAccuracySettings.Default);

    /// <summary>Runs on any networks, designs and accuracies.</summary>
    /// <exception cref="ArgumentException">The settings cannot be run, with every violation listed; or a design refuses a network.</exception>
    public static EdpAccuracyResult Run(EdpAccuracySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var points = EdpPoints.Of(settings);
        var predicted = EdpPoints.Predicted(settings);
        var frontiers = settings.Networks.Select(place => new NetworkFrontier(place.Network, points)).ToImmutableArray();
        var beside = frontiers.SelectMany(frontier => frontier.BesidePaper()).ToImmutableArray();
        var readings = ReadingRow.Of(settings);
        var figures = frontiers.Zip(settings.Networks, (frontier, place) => (Frontier: frontier, place.AccuracyOf)).GroupBy(pair => pair.AccuracyOf, StringComparer.Ordinal);
        return new(
            EdpAccuracyTables.Main(Experiment.Name, settings, frontiers, predicted),
            EdpAccuracyTables.BesidePaper(beside),
            EdpAccuracyTables.Subject(settings, frontiers),
            EdpAccuracyTables.Frontier(frontiers),
            EdpAccuracyTables.Predicted(predicted),
            EdpAccuracyTables.Readings(readings),
            EdpAccuracyFigures.Readings(settings, readings),
            [.. figures.Select(group => (group.Key, EdpAccuracyFigures.Draw(settings, [.. group.Select(pair => pair.Frontier)], Experiment.PaperFigure)))],
            [.. Compare(settings, frontiers, beside), .. Predict(settings, frontiers, beside, predicted)])
        {
            // Model readings are in a view alone: what is saved is the same without them.
            Variant = ResultVariant.Of(settings with { ModelReadings = EdpAccuracySettings.Default.ModelReadings }, EdpAccuracySettings.Default),
        };
    }

    private static IEnumerable<PaperComparison> Compare(
        EdpAccuracySettings settings, ImmutableArray<NetworkFrontier> frontiers, ImmutableArray<(PaperPoint Paper, EdpPoint Own)> beside)
    {
        foreach (var (paper, own) in beside)
        {
            yield return PaperComparison.With(
                Quantity(settings, own), "1", own.Edp, paper.Edp.Value, paper.Edp.Confidence, paper.Edp.Source,
                Invariant($"Cycles {own.Cycles:0.000} × energy {own.Energy:0.000}.{(paper.Edp.Pattern.Contains("inferred", StringComparison.Ordinal) ? " The degree of the paper's point is inferred." : "")}"));
        }

        var claim = PaperTargets.Find(ParetoClaim);
        foreach (var frontier in frontiers)
        {
            var ways = frontier.Configurations(settings.Subject);
            var off = ways.Where(point => !frontier.Holds(point)).ToArray();
            yield return PaperComparison.With(
                $"share of {settings.Subject.Name}'s patterns on the frontier, {frontier.Network.Name}", "1", (ways.Length - off.Length) / (double)ways.Length, claim.Value, claim.Confidence, claim.Source,
                off.Length == 0
                    ? Invariant($"All {ways.Length}, usual training; {ways.Count(frontier.HoldsOfAnyTraining)} where training of any length counts.")
                    : string.Join("; ", off.Select(point => Invariant($"{point.A} (loss {point.Loss:0.##}, EDP {point.Edp:0.000}) is dominated by {Of(frontier.Dominating(point)!)}"))) + ".");
        }
    }

    private static IEnumerable<PaperComparison> Predict(
        EdpAccuracySettings settings, ImmutableArray<NetworkFrontier> frontiers, ImmutableArray<(PaperPoint Paper, EdpPoint Own)> beside, ImmutableArray<EdpPoint> predicted)
    {
        var compared = beside.Select(pair => (pair.Own.Network.Name, pair.Own.Design.Name, pair.Own.A)).ToHashSet();
        return frontiers.SelectMany(frontier => settings.Designs.SelectMany(design => frontier.Configurations(design)))
            .Concat(predicted)
            .Where(point => point.Kind == PointKind.Own && point.Pair?.Pattern is not null && !compared.Contains((point.Network.Name, point.Design.Name, point.A)))
            .Select(point => PaperComparison.Without(
                Quantity(settings, point), "1", point.Edp, Invariant($"A prediction: the paper's value is in no public text. Cycles {point.Cycles:0.000} × energy {point.Energy:0.000}.")));
    }

    private static string Quantity(EdpAccuracySettings settings, EdpPoint point) => $"EDP, {point.Design.Name} / {settings.Baseline.Name}, {point.Network.Name}, {point.A}";

    private static string Of(EdpPoint point) => Invariant($"{point.Label}: loss {point.Loss:0.##}, EDP {point.Edp:0.000}");
}
