namespace HighLight.Simulation;

/// <summary>What the analytical model claims of a quantity.</summary>
public enum ClaimKind
{
    /// <summary>It is the simulated one, but for the rounding of doubles.</summary>
    Exact,

    /// <summary>It is an expected value; the simulated one lies within a tolerance at large shapes.</summary>
    Statistical,

    /// <summary>Nothing: only the simulator knows it.</summary>
    SimulatorOnly,
}
