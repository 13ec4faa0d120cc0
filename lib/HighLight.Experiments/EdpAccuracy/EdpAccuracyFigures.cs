using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>The figures: EDP over the baseline's against accuracy loss, with the frontier and the paper's points.</summary>
internal static class EdpAccuracyFigures
{
    private const string FrontierSeries = "Pareto frontier";
    private const double LossBesideSubject = 0.8;

    /// <summary>The networks that share accuracies, a panel each.</summary>
    public static Figure Draw(EdpAccuracySettings settings, ImmutableArray<NetworkFrontier> frontiers, string? subtitle)
    {
        var shown = frontiers.SelectMany(frontier => frontier.Points).ToArray();
        var most = shown.Where(point => point.Design.Name == settings.Subject.Name).Max(point => point.Loss) + LossBesideSubject;
        var least = shown.Min(point => point.Loss) - 0.15;
        var edps = frontiers.SelectMany(frontier => EdpsOf(frontier, most)).ToArray();
        var range = (0.8 * edps.Min(), 1.2 * edps.Max());
        var beyond = frontiers[0].Points.Count(point => point.Loss > most);
        var title = frontiers.Length == 1 ? frontiers[0].Network.Title : $"{frontiers[0].Network.Title}, and other readings";
        return Figure.Grid($"EDP over {settings.Baseline.Name} against accuracy loss: {title}", frontiers.Length, [.. frontiers.Select(frontier => Of(settings, frontier, (least, most), range) with { Title = frontiers.Length == 1 ? null : frontier.Network.Title })])
            .WithSubtitle($"{(subtitle is null ? "" : subtitle + "; ")}{settings.Technology.Name}; accuracy of others, EDP ours, {EdpOf(frontiers)}{(beyond > 0 ? Invariant($"; {beyond} points lose more") : "")}")
            .WithSize(960, 600);
    }

    /// <summary>What the EDP stands on: the setup, and whether the paper's is known.</summary>
    private static string EdpOf(ImmutableArray<NetworkFrontier> frontiers) =>
        string.Join(" / ", frontiers.SelectMany(frontier => frontier.Points).Select(point => point.Setup).Distinct(StringComparer.Ordinal))
        + (frontiers.Any(frontier => PaperPoint.All.Any(point => point.IsOf(frontier.Network.Name))) ? "" : ", a prediction: the paper's is not public");

    /// <summary>Our EDP over the paper's under each reading; null where no point of the paper has a known pattern.</summary>
    public static Figure? Readings(EdpAccuracySettings settings, ImmutableArray<ReadingRow> rows) => rows.IsEmpty
        ? null
        : Figure.Of("Our EDP over the paper's, by reading of what the paper leaves open", new Panel(
                Axis.Category("", [.. rows.Select(Column).Distinct(StringComparer.Ordinal)]),
                Axis.Category("", [.. rows.Select(row => row.Reading).Distinct(StringComparer.Ordinal)]),
                HeatMap.Of(rows, Column, row => row.Reading, row => row.Ratio, "ours / paper", row => Invariant($"{row.Ratio:0.00}{(row.OnFrontier || row.Own.Design.Name != settings.Subject.Name ? "" : " †")}")) with { Range = (0.8, 1.6) }))
            .WithSubtitle($"1 is the paper's point, digitised; rows below '{ModelReading.Default.Name}', and the three above it, change one thing of the first; †: {settings.Subject.Name} is not on the frontier")
            .WithSize(960, 460);

    private static string Column(ReadingRow row) => Invariant($"{row.Own.Design.Name}<br>{100 * row.Own.Sparsity:0} %");

