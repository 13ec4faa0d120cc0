using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>
/// Pruning of weight tensors that are not matrices: reordered so that the pruned rank is innermost, pruned, and put back.
/// </summary>
public static class ConvolutionPruning
{
    /// <summary>
    /// Prunes convolution weights with the ranks K, C, R, S (in any order; ONNX and PyTorch have KCRS) as the matrix with rows K and
    /// columns R, S, C. Segments have C columns each, so that no group straddles two kernel positions.
    /// </summary>
    /// <inheritdoc cref="PruneTensor(IPruner, DenseTensor{float}, ReadOnlySpan{string}, ReadOnlySpan{string}, bool)"/>
    public static PrunedTensor PruneTensor(this IPruner pruner, DenseTensor<float> weights) => pruner.PruneTensor(weights, ["K"], ["R", "S", "C"]);

    /// <summary>
    /// Prunes a tensor as the matrix with <paramref name="rowRanks"/> flattened into rows and <paramref name="columnRanks"/> into
    /// columns.
    /// </summary>
    /// <param name="pruner">How to prune.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="rowRanks">The ranks along rows, outermost first.</param>
    /// <param name="columnRanks">The ranks along columns, outermost first: the last one is the pruned rank, and one run of it is a
    /// segment.</param>
    /// <param name="groupsMayStraddle">Whether the whole row is one segment, so that groups run across the other column ranks.</param>
    /// <returns>The pruned tensor, its ranks in the order of <paramref name="weights"/>, and the mask in matrix order.</returns>
    /// <exception cref="ArgumentException">
    /// The names are not the tensor's ranks, a weight is NaN or infinite (its position is given in the matrix), or the pruner cannot
    /// serve the shape.
    /// </exception>
    public static PrunedTensor PruneTensor(
        this IPruner pruner,
        DenseTensor<float> weights,
        ReadOnlySpan<string> rowRanks,
        ReadOnlySpan<string> columnRanks,
        bool groupsMayStraddle = false)
    {
        ArgumentNullException.ThrowIfNull(pruner);
        ArgumentNullException.ThrowIfNull(weights);
        var matrix = weights.ToMatrix(rowRanks, columnRanks);
        var segmentLength = groupsMayStraddle || columnRanks.IsEmpty ? matrix.Columns : weights.Shape(columnRanks[^1]);
        var mask = pruner.Prune(matrix, segmentLength);
        var pruned = mask.Apply(matrix).ToTensor(Ranks(weights, rowRanks), Ranks(weights, columnRanks));
        return new PrunedTensor(pruned.Reorder([.. weights.Ranks.Select(rank => rank.Name)]), mask, segmentLength);
    }

    private static TensorRank[] Ranks(DenseTensor<float> tensor, ReadOnlySpan<string> names)
    {
        var ranks = new TensorRank[names.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = new TensorRank(names[i], tensor.Shape(names[i]));
        }

        return ranks;
    }
}
