using System.Collections.Immutable;
using HighLight.Experiments.Reference;
using HighLight.Sparsity;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>A point of the paper's figure, both coordinates digitised from the authors' slide.</summary>
/// <param name="Id">Its name in the table of targets.</param>
/// <param name="Network">The network.</param>
/// <param name="Design">The design.</param>
/// <param name="Pattern">The pattern, inferred; null where unknown or dense.</param>
/// <param name="Loss">Accuracy loss.</param>
/// <param name="Edp">EDP over TC's.</param>
internal sealed record PaperPoint(string Id, string Network, string Design, HssPattern? Pattern, double Loss, PaperTarget Edp)
{
    private const string Prefix = "pareto-";

    /// <summary>All points of the targets, in their order.</summary>
    public static ImmutableArray<PaperPoint> All { get; } =
    [
        .. PaperTargets.All.Where(target => target.Id.StartsWith(Prefix, StringComparison.Ordinal)).GroupBy(target => target.Id, StringComparer.Ordinal).Select(point =>
        {
            var edp = point.Single(target => target.Quantity == "norm_edp");
            return new PaperPoint(
                point.Key,
                edp.Network,
                edp.Design,
                HssPattern.TryParse(edp.Pattern.Split(" (")[0], out var pattern) ? pattern : null,
                point.Single(target => target.Quantity == "accuracy_loss").Value,
                edp);
        }),
    ];

    /// <summary>Whether it is of a network that the table of targets spells its own way: <c>ResNet50</c> for <c>resnet50</c>.</summary>
    public bool IsOf(string network) => Network.Equals(network, StringComparison.OrdinalIgnoreCase);
}
