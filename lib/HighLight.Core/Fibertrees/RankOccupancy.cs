using HighLight.Tensors;

namespace HighLight.Fibertrees;

/// <summary>How full the fibers of one rank are.</summary>
/// <param name="Rank">The rank, with the shape of a fiber that no tail cuts short.</param>
/// <param name="Fibers">Fibers with at least one nonempty coordinate.</param>
/// <param name="EmptyFibers">Fibers with none, which are absent from the tree.</param>
/// <param name="Min">The smallest number of nonempty coordinates in a fiber that is present; 0 if none is.</param>
/// <param name="Mean">The mean number of nonempty coordinates over the fibers that are present; 0 if none is.</param>
/// <param name="Max">The largest number of nonempty coordinates in a fiber; 0 if none is present.</param>
public sealed record RankOccupancy(TensorRank Rank, long Fibers, long EmptyFibers, int Min, double Mean, int Max)
{
    /// <summary>For example <c>C0:4: 6 fibers of 1..2 (mean 1.83), 2 empty</c>.</summary>
    public override string ToString() => Invariant($"{Rank}: {Fibers} fibers of {Min}..{Max} (mean {Mean:G3}), {EmptyFibers} empty");
}
