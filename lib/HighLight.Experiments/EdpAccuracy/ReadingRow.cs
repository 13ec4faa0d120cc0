using System.Collections.Immutable;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>A point of the paper beside ours under one <see cref="ModelReading"/>.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Paper">The paper's point.</param>
/// <param name="Own">Our point under the reading.</param>
/// <param name="OnFrontier">Whether it is on the frontier of all points under the reading.</param>
/// <param name="Dominating">A point that dominates it; null where it is on the frontier.</param>
internal sealed record ReadingRow(string Reading, PaperPoint Paper, EdpPoint Own, bool OnFrontier, EdpPoint? Dominating)
{
    public double Ratio => Own.Edp / Paper.Edp.Value;

    /// <summary>The paper's points of known pattern under every reading, for the networks that the paper has such points of.</summary>
    public static ImmutableArray<ReadingRow> Of(EdpAccuracySettings settings) =>
    [
        .. from place in settings.Networks
           let paper = PaperPoint.All.Where(point => point.Pattern is not null && point.IsOf(place.Network.Name)).ToArray()
           where paper.Length > 0
           from reading in settings.ModelReadings
           let points = EdpPoints.Deciding(settings with { Setup = reading }, place.Network, place.AccuracyOf, pair => paper.Any(point => point.Design == pair.Design && point.Pattern!.Equals(pair.Pattern)))
           let frontier = new NetworkFrontier(place.Network, points)
           from beside in frontier.BesidePaper()
           select new ReadingRow(reading.Name, beside.Paper, beside.Own, frontier.Holds(beside.Own), frontier.Dominating(beside.Own)),
    ];
}
