using System.Collections.Immutable;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Layers;
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
    public static ExperimentResult Run() => Run(MotivationSettings.Default);

    /// <summary>Runs on any designs, networks and losses.</summary>
    /// <exception cref="ArgumentException">The settings cannot be run; every violation is listed.</exception>
    public static ExperimentResult Run(MotivationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var rows = MatchedPoint.All(settings);
        var bars = rows.Where(row => row.Loss == settings.MatchedLoss).ToImmutableArray();
        return new(Experiment, Table(Experiment.Name, settings, rows), [Bars(settings, bars), Swept(settings, rows)], Compare(settings, bars))
        {
            Views = [Table("matched", settings, bars)],
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
        .Number("norm_cycles", "1", r => r.Point?.Cycles, $"Over those of {settings.Points.Baseline.Name} with dense weights.")
        .Number("norm_energy", "1", r => r.Point?.Energy)
        .Number("norm_edp", "1", r => r.Point?.Edp))
        .WithMetadata("technology", settings.Points.Technology.ToString())
        .WithMetadata("baseline", settings.Points.Baseline.Name)
        .WithShownRows(60);

    private static Figure Bars(MotivationSettings settings, ImmutableArray<MatchedPoint> rows) => Figure.Of(
            Invariant($"EDP over {settings.Points.Baseline.Name} with at most {settings.MatchedLoss:0.##} points of accuracy lost"),
            new Panel(
                Axis.Category("", [.. settings.Points.Networks.Select(place => Label(place.Network.Title))]),
                Axis.Linear($"EDP / {settings.Points.Baseline.Name}") with { FromZero = true },
                Figures.Layers.Bars.Of(
                    rows,
                    r => Label(r.Frontier.Network.Title),
                    r => r.Point?.Edp,
                    r => r.Design.Name,
                    text: r => r.Point is { } point ? Invariant($"{point.Edp:0.00}") : "n/a",
                    hover: Hover),
                new ReferenceLine(1)))
        .WithSubtitle($"{Experiment.PaperFigure}; {settings.Points.Technology.Name}; each design with the weights that give it the lowest EDP; less is better")
        .WithSize(900, 460);

    private static Figure Swept(MotivationSettings settings, ImmutableArray<MatchedPoint> rows) => Figure.Grid(
            $"EDP over {settings.Points.Baseline.Name} by the accuracy that may be lost",
            settings.Points.Networks.Length,
            [.. rows.GroupBy(row => row.Frontier).Select(group => new Panel(
                Axis.Linear("at most so many points lost"),
                Axis.Logarithmic($"EDP / {settings.Points.Baseline.Name}") with { TickFormat = ".2~g" },
                Lines.Of(group, r => r.Loss, r => r.Point?.Edp, r => r.Design.Name, hover: Hover) with { Stepped = true })
            {
                Title = group.Key.Network.Title,
            })])
        .WithSubtitle("top-1 for ResNet-50, BLEU for Transformer-Big; usual training, nothing only recalled")
        .WithSize(1200, 440);

    private static ImmutableArray<PaperComparison> Compare(MotivationSettings settings, ImmutableArray<MatchedPoint> rows) =>
    [
        .. rows.Where(row => row.Point is not null && row.Design.Name != settings.Points.Baseline.Name).Select(row => PaperComparison.Without(
            Invariant($"EDP, {row.Design.Name} / {settings.Points.Baseline.Name}, {row.Frontier.Network.Name}, at most {settings.MatchedLoss:0.##} points lost"),
            "1",
            row.Point!.Edp,
            Invariant($"With {row.Point.A}, loss {row.Point.Loss:0.##} ({row.Point.Trust}). The paper's values are in no public text."))),
    ];

    private static string Label(string title) => title.Replace(", ", "<br>", StringComparison.Ordinal);

    private static string Hover(MatchedPoint row) => row.Point is { } point
        ? Invariant($"{row.Frontier.Network.Title}, at most {row.Loss:0.##} points lost<br>{point.A}, loss {point.Loss:0.##} ({point.Trust})<br>EDP {point.Edp:0.000}")
        : Invariant($"{row.Frontier.Network.Title}: no accuracy within {row.Loss:0.##} points");
}
