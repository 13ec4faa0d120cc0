using HighLight.Models.Layers;
using HighLight.Pruning;
using HighLight.Tensors;

namespace HighLight.Experiments.Quality;

/// <summary>One layer's weights as operand A, and activations to measure the output error with.</summary>
internal sealed record LayerCase(string Name, Matrix<float> Weights, int SegmentLength, Matrix<float> Activations, KeptBound Bound)
{
    /// <param name="layer">The layer.</param>
    /// <param name="columns">N: columns of activations.</param>
    /// <param name="seed">Of the activations; each layer has its own.</param>
    public static LayerCase Of(LayerWeights layer, int columns, int seed)
    {
        var weights = layer.ToMatrix();
        return new(layer.LayerName, weights, layer.SegmentLength, RectifiedNormal(weights.Columns, columns, seed), KeptBound.Of(weights));
    }

    /// <exception cref="ArgumentException">The method cannot prune this layer; the message names both.</exception>
    public QualityRow Measure(PruningMethod method)
    {
        try
        {
            var mask = method.Pruner.Prune(Weights, SegmentLength);
            var quality = PruningQuality.Measure(Weights, mask);
            return new(Name, Weights.Rows, Weights.Columns, Weights.Values.Length, method)
            {
                Density = quality.Density.ToDouble(),
                KeptL1Share = quality.KeptL1Share,
                KeptL2Share = quality.KeptL2Share,
                BestL2Share = Bound.KeptL2Share(mask.Count),
                OutputError = OutputError.Relative(Weights, mask.Apply(Weights), Activations),
                Worst = quality.WorstRow is { } row ? (row, quality.WorstRowKeptL2Share) : null,
            };
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException(
                Invariant($"Layer '{Name}' (M={Weights.Rows}, K={Weights.Columns}, fibers of {SegmentLength}) cannot be pruned by '{method.Label}' ({method.Pruner.Name}): {problem.Message}"), problem);
        }
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
