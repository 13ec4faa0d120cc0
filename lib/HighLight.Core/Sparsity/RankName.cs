namespace HighLight.Sparsity;

/// <summary>
/// The name of a rank: the dimensions it flattens, each an upper-case letter (<c>C</c>, <c>RS</c>, <c>CRS</c>), and, where it is one of the
/// ranks that these were split into, its index (<c>C1</c>, <c>C0</c>; 0 is the innermost).
/// </summary>
/// <param name="Dimensions">One or more distinct letters A..Z, outermost first.</param>
/// <param name="SplitIndex">The index of a split, 0 or more; null for a rank that is not split.</param>
public readonly record struct RankName(string Dimensions, int? SplitIndex)
{
    /// <summary>Whether the rank flattens more than one dimension.</summary>
    public bool IsFlattened => Dimensions.Length > 1;

    /// <summary>For example <c>C1</c>.</summary>
    public override string ToString() => Invariant($"{Dimensions}{SplitIndex}");
}
