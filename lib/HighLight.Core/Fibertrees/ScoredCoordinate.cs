namespace HighLight.Fibertrees;

/// <summary>A coordinate that competes for its place in a pruned fiber.</summary>
/// <param name="Coordinate">The coordinate.</param>
/// <param name="Score">The magnitude of its value at the lowest rank; above, the root mean square of the values that survived below it, over all positions that exist there.</param>
public readonly record struct ScoredCoordinate(int Coordinate, double Score)
{
    /// <summary>For example <c>3 (0.75)</c>.</summary>
    public override string ToString() => Invariant($"{Coordinate} ({Score:G3})");
}
