using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>Chooses which weights of a matrix are kept, by their magnitudes alone.</summary>
/// <remarks>
/// Pruners are deterministic: equal scores are decided for the lowest coordinate. They keep as many positions as their rule says even
/// where the weights there are zero, so the mask's count follows from the matrix's shape unless fibers or blocks are cut short.
/// </remarks>
public interface IPruner
{
    /// <summary>
    /// The kind and the settings in a few words, for labels: <c>HSS C1(3:4)→C0(2:4)</c>, <c>unstructured 1/4 per row</c>.
    /// </summary>
    string Name { get; }

    /// <summary>The mask of the weights to keep.</summary>
    /// <param name="weights">Operand A: a row for each output channel, the reduction along columns.</param>
    /// <param name="segmentLength">
    /// Length of the segments that columns consist of; it divides the columns. For convolution weights with columns R, S, C it is the
    /// number of input channels C (<see cref="ConvolutionPruning"/> passes it). HSS groups and blocks do not straddle segments, and a
    /// channel has one column in each. Null: a row is one segment.
    /// </param>
    /// <exception cref="ArgumentException">A weight is NaN or infinite, the segments do not divide the columns, or the pruner cannot serve
    /// this shape.</exception>
    Mask Prune(Matrix<float> weights, int? segmentLength = null);
}
