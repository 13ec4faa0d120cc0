namespace HighLight.Models.Layers;

/// <summary>What became of a node that is a matrix product: a layer, or the reason why it is none.</summary>
internal readonly record struct LayerResult(LayerWeights? Layer, string Reason)
{
    public static implicit operator LayerResult(LayerWeights layer) => new(layer, string.Empty);

    public static implicit operator LayerResult(string reason) => new(null, reason);
}
