namespace HighLight.Models.Layers;

/// <summary>New weights for one layer, made by <see cref="LayerWeights"/> and written by <see cref="OnnxModel.WithWeights"/>.</summary>
public sealed class WeightUpdate
{
    internal WeightUpdate(LayerWeights layer, float[] values)
    {
        Layer = layer;
        Elements = layer.Store(values);
    }

    /// <summary>The layer.</summary>
    public LayerWeights Layer { get; }

    /// <summary>The elements as they will be stored.</summary>
    internal byte[] Elements { get; }

    /// <summary>The layer.</summary>
    public override string ToString() => $"new weights for {Layer}";
}
