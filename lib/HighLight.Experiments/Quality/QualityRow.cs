namespace HighLight.Experiments.Quality;

/// <summary>One layer under one method, or all pruned layers together.</summary>
/// <param name="Layer">The layer's name; null for all together.</param>
/// <param name="M">Rows of operand A; null for all together.</param>
/// <param name="K">Columns of operand A; null for all together.</param>
/// <param name="Weights">How many weights.</param>
/// <param name="Method">The method.</param>
internal sealed record QualityRow(string? Layer, int? M, int? K, long Weights, PruningMethod Method)
{
    public required double Density { get; init; }

    public required double KeptL1Share { get; init; }

    public required double KeptL2Share { get; init; }

    /// <summary>The highest kept L2 share of any mask with as many positions in each layer.</summary>
    public required double BestL2Share { get; init; }

    public required double OutputError { get; init; }

    /// <summary>The row with the lowest kept L2 share, and that share; null for all layers together.</summary>
    public (int Row, double KeptL2Share)? Worst { get; init; }

    public double RelativeError => Math.Sqrt(Math.Max(0, 1 - (KeptL2Share * KeptL2Share)));

    /// <summary>The kept L2 norm over the highest that as many positions can keep, 0..1.</summary>
    public double ShareOfBest => BestL2Share == 0 ? 1 : KeptL2Share / BestL2Share;

    /// <summary>
    /// All layers together, a layer counting by its number of weights: as if each were scaled to weights of one mean magnitude (L1) and of one root mean
    /// square (L2). Unscaled norms would follow the few layers with large weights, and a layer's scale is arbitrary where a normalisation was folded into it.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="layers">Its rows, at least one.</param>
    public static QualityRow Together(PruningMethod method, IReadOnlyCollection<QualityRow> layers)
    {
        var weights = layers.Sum(row => row.Weights);
        return new(Layer: null, M: null, K: null, weights, method)
        {
            Density = Mean(row => row.Density),
            KeptL1Share = Mean(row => row.KeptL1Share),
            KeptL2Share = Math.Sqrt(Mean(row => row.KeptL2Share * row.KeptL2Share)),
            BestL2Share = Math.Sqrt(Mean(row => row.BestL2Share * row.BestL2Share)),
            OutputError = Math.Sqrt(Mean(row => row.OutputError * row.OutputError)),
        };

        double Mean(Func<QualityRow, double> value) => layers.Sum(row => row.Weights * value(row)) / weights;
    }
}
