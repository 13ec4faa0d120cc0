namespace HighLight.Simulation;

/// <summary>One quantity, as evaluated and as simulated.</summary>
/// <param name="Quantity">For example <c>MacsDone</c>, <c>Cycles</c> or <c>VFMU row fetches</c>.</param>
/// <param name="Unit">For example <c>words</c>.</param>
/// <param name="Analytical">By the analytical model; null where only the simulator knows.</param>
/// <param name="Simulated">By the simulator.</param>
/// <param name="Claim">What the analytical model claims.</param>
public readonly record struct ComparisonRow(string Quantity, string Unit, double? Analytical, double Simulated, Claim Claim)
{
    /// <summary>Doubles of these sums are rounded at about the sixteenth digit.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Analytical less simulated; null where there is no analytical value.</summary>
    public double? Difference => Analytical - Simulated;

    /// <summary>
    /// The difference over the simulated value; null where there is none, or the simulated value is 0 and the analytical is not.
    /// </summary>
    public double? RelativeDifference => Difference is not { } difference ? null
        : difference == 0 ? 0
        : Simulated == 0 ? null
        : difference / Math.Abs(Simulated);

    /// <summary>Whether the claim holds.</summary>
    public bool Holds => Claim.Kind == ClaimKind.SimulatorOnly
        || (Difference is { } difference
            && Math.Abs(difference) <= (Rounding * Math.Max(1, Math.Abs(Simulated))) + (Claim.Tolerance * Math.Abs(Simulated)));
}
