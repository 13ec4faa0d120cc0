namespace HighLight.Simulation;

/// <summary>A claim of the analytical model about one quantity.</summary>
/// <param name="Kind">How it is meant.</param>
/// <param name="Tolerance">The relative difference within which the claim holds; 0 where nothing but rounding is allowed.</param>
public readonly record struct Claim(ClaimKind Kind, double Tolerance)
{
    /// <summary>Equal but for the rounding of doubles.</summary>
    public static Claim Exact => new(ClaimKind.Exact, 0);

    /// <summary>Nothing is claimed.</summary>
    public static Claim SimulatorOnly => new(ClaimKind.SimulatorOnly, 0);

    /// <summary>An expected value that is met within <paramref name="tolerance"/>, relative.</summary>
    public static Claim Statistical(double tolerance) => new(ClaimKind.Statistical, tolerance);

    /// <summary>For example <c>exact</c> or <c>within 2 %</c>.</summary>
    public override string ToString() => Kind switch
    {
        ClaimKind.Exact => "exact",
        ClaimKind.Statistical => Invariant($"within {100 * Tolerance:0.##} %"),
        _ => "simulator only",
    };
}
