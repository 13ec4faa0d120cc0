using System.Collections.Immutable;
using HighLight.Workloads;

namespace HighLight.Experiments.DnnLayers;

/// <summary>Layers of a network that are the same to every design, and so share a column of a figure; or all layers.</summary>
/// <param name="Label">The name of the first, with their number.</param>
/// <param name="Indices">Their places in the network.</param>
internal sealed record LayerColumn(string Label, ImmutableArray<int> Indices)
{
    /// <summary>The columns of a network in the order it runs: first all layers, then each kind.</summary>
    public static ImmutableArray<LayerColumn> Of(Network network)
    {
        var kinds = network.Layers.Select((layer, i) => (Layer: layer, Index: i)).GroupBy(place => Kind(place.Layer));
        return
        [
            new("whole network", [.. Enumerable.Range(0, network.Layers.Length)]),
            .. kinds.Select(kind => new LayerColumn(
                kind.Count() == 1 ? kind.First().Layer.Name : Invariant($"{kind.First().Layer.Name} ×{kind.Count()}"), [.. kind.Select(place => place.Index)])),
        ];
    }

    /// <summary>The layer without what makes it one of several: its name, its place, and where its numbers were read.</summary>
    private static (Gemm Gemm, int Count, LayerRole Role, Convolution? Convolution, double Input, double Output, double? Shortcut) Kind(Layer layer) =>
        (layer.Gemm, layer.Count, layer.Role, layer.Convolution, layer.Input.Value, layer.Output.Value, layer.Shortcut?.Value);
}
