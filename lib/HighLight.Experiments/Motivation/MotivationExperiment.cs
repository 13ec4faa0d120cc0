using System.Collections.Immutable;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Experiments.Results;
using HighLight.Experiments.Settings;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Motivation;

/// <summary>
/// What flexibility costs and what it earns: the energy-delay product of a dense, a structured sparse, an unstructured sparse design and HighLight at matched accuracy.
/// </summary>
/// <remarks>
/// Matched means: the lowest EDP of each design among its points whose accuracy loss is at most x. The points are those of <see cref="EdpAccuracyExperiment"/> that count for
/// its frontier: usual training, nothing that is only recalled; the dense network counts for every design, with a loss of 0. The bars show one x, the lines all of them.
/// </remarks>
public static class MotivationExperiment
{
    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(8, "motivation", "Energy-delay product at matched accuracy", "paper Fig. 2 (recalled)");

    /// <summary>Runs on ResNet-50 and Transformer-Big.</summary>
    public static MotivationResult Run() => Run(MotivationSettings.Default);

    /// <summary>Runs on any designs, networks and losses.</summary>
    /// <exception cref="ArgumentException">The settings cannot be run; every violation is listed.</exception>
    public static MotivationResult Run(MotivationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var rows = MatchedPoint.All(settings);
        var bars = rows.Where(row => row.Loss == settings.MatchedLoss).ToImmutableArray();
        return new(
            Table(Experiment.Name, settings, rows),
            MotivationFigures.Bars(settings, bars),
            MotivationFigures.Swept(settings, rows),
            Table("matched", settings, bars),
            Compare(settings, bars))
        {
            Variant = ResultVariant.Of(settings, MotivationSettings.Default),
        };
    }

    private static ResultTable Table(string name, MotivationSettings settings, ImmutableArray<MatchedPoint> rows) => ResultTable.From(name, rows, columns => columns
        .Text("network", r => r.Frontier.Network.Name)
        .Number("greatest_loss", "points", r => (double?)r.Loss, "The greatest accuracy loss allowed.")
        .Text("design", r => r.Design.Name)
        .Text("a_pattern", r => r.Point?.A.ToString(), "The weights with which the design reaches its lowest EDP.")
        .Number("accuracy_loss", "points", r => r.Point?.Loss)
        .Text("trust", r => r.Point?.Trust, "How sure the loss is.")
        .Text("method", r => r.Point?.Pair?.Row.Method)
        .Text("setup", r => r.Point?.Setup, "What is changed of the defaults.")
        .Number("norm_cycles", "1", r => r.Point?.Cycles, $"Over those of {settings.Points.Baseline.Name} with dense weights.")
        .Number("norm_energy", "1", r => r.Point?.Energy)
        .Number("norm_edp", "1", r => r.Point?.Edp))
        .WithMetadata("technology", settings.Points.Technology.ToString())
        .WithMetadata("mappings", MappingText.Of(settings.Points.Constraints))
        .WithMetadata("baseline", settings.Points.Baseline.Name)
        .WithShownRows(60);

    private static ImmutableArray<PaperComparison> Compare(MotivationSettings settings, ImmutableArray<MatchedPoint> rows) =>
    [
        .. rows.Where(row => row.Point is not null && row.Design.Name != settings.Points.Baseline.Name).Select(row => PaperComparison.Without(
            Invariant($"EDP, {row.Design.Name} / {settings.Points.Baseline.Name}, {row.Frontier.Network.Name}, at most {settings.MatchedLoss:0.##} points lost"),
            "1",
            row.Point!.Edp,
            Invariant($"With {row.Point.A}, loss {row.Point.Loss:0.##} ({row.Point.Trust}). The paper's values are in no public text."))),
    ];
}