    private static Panel Of(EdpAccuracySettings settings, NetworkFrontier frontier, (double Least, double Most) losses, (double Least, double Most) edps)
    {
        var points = frontier.Points.Where(point => point.Loss <= losses.Most).ToImmutableArray();
        var paper = PaperPoint.All.Where(point => point.IsOf(frontier.Network.Name)).ToImmutableArray();
        var unit = frontier.Points.Select(point => point.Pair?.Row.Metric).OfType<string>().First();
        ImmutableArray<Layer> known = paper.IsEmpty ? [] : [new LegendKey("paper's point, digitised", MarkerFill.Hollow)];
        return new Panel(
            Axis.Linear($"accuracy loss, points of {unit}") with { Range = losses },
            Axis.Logarithmic($"EDP / {settings.Baseline.Name}") with { TickFormat = ".2~g", Range = edps },
            [
                new Lines([.. Stairs(frontier, losses.Most, edps.Most)]) { Markers = false, Stepped = true },
                Points.Of(paper, p => p.Loss, p => p.Edp.Value, p => SeriesOf(settings, p.Design), hover: Hover) with { Fill = MarkerFill.Hollow, Size = 10, InLegend = false },
                Ours(settings, points.Where(point => point.IsSourced), MarkerFill.Solid),
                Ours(settings, points.Where(point => !point.IsSourced), MarkerFill.Pale),
                new LegendKey("loss sourced", MarkerFill.Solid),
                new LegendKey("loss recalled or digitised", MarkerFill.Pale),
                .. known,
            ]);
    }

    /// <summary>The EDP of every point that is drawn, ours or the paper's.</summary>
    private static IEnumerable<double> EdpsOf(NetworkFrontier frontier, double most) =>
        frontier.Points.Where(point => point.Loss <= most).Select(point => point.Edp)
            .Concat(PaperPoint.All.Where(point => point.IsOf(frontier.Network.Name) && point.Loss <= most).Select(point => point.Edp.Value));

    private static Points Ours(EdpAccuracySettings settings, IEnumerable<EdpPoint> points, MarkerFill fill) =>
        Points.Of(points, p => p.Loss, p => p.Edp, Series, text: p => p.Design.Name == settings.Subject.Name && p.Kind == PointKind.Own && p.Pair?.Row.Kind == "HSS" ? Invariant($"{100 * p.Sparsity:0} %") : null, hover: Hover) with { Fill = fill, Size = 10, LabelPlace = LabelPlace.AboveRight };

    /// <summary>The frontier from above its first point to the right edge.</summary>
    private static IEnumerable<Datum> Stairs(NetworkFrontier frontier, double most, double greatest)
    {
        var within = frontier.Items.Where(point => point.Loss <= most).ToArray();
        yield return new(within[0].Loss, greatest, FrontierSeries);
        foreach (var point in within)
        {
            yield return new(point.Loss, point.Edp, FrontierSeries, Hover: point.Label);
        }

        yield return new(most, within[^1].Edp, FrontierSeries);
    }

    private static string Series(EdpPoint point) => point.Kind switch
    {
        PointKind.SharedWeights or PointKind.ExtendedTraining => $"{point.Design.Name}, {EdpAccuracyTables.KindOf(point)}",
        _ => point.Design.Name,
    };

    /// <summary>The design of ours that a point of the paper is drawn as: of the same name, or a variant of it.</summary>
    private static string SeriesOf(EdpAccuracySettings settings, string design) =>
        settings.Designs.Select(own => own.Name).FirstOrDefault(name => name == design || name.StartsWith(design + " ", StringComparison.Ordinal)) ?? design;

    private static string Hover(EdpPoint point)
    {
        var row = point.Pair?.Row;
        var accuracy = row is null ? "dense: no loss by definition" : Invariant($"loss {row.Loss:0.##} points ({row.Trust})<br>{row.Method}<br>{row.Source}");
        return Invariant($"{point.Network.Title}, weights {point.A}<br>EDP {point.Edp:0.000} = cycles {point.Cycles:0.000} × energy {point.Energy:0.000}<br>{accuracy}");
    }

    private static string Hover(PaperPoint point) =>
        Invariant($"paper, {point.Edp.Pattern}<br>EDP {point.Edp.Value:0.000}, loss {point.Loss:0.##}<br>{point.Edp.Source}");
}
