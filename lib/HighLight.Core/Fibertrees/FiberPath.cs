using System.Collections.Immutable;

namespace HighLight.Fibertrees;

/// <summary>Where a fiber or a value stands in a tree: the coordinate taken at each rank above it, outermost first.</summary>
/// <param name="Ranks">The names of the ranks passed.</param>
/// <param name="Coordinates">The coordinate at each of them.</param>
public sealed record FiberPath(ImmutableArray<string> Ranks, ImmutableArray<int> Coordinates)
{
    /// <summary>The coordinate at the rank called <paramref name="rank"/>.</summary>
    /// <exception cref="ArgumentException">The path does not pass such a rank; the message lists those it passes.</exception>
    public int this[string rank] => Ranks.IndexOf(rank) is >= 0 and var i
        ? Coordinates[i]
        : throw new ArgumentException($"The path passes no rank '{rank}', only {(Ranks.IsEmpty ? "the root" : string.Join(", ", Ranks))}.", nameof(rank));

    /// <summary>Equality of the ranks and of the coordinates.</summary>
    public bool Equals(FiberPath? other) =>
        other is not null && Coordinates.SequenceEqual(other.Coordinates) && Ranks.SequenceEqual(other.Ranks);

    /// <inheritdoc/>
    public override int GetHashCode() => Coordinates.Aggregate(Coordinates.Length, HashCode.Combine);

    /// <summary>For example <c>K=0, C1=2</c>; <c>root</c> for the path of the root.</summary>
    public override string ToString() =>
        Ranks.IsEmpty ? "root" : string.Join(", ", Ranks.Zip(Coordinates, (rank, coordinate) => Invariant($"{rank}={coordinate}")));
}
