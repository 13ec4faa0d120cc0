using System.Runtime.CompilerServices;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>
/// Keeps the largest magnitudes wherever they are: round(density · n) of the n weights of the matrix or of each row, halves rounded up.
/// Ties go to the lowest row, then the lowest column. Among all masks that keep as many, it keeps the most L1 and L2.
/// </summary>
public sealed record UnstructuredPruner : IPruner
{
    /// <summary>Creates the pruner.</summary>
    /// <param name="density">The share of weights that is kept, 0..1.</param>
    /// <param name="scope">Over which weights magnitudes compare.</param>
    /// <exception cref="ArgumentException">The density is not in 0..1, or the scope is unknown; the message lists both.</exception>
    [OverloadResolutionPriority(1)]
    public UnstructuredPruner(Fraction density, UnstructuredScope scope = UnstructuredScope.Global)
    {
        PrunerSettings.ThrowIfAny(
            "unstructured", KeptShare.Problem(density), Enum.IsDefined(scope) ? null : Invariant($"scope {scope} is not Global or PerRow"));
        Density = density;
        Scope = scope;
    }

    /// <summary>Creates the pruner from a density read with 15 significant digits: 0.15 is 3/20.</summary>
    /// <inheritdoc cref="UnstructuredPruner(Fraction, UnstructuredScope)"/>
    public UnstructuredPruner(double density, UnstructuredScope scope = UnstructuredScope.Global)
        : this(KeptShare.Read(density), scope)
    {
    }

    /// <summary>The share of weights that is kept, 0..1.</summary>
    public Fraction Density { get; }

    /// <summary>Over which weights magnitudes compare.</summary>
    public UnstructuredScope Scope { get; }

    /// <inheritdoc/>
    public string Name => Invariant($"unstructured {Density}") + (Scope == UnstructuredScope.PerRow ? " per row" : "");

    /// <inheritdoc/>
    public Mask Prune(Matrix<float> weights, int? segmentLength = null)
    {
        PrunableWeights.ThrowIfNotFinite(weights, nameof(weights));
        HssLayout.SegmentOf(weights.Columns, segmentLength);
        var words = Mask.Allocate(weights.Rows, weights.Columns);
        if (weights.Values.IsEmpty)
        {
            return Mask.Wrap(weights.Rows, weights.Columns, words);
        }

        var rowsPerCut = Scope == UnstructuredScope.PerRow ? 1 : weights.Rows;
        var length = rowsPerCut * weights.Columns;
        var keep = KeptShare.Of(Density, length);
        var magnitudes = new float[length];
        var scratch = new float[length];
        for (var firstRow = 0; firstRow < weights.Rows; firstRow += rowsPerCut)
        {
            var values = weights.Values.Slice(firstRow * weights.Columns, length);
            for (var i = 0; i < length; i++)
            {
                magnitudes[i] = Math.Abs(values[i]);
            }

            var (threshold, ties) = TopSelection.Cut<float>(magnitudes, keep, scratch);
            for (var row = 0; row < rowsPerCut; row++)
            {
                var bits = Mask.RowOf(words, firstRow + row, weights.Columns);
                var rowMagnitudes = magnitudes.AsSpan(row * weights.Columns, weights.Columns);
                for (var column = 0; column < rowMagnitudes.Length; column++)
                {
                    if (rowMagnitudes[column] > threshold || (rowMagnitudes[column] == threshold && ties-- > 0))
                    {
                        BitRow.Set(bits, column);
                    }
                }
            }
        }

        return Mask.Wrap(weights.Rows, weights.Columns, words);
    }

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
