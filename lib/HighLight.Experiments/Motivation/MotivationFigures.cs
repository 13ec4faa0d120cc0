using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;

namespace HighLight.Experiments.Motivation;

/// <summary>The figures of designs at matched accuracy; what stands on a recalled or digitised loss is pale.</summary>
internal static class MotivationFigures
{
    private static readonly LegendKey Sourced = new("loss sourced, or dense", MarkerFill.Solid);
    private static readonly LegendKey Pale = new("loss recalled or digitised", MarkerFill.Pale);

    /// <summary>One loss.</summary>
    public static Figure Bars(MotivationSettings settings, ImmutableArray<MatchedPoint> rows) => Figure.Of(
            Invariant($"EDP over {settings.Points.Baseline.Name} with at most {settings.MatchedLoss:0.##} {(settings.MatchedLoss == 1 ? "point" : "points")} of accuracy lost"),
            new Panel(
                Axis.Category("", [.. settings.Points.Networks.Select(place => Label(place.Network.Title))]),
                Axis.Linear($"EDP / {settings.Points.Baseline.Name}") with { FromZero = true },
                Figures.Layers.Bars.Of(
                    rows,
                    r => Label(r.Frontier.Network.Title),
                    r => r.Point?.Edp,
                    r => r.Design.Name,
                    text: r => r.Point is { } point ? Invariant($"{point.Edp:0.00}") : "n/a",
                    hover: Hover,
                    pale: r => r.Point is { IsSourced: false }),
                new ReferenceLine(1),
                Sourced,
                Pale))
        .WithSubtitle($"{MotivationExperiment.Experiment.PaperFigure}; {settings.Points.Technology.Name}; each design with the weights that give it the lowest EDP; less is better; {SetupsOf(rows)}")
        .WithSize(900, 460);

    /// <summary>All losses.</summary>
    public static Figure Swept(MotivationSettings settings, ImmutableArray<MatchedPoint> rows) => Figure.Grid(
            $"EDP over {settings.Points.Baseline.Name} by the accuracy that may be lost",
            settings.Points.Networks.Length,
            [.. rows.GroupBy(row => row.Frontier).Select(group => new Panel(
                Axis.Linear("at most so many points lost"),
                Axis.Logarithmic($"EDP / {settings.Points.Baseline.Name}") with { TickFormat = ".2~g" },
                Lines.Of(group, r => r.Loss, r => r.Point?.Edp, r => r.Design.Name) with { Stepped = true, Markers = false },
                Points.Of(group.Where(r => r.Point is { IsSourced: true }), r => r.Loss, r => r.Point?.Edp, r => r.Design.Name, hover: Hover) with { InLegend = false },
                Points.Of(group.Where(r => r.Point is { IsSourced: false }), r => r.Loss, r => r.Point?.Edp, r => r.Design.Name, hover: Hover) with { InLegend = false, Fill = MarkerFill.Pale },
                Sourced,
                Pale)
            {
                Title = group.Key.Network.Name,
            })])
        .WithSubtitle("top-1 for ResNet-50, BLEU for Transformer-Big; usual training, nothing only recalled; each panel has its own scale")
        .WithSize(960, 440);

    /// <summary>What is changed of the defaults, where that is the same for all networks.</summary>
    private static string SetupsOf(ImmutableArray<MatchedPoint> rows)
    {
        var setups = rows.Select(row => row.Point?.Setup).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return setups is [var setup] ? setup : "the table has the setup of each network";
    }

    private static string Label(string title) => title.Replace(", ", "<br>", StringComparison.Ordinal);

    private static string Hover(MatchedPoint row) => row.Point is { } point
        ? Invariant($"{row.Frontier.Network.Title}, at most {row.Loss:0.##} points lost<br>{point.A}, loss {point.Loss:0.##} ({point.Trust})<br>EDP {point.Edp:0.000}")
        : Invariant($"{row.Frontier.Network.Title}: no accuracy within {row.Loss:0.##} points");
}
