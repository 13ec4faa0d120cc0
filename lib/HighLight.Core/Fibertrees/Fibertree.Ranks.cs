using HighLight.Sparsity;

namespace HighLight.Fibertrees;

/// <content>The transformations of the ranks.</content>
public sealed partial class Fibertree
{
    /// <summary>
    /// Splits a rank X into X1 and, below it, X0 with fibers of <paramref name="shape"/> coordinates: coordinate c becomes c / shape, c mod shape. Where the
    /// shape does not divide the rank's, the last fiber is shorter. A rank that is split already (C1) can be split again: the splits of a dimension
    /// are numbered anew, 0 innermost.
    /// </summary>
    /// <param name="rank">The rank's name.</param>
    /// <param name="shape">The shape of the lower rank, 1 or more.</param>
    /// <exception cref="ArgumentException">There is no such rank, or the new name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The shape is below 1, or too large to count.</exception>
    public Fibertree Split(string rank, int shape) => With(Layout.Split(rank, shape));

    /// <summary>
    /// Flattens two or more ranks that follow each other into one, named by their names in sequence: coordinates combine as upper · shape + lower.
    /// Splits of one dimension flatten back (C1, C0 into C).
    /// </summary>
    /// <param name="ranks">The names, outermost first.</param>
    /// <exception cref="ArgumentException">A rank does not exist or does not follow the one before, or a split of one dimension is to be flattened with another dimension.</exception>
    public Fibertree Flatten(params ReadOnlySpan<string> ranks) => With(Layout.Flatten(ranks));

    /// <summary>The ranks in another order.</summary>
    /// <param name="ranks">Every rank's name once, outermost first.</param>
    /// <exception cref="ArgumentException">The names are not a permutation of the ranks.</exception>
    public Fibertree Reorder(params ReadOnlySpan<string> ranks) => With(Layout.Reorder(ranks));

    /// <summary>The tree with the ranks of the tensor that it was built from, whatever was done to them since.</summary>
    public Fibertree WithOriginalRanks() => With(RankLayout.Of(OriginalRanks));

    /// <summary>
    /// The tree with the ranks of a specification: its dimensions reordered, flattened and split as written. Dimensions that it does not name stay
    /// outermost, in the tensor's order. A rule G:H on a rank longer than H splits it; the remainder becomes a rank of the next index if it is not written.
    /// </summary>
    /// <exception cref="SparsityFormatException">The specification does not fit the tensor; the exception lists every violation with its fix.</exception>
    public Fibertree Arrange(SparsitySpecification specification) => With(Arrangement.Create(specification, OriginalRanks).Layout);

    /// <summary>The part of the tree at one coordinate of a rank, with all ranks kept: for looking at a part of a large tree.</summary>
    /// <exception cref="ArgumentException">There is no such rank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The coordinate is outside the rank's shape.</exception>
    public Fibertree Restrict(string rank, int coordinate)
    {
        var depth = Layout.Depth(rank);
        if ((uint)coordinate >= (uint)Ranks[depth].Shape)
        {
            throw new ArgumentOutOfRangeException(nameof(coordinate), coordinate, Invariant($"Coordinates of rank {rank} are in 0..{Ranks[depth].Shape - 1}."));
        }

        return Where(Array.ConvertAll(_positions, position => Layout.Coordinate(Layout.Key(position), depth) == coordinate));
    }
}
