using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Evaluation.Networks;
using HighLight.Workloads;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>A way to read what the paper leaves open about how a network is run, applied to all designs alike.</summary>
/// <param name="Name">What is read so.</param>
/// <param name="Apply">The changed request; the one given has every default and one image or sequence.</param>
public sealed record ModelReading(string Name, Func<NetworkRequest, NetworkRequest> Apply)
{
    private const int WideWordBits = 16;
    private const int NarrowSumBits = 8;

    /// <summary>The setup that is calibrated to the paper's points of ResNet-50, and to no other network: <see cref="CalibratedSetup"/>.</summary>
    public static ModelReading Calibrated { get; } = new(
        Invariant($"calibrated: {CalibratedSetup.Batch} images, {CalibratedSetup.AccumulatorBits}-bit sums, groups straddle taps"),
        request => CalibratedSetup.Request(request.Network, request.Design, request.Assignment) with { Policy = request.Policy, Technology = request.Technology });

    /// <summary>The readings that the distance to the paper is broken down by: the calibrated one, each part of it undone, then others.</summary>
    public static ImmutableArray<ModelReading> All { get; } =
    [
        Calibrated,
        new("… but one image", request => Calibrated.Apply(request) with { Network = request.Network }),
        Otherwise(Invariant($"{NarrowSumBits}-bit sums"), request => request with { Design = request.Design with { Accumulation = request.Design.Accumulation with { AccumulatorBits = NarrowSumBits } } }),
        Otherwise("groups padded in every tap", request => request with { GroupsStraddleTaps = false }),
        new("nothing calibrated", request => request),
        Otherwise("inputs expanded in DRAM", request => request with { Expansion = InputExpansion.InDram }),
        Otherwise("no shortcut is read", request => request with { Network = Change(request.Network, layer => layer with { Shortcut = null }) }),
        Otherwise("all layers pruned", request => request with { Policy = PruningPolicy.AllWeights }),
        Otherwise("activations half as dense", request => request with { Network = Change(request.Network, HalfAsDense) }),
        Otherwise(Invariant($"{WideWordBits}-bit words"), request => request with { Design = request.Design.WithWordBits(WideWordBits) }),
    ];

    private static ModelReading Otherwise(string what, Func<NetworkRequest, NetworkRequest> change) => new($"… but {what}", request => change(Calibrated.Apply(request)));

    private static Network Change(Network network, Func<Layer, Layer> change) => network with { Layers = [.. network.Layers.Select(change)] };

    private static Layer HalfAsDense(Layer layer) => layer with { Input = Half(layer.Input), Output = Half(layer.Output), Shortcut = layer.Shortcut is { } shortcut ? Half(shortcut) : null };

    /// <summary>A tensor without zeros keeps none.</summary>
    private static ActivationDensity Half(ActivationDensity density) =>
        density.Value == 1 ? density : new(density.Value / 2, Provenance.Assumed, "half of " + density);
}
