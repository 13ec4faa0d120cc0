using HighLight.Models.Layers;
using HighLight.Tensors;

namespace HighLight.Experiments.Quality;

/// <summary>One layer's weights as operand A, and activations to measure the output error with.</summary>
internal sealed record LayerCase(string Name, Matrix<float> Weights, int SegmentLength, Matrix<float> Activations)
{
    /// <param name="layer">The layer.</param>
    /// <param name="columns">N: columns of activations.</param>
    /// <param name="seed">Of the activations; each layer draws its own by its index.</param>
    public static LayerCase Of(LayerWeights layer, int columns, int seed)
    {
        var weights = layer.ToMatrix();
        return new(layer.LayerName, weights, layer.SegmentLength, RectifiedNormal(weights.Columns, columns, seed));
    }

    /// <summary>max(0, normal): what a ReLU passes on, half of it zeros.</summary>
    private static Matrix<float> RectifiedNormal(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        return Matrix<float>.Create(rows, columns, (_, _) =>
        {
            // Box and Muller's transform.
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            return (float)Math.Max(0, radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        });
    }
}
