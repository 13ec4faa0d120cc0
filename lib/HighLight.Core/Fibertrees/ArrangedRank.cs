using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Fibertrees;

/// <summary>A rank of an arranged tree with the rule that the specification puts on it.</summary>
/// <param name="Depth">Its place in the tree; 0 is outermost.</param>
/// <param name="Rank">Its name and shape.</param>
/// <param name="Rule">The rule; dense for a rank that the specification does not name.</param>
/// <param name="SplitsAbove">The ranks above it that split the same dimension, with their strides; they locate a fiber along the dimension.</param>
/// <param name="TailStart">The first index along the dimension that lies behind the last full group; the extent if there is no tail.</param>
internal sealed record ArrangedRank(int Depth, TensorRank Rank, RankRule Rule, IReadOnlyList<(int Depth, int Stride)> SplitsAbove, long TailStart)
{
    /// <summary>Whether the fiber at <paramref name="path"/> lies in the tail of its dimension, and so does everything in it.</summary>
    public bool IsTail(ReadOnlySpan<int> path)
    {
        long index = 0;
        foreach (var (depth, stride) in SplitsAbove)
        {
            index += (long)path[depth] * stride;
        }

        return index >= TailStart;
    }
}
