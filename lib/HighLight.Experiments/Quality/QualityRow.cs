using HighLight.Pruning;

namespace HighLight.Experiments.Quality;

/// <summary>One layer (or all of them together) under one method.</summary>
internal sealed record QualityRow(string Layer, int M, int K, PruningMethod Method, double Density, double KeptL1Share, double KeptL2Share, double OutputError)
{
    /// <summary>The row with the lowest kept L2 share, and that share; null for all layers together.</summary>
    public (int Row, double KeptL2Share)? Worst { get; init; }

    public double RelativeError => Math.Sqrt(Math.Max(0, 1 - (KeptL2Share * KeptL2Share)));

    public static QualityRow Of(LayerCase layer, PruningMethod method, Mask mask)
    {
        var quality = PruningQuality.Measure(layer.Weights, mask);
        var error = Pruning.OutputError.Relative(layer.Weights, mask.Apply(layer.Weights), layer.Activations);
        return new(layer.Name, layer.Weights.Rows, layer.Weights.Columns, method, quality.Density.ToDouble(), quality.KeptL1Share, quality.KeptL2Share, error)
        {
            Worst = quality.WorstRow is { } row ? (row, quality.WorstRowKeptL2Share) : null,
        };
    }
}
