using System.Collections.Immutable;
using HighLight.Sparsity;

namespace HighLight.Pruning;

/// <summary>A fiber that holds more nonempty coordinates than its rank's rule allows.</summary>
/// <param name="Row">The row of the matrix.</param>
/// <param name="Segment">The segment (slice) of the row.</param>
/// <param name="Rank">The rank of the rule; 0 is the lowest.</param>
/// <param name="Coordinates">Where the fiber hangs: the group in the segment, then a coordinate of each rank above
/// <paramref name="Rank"/>, highest first.</param>
/// <param name="FirstColumn">The first column of the row that the fiber spans.</param>
/// <param name="ColumnCount">How many columns it spans; the matrix's edge, not the padding, ends it.</param>
/// <param name="Nonempty">The nonempty coordinates in the fiber, ascending; more than the rule's G.</param>
/// <param name="Rule">The rule.</param>
public sealed record FiberViolation(
    int Row,
    int Segment,
    int Rank,
    ImmutableArray<int> Coordinates,
    int FirstColumn,
    int ColumnCount,
    ImmutableArray<int> Nonempty,
    Gh Rule)
{
    /// <inheritdoc/>
    public bool Equals(FiberViolation? other) =>
        other is not null
        && (Row, Segment, Rank, FirstColumn, ColumnCount, Rule) == (other.Row, other.Segment, other.Rank, other.FirstColumn, other.ColumnCount, other.Rule)
        && Coordinates.AsSpan().SequenceEqual(other.Coordinates.AsSpan())
        && Nonempty.AsSpan().SequenceEqual(other.Nonempty.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Row, Rank, FirstColumn, Rule, Nonempty.Length);

    /// <summary>
    /// For example <c>Row 3, segment 1, group 0, C1 = 2: the C0 fiber in columns 40..43 has 3 nonempty coordinates (0, 1, 3), but 2:4
    /// allows 2. Empty 1 of them (HssPruner keeps the largest), or use 3:4.</c>
    /// </summary>
    public override string ToString()
    {
        var where = string.Concat(Coordinates.Skip(1).Select((c, i) => Invariant($", C{Rank + Coordinates.Length - 1 - i} = {c}")));
        var excess = Nonempty.Length - Rule.G;
        return Invariant($"Row {Row}, segment {Segment}, group {Coordinates[0]}{where}: the C{Rank} fiber in columns {FirstColumn}..{FirstColumn + ColumnCount - 1} has {Nonempty.Length} nonempty coordinates ({string.Join(", ", Nonempty)}), but {Rule} allows {Rule.G}. ")
            + Invariant($"Empty {excess} of them (HssPruner keeps the largest), or use {Nonempty.Length}:{Rule.H}.");
    }
}
