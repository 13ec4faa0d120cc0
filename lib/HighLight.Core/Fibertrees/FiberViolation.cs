using HighLight.Sparsity;

namespace HighLight.Fibertrees;

/// <summary>A fiber that holds more nonempty coordinates than the rule of its rank allows.</summary>
/// <param name="Rank">The name of the rank.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Path">Where the fiber stands in the tree arranged by the specification.</param>
/// <param name="Fiber">The fiber.</param>
public sealed record FiberViolation(string Rank, Gh Rule, FiberPath Path, Fiber Fiber)
{
    /// <summary>For example <c>The fiber of rank C0 at K=0, C1=2 holds 3 of 4: 0, 1, 3; 2:4 allows 2.</c></summary>
    public override string ToString() => Invariant($"The fiber of rank {Rank} at {Path} holds {Fiber}; {Rule} allows {Rule.G}.");
}
