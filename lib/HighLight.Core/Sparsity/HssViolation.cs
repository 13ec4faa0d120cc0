using System.Collections.Immutable;

namespace HighLight.Sparsity;

/// <summary>
/// A fiber of a matrix under an <see cref="HssLayout"/> that holds more nonempty coordinates than its rank's rule allows. A fiber of a tree, under
/// any specification, is a <see cref="Fibertrees.FiberViolation"/>.
/// </summary>
/// <param name="Row">The row of the matrix.</param>
/// <param name="Segment">The segment of the row.</param>
/// <param name="Rank">The rank of the rule; 0 is the lowest.</param>
/// <param name="Coordinates">Where the fiber hangs: the group in the segment, then a coordinate of each rank above
/// <paramref name="Rank"/>, highest first.</param>
/// <param name="FirstColumn">The first column of the row that the fiber spans.</param>
/// <param name="ColumnCount">How many columns it spans; the segment's end, not the padding, ends it.</param>
/// <param name="Nonempty">The nonempty coordinates in the fiber, ascending; more than the rule's G.</param>
/// <param name="Rule">The rule.</param>
public sealed record HssViolation(
    int Row,
    int Segment,
    int Rank,
    ImmutableArray<int> Coordinates,
    int FirstColumn,
    int ColumnCount,
    ImmutableArray<int> Nonempty,
    Gh Rule)
{
    private const int Shown = 16;

    /// <summary>The group in the segment.</summary>
    public int Group => Coordinates[0];

    /// <inheritdoc/>
    public bool Equals(HssViolation? other) =>
        other is not null
        && (Row, Segment, Rank, FirstColumn, ColumnCount, Rule) == (other.Row, other.Segment, other.Rank, other.FirstColumn, other.ColumnCount, other.Rule)
        && Coordinates.AsSpan().SequenceEqual(other.Coordinates.AsSpan())
        && Nonempty.AsSpan().SequenceEqual(other.Nonempty.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Row, Rank, FirstColumn, Rule, Nonempty.Length);

    /// <summary>
    /// For example <c>Row 3, segment 1, group 0, C1 = 2: the C0 fiber in columns 40..43 has 3 nonempty coordinates (0, 1, 3), but 2:4
    /// allows 2. Empty 1 of them (HssPruner keeps the largest), or use 3:4.</c> At most sixteen coordinates are shown.
    /// </summary>
    public override string ToString()
    {
        var where = string.Concat(Coordinates.Skip(1).Select((c, i) => Invariant($", C{Rank + Coordinates.Length - 1 - i} = {c}")));
        var coordinates = string.Join(", ", Nonempty.Take(Shown)) + (Nonempty.Length > Shown ? ", …" : "");
        return Invariant($"Row {Row}, segment {Segment}, group {Group}{where}: the C{Rank} fiber in columns {FirstColumn}..{FirstColumn + ColumnCount - 1} has {Nonempty.Length} nonempty coordinates ({coordinates}), but {Rule} allows {Rule.G}. ")
            + Invariant($"Empty {Nonempty.Length - Rule.G} of them (HssPruner keeps the largest), or use {Nonempty.Length}:{Rule.H}.");
    }
}
