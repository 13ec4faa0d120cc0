using System.Collections.Immutable;

namespace HighLight.Fibertrees;

/// <summary>What a pruning step kept of one fiber.</summary>
/// <param name="Path">Where the fiber stands in the arranged tree.</param>
/// <param name="Shape">How many coordinates exist in it, empty ones included.</param>
/// <param name="Candidates">Its nonempty coordinates before the step, ascending, with their scores.</param>
/// <param name="Kept">The coordinates kept, ascending.</param>
/// <param name="IsTail">Whether the fiber lies in a tail that <see cref="Sparsity.TailPolicy.Dense"/> exempts, so that all of it is kept.</param>
public sealed record FiberChoice(
    FiberPath Path, int Shape, ImmutableArray<ScoredCoordinate> Candidates, ImmutableArray<int> Kept, bool IsTail)
{
    private const int Shown = 16;

    /// <summary>For example <c>C1=2: keeps 0 (1.5), 3 (0.7); drops 1 (0.2)</c>; at most sixteen coordinates of each are shown.</summary>
    public override string ToString()
    {
        var kept = Candidates.Where(c => Kept.BinarySearch(c.Coordinate) >= 0);
        var dropped = Candidates.Length > Kept.Length ? "; drops " + List(Candidates.Where(c => Kept.BinarySearch(c.Coordinate) < 0), Candidates.Length - Kept.Length) : "";
        return $"{Path}: keeps {(Kept.IsEmpty ? "nothing" : List(kept, Kept.Length))}{dropped}{(IsTail ? " (tail)" : "")}";
    }

    private static string List(IEnumerable<ScoredCoordinate> coordinates, int count) =>
        string.Join(", ", coordinates.Take(Shown)) + (count > Shown ? Invariant($", … {count - Shown} more") : "");
}
