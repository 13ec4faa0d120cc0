namespace HighLight.Experiments.Running.Validation;

/// <summary>Where the zeros of B lie.</summary>
public enum ZeroPlacement
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>Each value is zero by itself with one probability: what the analytical model assumes.</summary>
    Uniform,

    /// <summary>Where a pattern puts them.</summary>
    Pattern,

    /// <summary>Where a real layer's input had them.</summary>
    Measured,

    /// <summary>A real layer's input with its values at random places: as many zeros as measured, without their order.</summary>
    Shuffled,
}
