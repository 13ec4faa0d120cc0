namespace HighLight.Fibertrees;

/// <summary>A value of a tree and where it stands.</summary>
/// <param name="Path">Its coordinate at every rank.</param>
/// <param name="Value">The value, not 0.</param>
public readonly record struct FibertreeLeaf(FiberPath Path, float Value)
{
    /// <summary>For example <c>K=0, C=3: 0.5</c>.</summary>
    public override string ToString() => Invariant($"{Path}: {Value}");
}
