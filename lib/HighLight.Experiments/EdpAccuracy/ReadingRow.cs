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
           where PaperPoint.All.Any(point => point.IsOf(place.Network.Name))
           from reading in settings.ModelReadings
           from row in Of(reading, new(place.Network, EdpPoints.Of(settings with { Setup = reading, Networks = [place], Readings = [] })))
           select row,
    ];

    private static IEnumerable<ReadingRow> Of(ModelReading reading, NetworkFrontier frontier) =>
        frontier.BesidePaper().Select(pair => new ReadingRow(reading.Name, pair.Paper, pair.Own, frontier.Holds(pair.Own), frontier.Dominating(pair.Own)));
}
