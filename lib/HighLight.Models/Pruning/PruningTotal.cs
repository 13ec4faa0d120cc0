using HighLight.Sparsity;

namespace HighLight.Models.Pruning;

/// <summary>What pruning kept of several layers together.</summary>
/// <param name="Layers">Number of layers.</param>
/// <param name="Weights">Weights of these layers.</param>
/// <param name="Kept">Weights that the masks keep.</param>
/// <param name="KeptL1Share">Share of the sum of magnitudes that is kept, 0..1.</param>
/// <param name="KeptL2Share">Share of the L2 norm that is kept, 0..1.</param>
public sealed record PruningTotal(int Layers, long Weights, long Kept, double KeptL1Share, double KeptL2Share)
{
    /// <summary>Kept weights over all; 1 without weights.</summary>
    public Fraction Density => Weights == 0 ? Fraction.One : new Fraction(Kept, Weights);

    internal static PruningTotal Of(IReadOnlyCollection<PrunedLayer> layers)
    {
        double l1 = 0, keptL1 = 0, squares = 0, keptSquares = 0;
        foreach (var layer in layers)
        {
            l1 += layer.L1Norm;
            keptL1 += layer.L1Norm * layer.Quality.KeptL1Share;
            squares += layer.L2Norm * layer.L2Norm;
            keptSquares += layer.L2Norm * layer.L2Norm * layer.Quality.KeptL2Share * layer.Quality.KeptL2Share;
        }

        return new PruningTotal(
            layers.Count,
            layers.Sum(layer => (long)layer.Layer.Count),
            layers.Sum(layer => layer.Mask.Count),
            l1 == 0 ? 1 : keptL1 / l1,
            squares == 0 ? 1 : Math.Sqrt(keptSquares / squares));
    }
}
