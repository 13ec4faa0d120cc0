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
    private const int WideSumBits = 24;
    private const string Unchanged = "every default";

    /// <summary>ResNet-50 as it is calibrated to the paper's points of it (<see cref="ResNet50Calibration"/>); every other network as it is by default, for none was fitted to.</summary>
    public static ModelReading Calibrated { get; } = new(
        Invariant($"calibrated: {ResNet50Calibration.Batch} images, assumed densities × {ResNet50Calibration.AssumedDensityFactor}, groups straddle taps"),
        request => request.Network.Name != Networks.ResNet50.Name ? request : request with
        {
            Network = ResNet50Calibration.WithCalibratedDensities(request.Network.WithBatch(ResNet50Calibration.Batch)),
            GroupsStraddleTaps = true,
        });

    /// <summary>Every network as it is by default.</summary>
    public static ModelReading Default { get; } = new(Unchanged, request => request);

    /// <summary>The calibrated reading with partial sums of 24 bits instead of 8: it weighs on DSTC, which reads and writes one for every product.</summary>
    public static ModelReading WideSums { get; } = Otherwise(
        Invariant($"{WideSumBits}-bit sums"), request => request with { Design = request.Design with { Accumulation = request.Design.Accumulation with { AccumulatorBits = WideSumBits } } });

    /// <summary>The readings that the distance to the paper is broken down by: the calibrated one, each part of it undone, all of it undone; then others that change one thing of it.</summary>
    public static ImmutableArray<ModelReading> All { get; } =
    [
        Calibrated,
        new("one image", request => Calibrated.Apply(request) with { Network = ResNet50Calibration.WithCalibratedDensities(request.Network) }),
        new("densities as assumed", request => Calibrated.Apply(request) with { Network = request.Network.WithBatch(ResNet50Calibration.Batch) }),
        Otherwise("groups padded in every tap", request => request with { GroupsStraddleTaps = false }),
        Default,
        WideSums,
        Otherwise("inputs expanded in DRAM", request => request with { Expansion = InputExpansion.InDram }),
        Otherwise("no shortcut is read", request => request with { Network = Change(request.Network, layer => layer with { Shortcut = null }) }),
        Otherwise("all layers pruned", request => request with { Policy = PruningPolicy.AllWeights }),
        Otherwise("activations half as dense", request => request with { Network = Change(request.Network, HalfAsDense) }),
        Otherwise(Invariant($"{WideWordBits}-bit words"), request => request with { Design = request.Design.WithWordBits(WideWordBits) }),
    ];

    /// <summary>The reading of <see cref="All"/> whose name begins with <paramref name="name"/>, in any case.</summary>
    /// <exception cref="ArgumentException">No name, or more than one, begins so; the message lists them all.</exception>
    public static ModelReading Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return All.Where(reading => reading.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToArray() is [var only]
            ? only
            : throw new ArgumentException(
                $"'{name}' does not begin the name of one reading. Known: {string.Join("; ", All.Select(reading => reading.Name))}.",
                nameof(name));
    }

    /// <summary>What a request is run as: <see cref="Name"/>, or <c>every default</c> where the reading leaves it as it is.</summary>
    public string Of(NetworkRequest request) => Apply(request) == request ? Unchanged : Name;

    private static ModelReading Otherwise(string what, Func<NetworkRequest, NetworkRequest> change) => new(what, request => change(Calibrated.Apply(request)));

    private static Network Change(Network network, Func<Layer, Layer> change) => network with { Layers = [.. network.Layers.Select(change)] };

    private static Layer HalfAsDense(Layer layer) => layer with { Input = Half(layer.Input), Output = Half(layer.Output), Shortcut = layer.Shortcut is { } shortcut ? Half(shortcut) : null };

    /// <summary>A tensor without zeros keeps none.</summary>
    private static ActivationDensity Half(ActivationDensity density) =>
        density.Value == 1 ? density : new(density.Value / 2, Provenance.Assumed, "half of " + density);
}
