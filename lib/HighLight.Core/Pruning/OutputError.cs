using System.Numerics;
using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>What pruning does to a layer's output Z = W·X.</summary>
public static class OutputError
{
    /// <summary>The relative output error ‖(W − W′)X‖_F / ‖WX‖_F, accumulated in double precision.</summary>
    /// <param name="weights">W, M×K.</param>
    /// <param name="pruned">W′, M×K: the pruned (or otherwise changed) weights.</param>
    /// <param name="activations">X, K×N: the layer's inputs, one column an output position.</param>
    /// <returns>0 or more; 0 where both norms are 0, positive infinity where only ‖WX‖_F is.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or a value is NaN or infinite.</exception>
    public static double Relative(Matrix<float> weights, Matrix<float> pruned, Matrix<float> activations)
    {
        PrunableWeights.ThrowIfNotFinite(weights, nameof(weights));
        PrunableWeights.ThrowIfNotFinite(pruned, nameof(pruned));
        PrunableWeights.ThrowIfNotFinite(activations, nameof(activations));
        if (weights.Rows != pruned.Rows || weights.Columns != pruned.Columns || weights.Columns != activations.Rows)
        {
            throw new ArgumentException(
                Invariant($"Weights {weights.Rows}×{weights.Columns}, pruned {pruned.Rows}×{pruned.Columns} and activations {activations.Rows}×{activations.Columns} do not fit: they are M×K, M×K and K×N."),
                nameof(pruned));
        }

        // Row sums land in arrays and are added in order, so the result does not depend on how rows were shared out.
        var outputs = new double[weights.Rows];
        var errors = new double[weights.Rows];
        Parallel.For(
            0,
            weights.Rows,
            () => (Kept: new double[activations.Columns], Lost: new double[activations.Columns]),
            (row, _, sums) =>
            {
                (outputs[row], errors[row]) = SquaredNorms(weights.Row(row), pruned.Row(row), activations, sums.Kept, sums.Lost);
                return sums;
            },
            _ => { });
        var output = outputs.Sum();
        var error = errors.Sum();
        return error == 0 ? 0 : Math.Sqrt(error / output);
    }

    /// <summary>
    /// The squared norms of w·X and of (w − w′)·X for one row; w·X is the sum of w′·X and (w − w′)·X, which mostly share no product.
    /// </summary>
    private static (double Output, double Error) SquaredNorms(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> pruned, Matrix<float> activations, double[] kept, double[] lost)
    {
        Array.Clear(kept);
        Array.Clear(lost);
        for (var k = 0; k < weights.Length; k++)
        {
            AddScaled(pruned[k], activations.Row(k), kept);
            AddScaled((double)weights[k] - pruned[k], activations.Row(k), lost);
        }

        double output = 0, error = 0;
        for (var n = 0; n < kept.Length; n++)
        {
            output += (kept[n] + lost[n]) * (kept[n] + lost[n]);
            error += lost[n] * lost[n];
        }

        return (output, error);
    }

    private static void AddScaled(double factor, ReadOnlySpan<float> values, Span<double> sums)
    {
        if (factor == 0)
        {
            return;
        }

        // Products and sums are rounded one by one for each element, so the vector width does not change the result.
        var at = 0;
        var scale = new Vector<double>(factor);
        for (; at <= values.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(values[at..]), out var low, out var high);
            var lowSums = sums[at..];
            var highSums = lowSums[Vector<double>.Count..];
            (new Vector<double>(lowSums) + (scale * low)).CopyTo(lowSums);
            (new Vector<double>(highSums) + (scale * high)).CopyTo(highSums);
        }

        for (; at < values.Length; at++)
        {
            sums[at] += factor * values[at];
        }
    }
}
