using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Evaluation.Networks;
using HighLight.Workloads;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>Another way to read what the paper leaves open about how a network is run, applied to all designs alike.</summary>
/// <param name="Name">What is read otherwise.</param>
/// <param name="Apply">The changed request.</param>
public sealed record ModelReading(string Name, Func<NetworkRequest, NetworkRequest> Apply)
{
    private const int WideWordBits = 16;
    private const int Batch = 8;

    /// <summary>The readings that the gap to the paper is broken down by; the first is the one that everything else here uses.</summary>
    public static ImmutableArray<ModelReading> All { get; } =
    [
        new("as everywhere here", request => request),
        new("groups may straddle filter taps", request => request with { GroupsStraddleTaps = true }),
        new("inputs expanded in DRAM", request => request with { Expansion = InputExpansion.InDram }),
        new("no shortcut is read", request => request with { Network = Change(request.Network, layer => layer with { Shortcut = null }) }),
        new("first convolution and classifier pruned", request => request with { Policy = PruningPolicy.AllWeights }),
        new("first convolution and classifier left out", request => request with { Network = request.Network with { Layers = [.. request.Network.Layers.Where(layer => layer.Role == LayerRole.Hidden)] } }),
        new("activations half as dense", request => request with { Network = Change(request.Network, HalfAsDense) }),
        new(Invariant($"{Batch} images at once"), request => request with { Network = request.Network.WithBatch(Batch) }),
        new(Invariant($"{WideWordBits}-bit words"), request => request with { Design = request.Design.WithWordBits(WideWordBits) }),
        new(Invariant($"{WideWordBits}-bit words, groups may straddle"), request => request with { Design = request.Design.WithWordBits(WideWordBits), GroupsStraddleTaps = true }),
    ];

    private static Network Change(Network network, Func<Layer, Layer> change) => network with { Layers = [.. network.Layers.Select(change)] };

    private static Layer HalfAsDense(Layer layer) => layer with { Input = Half(layer.Input), Output = Half(layer.Output), Shortcut = layer.Shortcut is { } shortcut ? Half(shortcut) : null };

    /// <summary>A tensor without zeros keeps none.</summary>
    private static ActivationDensity Half(ActivationDensity density) =>
        density.Value == 1 ? density : new(density.Value / 2, Provenance.Assumed, "half of " + density);
}
