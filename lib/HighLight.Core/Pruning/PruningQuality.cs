using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>How much of the weights' magnitude a mask keeps.</summary>
/// <param name="Density">Kept positions over all positions.</param>
/// <param name="KeptL1Share">Σ|kept| / Σ|all|, 0..1; 1 where all weights are zero.</param>
/// <param name="KeptL2Share">‖kept‖₂ / ‖all‖₂, 0..1; 1 where all weights are zero.</param>
/// <param name="RelativeError">‖dropped‖₂ / ‖all‖₂, 0..1; 0 where all weights are zero. Its square and that of the kept L2 share add up
/// to 1.</param>
/// <param name="WorstRow">The row with the lowest kept L2 share, the lowest of equals; null without rows.</param>
/// <param name="WorstRowKeptL2Share">The kept L2 share of that row; an all-zero row, and a matrix without rows, has 1.</param>
public sealed record PruningQuality(
    Fraction Density,
    double KeptL1Share,
    double KeptL2Share,
    double RelativeError,
    int? WorstRow,
    double WorstRowKeptL2Share)
{
    /// <summary>Measures what <paramref name="mask"/> keeps of <paramref name="weights"/>, in double precision.</summary>
    /// <exception cref="ArgumentException">A weight is NaN or infinite, or the mask has another shape.</exception>
    public static PruningQuality Measure(Matrix<float> weights, Mask mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        mask.ThrowIfShapeDiffers(weights, nameof(weights));
        PrunableWeights.ThrowIfNotFinite(weights, nameof(weights));
        double kept = 0, dropped = 0, keptSquares = 0, droppedSquares = 0;
        int? worstRow = null;
        var worstShare = 1.0;
        for (var row = 0; row < weights.Rows; row++)
        {
            double rowKept = 0, rowDropped = 0, rowKeptSquares = 0, rowDroppedSquares = 0;
            var values = weights.Row(row);
            var bits = mask.Row(row);
            for (var column = 0; column < values.Length; column++)
            {
                double magnitude = Math.Abs(values[column]);
                if (BitRow.Get(bits, column))
                {
                    rowKept += magnitude;
                    rowKeptSquares += magnitude * magnitude;
                }
                else
                {
                    rowDropped += magnitude;
                    rowDroppedSquares += magnitude * magnitude;
                }
            }

            kept += rowKept;
            dropped += rowDropped;
            keptSquares += rowKeptSquares;
            droppedSquares += rowDroppedSquares;
            var share = Math.Sqrt(Share(rowKeptSquares, rowDroppedSquares));
            if (worstRow is null || share < worstShare)
            {
                (worstRow, worstShare) = (row, share);
            }
        }

        var squareShare = Share(keptSquares, droppedSquares);
        return new PruningQuality(
            mask.Density,
            Share(kept, dropped),
            Math.Sqrt(squareShare),
            Math.Sqrt(droppedSquares == 0 ? 0 : Share(droppedSquares, keptSquares)),
            worstRow,
            worstShare);
    }

    /// <summary>For example <c>density 1/2, kept L1 0.625, kept L2 0.819, error 0.574; worst row 0: kept L2 0.819</c>, to three digits.</summary>
    public override string ToString() => Invariant($"density {Density}, kept L1 {KeptL1Share:G3}, kept L2 {KeptL2Share:G3}, error {RelativeError:G3}")
        + (WorstRow is { } row ? Invariant($"; worst row {row}: kept L2 {WorstRowKeptL2Share:G3}") : "");

    private static double Share(double part, double rest) => rest == 0 ? 1 : part / (part + rest);
}
