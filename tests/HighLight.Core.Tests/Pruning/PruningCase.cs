using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>A pattern, a tail policy and weights in slices that the pattern need not divide.</summary>
internal sealed record PruningCase(HssPruner Pruner, Matrix<float> Weights, int SegmentLength)
{
    public HssLayout Layout => Pruner.Layout(Weights.Columns, SegmentLength);

    public Mask Mask => Pruner.Prune(Weights, SegmentLength);

    public static Gen<PruningCase> Any { get; } =
        Gen.Select(HighLight.Any.Pattern(maxRanks: 3, maxH: 5), Gen.OneOf(TailPolicy.Pad, TailPolicy.Dense), Gen.Int[1, 70], Gen.Int[0, 3], Gen.Int[0, 4])
            .SelectMany((pattern, tails, segment, segments, rows) => HighLight.Any.Weight.Array[rows * segments * segment].Select(values =>
                new PruningCase(new HssPruner(pattern, tails), Matrix<float>.Create(rows, segments * segment, values), segment)));

    /// <summary>Cases in which no group is cut short.</summary>
    public static Gen<PruningCase> Whole { get; } =
        Gen.Select(HighLight.Any.Pattern(maxRanks: 3, maxH: 4), Gen.Int[1, 3], Gen.Int[0, 3])
            .SelectMany((pattern, groups, rows) => HighLight.Any.Weight.Array[rows * groups * (int)pattern.GroupSize].Select(values =>
                new PruningCase(new HssPruner(pattern, TailPolicy.Reject), Matrix<float>.Create(rows, groups * (int)pattern.GroupSize, values), (int)pattern.GroupSize * groups)));
}
