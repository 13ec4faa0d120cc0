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
    /// <summary>For example <c>C1=2: keeps 0 (1.5), 3 (0.7); drops 1 (0.2)</c>.</summary>
    public override string ToString()
    {
        var dropped = Candidates.Where(c => !Kept.Contains(c.Coordinate)).ToArray();
        var kept = string.Join(", ", Candidates.Where(c => Kept.Contains(c.Coordinate)));
        return $"{Path}: keeps {(kept.Length == 0 ? "nothing" : kept)}{(dropped.Length == 0 ? "" : "; drops " + string.Join(", ", dropped))}{(IsTail ? " (tail)" : "")}";
    }
}
