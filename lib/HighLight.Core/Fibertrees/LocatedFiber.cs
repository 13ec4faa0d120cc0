namespace HighLight.Fibertrees;

/// <summary>A fiber and where it stands in its tree.</summary>
/// <param name="Path">The coordinates above it; the root's is empty.</param>
/// <param name="Fiber">The fiber.</param>
public readonly record struct LocatedFiber(FiberPath Path, Fiber Fiber)
{
    /// <summary>For example <c>K=0 → 2 of 4: 0, 3</c>.</summary>
    public override string ToString() => $"{Path} → {Fiber}";
}
