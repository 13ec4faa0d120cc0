using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>A pruned tensor of weights.</summary>
/// <param name="Weights">The weights, dropped ones set to zero, ranks in their original order.</param>
/// <param name="Mask">What was kept, in matrix order: for convolutions rows K, columns R, S, C.</param>
/// <param name="SegmentLength">Columns in a segment of the matrix, as an <see cref="Sparsity.HssLayout"/> of it takes them.</param>
public sealed record PrunedTensor(DenseTensor<float> Weights, Mask Mask, int SegmentLength);
