using System.Collections.Immutable;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Hardware;

namespace HighLight.Experiments.Motivation;

/// <summary>The lowest EDP that a design reaches while a network loses at most so much accuracy.</summary>
/// <param name="Frontier">The network and its points.</param>
/// <param name="Design">The design.</param>
/// <param name="Loss">The greatest loss allowed, in points.</param>
/// <param name="Point">The point; null where the design has none within the loss.</param>
internal sealed record MatchedPoint(NetworkFrontier Frontier, Accelerator Design, double Loss, EdpPoint? Point)
{
    /// <summary>Every network, loss and design.</summary>
    public static ImmutableArray<MatchedPoint> All(MotivationSettings settings)
    {
        settings.Check();
        var points = EdpPoints.Of(settings.Points);
        return
        [
            .. from place in settings.Points.Networks
               let frontier = new NetworkFrontier(place.Network, points)
               from loss in settings.Losses
               from design in settings.Designs
               select new MatchedPoint(frontier, design, loss, frontier.Least(design, loss)),
        ];
    }
}
