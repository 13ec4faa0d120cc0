using System.Collections.Immutable;
using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>The points of a network, and which of them no other dominates.</summary>
internal sealed class NetworkFrontier
{
    private readonly ParetoFrontier<EdpPoint> _usual;
    private readonly ParetoFrontier<EdpPoint> _any;

    public NetworkFrontier(Network network, IEnumerable<EdpPoint> points)
    {
        Network = network;
        Points = [.. points.Where(point => point.Network.Name == network.Name)];
        _usual = Of(PointKind.Own, PointKind.SharedWeights);
        _any = Of(PointKind.Own, PointKind.SharedWeights, PointKind.ExtendedTraining);
    }

    public Network Network { get; }

    public ImmutableArray<EdpPoint> Points { get; }

    /// <summary>The points of usual training that nothing dominates, from the least loss.</summary>
    public ImmutableArray<EdpPoint> Items => _usual.Items;

    /// <summary>Whether a point is on the frontier of usual training.</summary>
    public bool Holds(EdpPoint point) => Counts(point) && _usual.Admits(point.Loss, point.Edp);

    /// <summary>Whether a point is on the frontier of training of any length.</summary>
    public bool HoldsOfAnyTraining(EdpPoint point) => (Counts(point) || point.Kind == PointKind.ExtendedTraining) && _any.Admits(point.Loss, point.Edp);

    /// <summary>A point of the frontier that is no worse than this one on both axes and better on one, that with the least EDP; null where there is none.</summary>
    public EdpPoint? Dominating(EdpPoint point) => _usual.Items
        .Where(other => other.Loss <= point.Loss && other.Edp <= point.Edp && (other.Loss < point.Loss || other.Edp < point.Edp))
        .MinBy(other => other.Edp);

    /// <summary>The least EDP of a design at a loss of at most <paramref name="loss"/> points, usual training; null where it has no point there.</summary>
    public EdpPoint? Least(Accelerator design, double loss) => Points
        .Where(point => point.Design.Name == design.Name && Counts(point) && point.Loss <= loss)
        .MinBy(point => point.Edp);

    /// <summary>The ways of pruning of a design, each at the least loss that counts for it: one pattern may have several accuracies.</summary>
    public ImmutableArray<EdpPoint> Configurations(Accelerator design) =>
    [
        .. Points.Where(point => point.Design.Name == design.Name && point.Pair is not null && Counts(point))
            .GroupBy(point => point.A)
            .Select(group => group.MinBy(point => point.Loss)!),
    ];

    /// <summary>The paper's points of the network whose pattern is known, each with ours of the same design and pattern.</summary>
    public IEnumerable<(PaperPoint Paper, EdpPoint Own)> BesidePaper() =>
        from paper in PaperPoint.All
        where paper.Pattern is not null && paper.IsOf(Network.Name)
        let own = Points.FirstOrDefault(point => point.Kind == PointKind.Own && point.Design.Name == paper.Design && point.Pair?.Pattern is { } pattern && pattern.Equals(paper.Pattern))
        where own is not null
        select (paper, own);

    private static bool Counts(EdpPoint point) => point.Kind is PointKind.Own or PointKind.SharedWeights;

    private ParetoFrontier<EdpPoint> Of(params PointKind[] kinds) => new(Points.Where(point => kinds.Contains(point.Kind)), point => point.Loss, point => point.Edp);
}
