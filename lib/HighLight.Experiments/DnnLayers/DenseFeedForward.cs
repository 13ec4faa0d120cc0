using HighLight.Workloads;

namespace HighLight.Experiments.DnnLayers;

/// <summary>
/// The other reading of a transformer's feed-forward layers: that what their ReLU writes is dense. Other trained ReLU transformers write 3 to 10 % nonzeros
/// (arXiv 2210.06313); of Transformer-Big nothing is published, and the paper's points behave as if it were mostly dense [unknown].
/// </summary>
public static class DenseFeedForward
{
    private const string SecondLayer = "ffn2";

    /// <summary>The network with dense inputs of its second feed-forward layers, and that in its name.</summary>
    /// <exception cref="ArgumentException">The network has no layer whose name ends in <c>ffn2</c>.</exception>
    public static Network Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var layers = network.Layers.Where(layer => layer.Name.EndsWith(SecondLayer, StringComparison.Ordinal)).ToArray();
        return layers.Length == 0
            ? throw new ArgumentException($"{network.Title} has no layer whose name ends in '{SecondLayer}': it has {string.Join(", ", network.Layers.Select(layer => layer.Name))}.", nameof(network))
            : layers.Aggregate(
                network with { Name = network.Name + ", dense FFN", Title = network.Title + ", dense FFN" },
                (changed, layer) => changed.WithInputDensity(layer.Name, new(1, Provenance.Assumed, "the feed-forward layer's ReLU taken to leave no zeros")));
    }
}
