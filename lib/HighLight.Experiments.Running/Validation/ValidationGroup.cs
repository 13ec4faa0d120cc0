namespace HighLight.Experiments.Running.Validation;

/// <summary>What a simulation belongs to.</summary>
public enum ValidationGroup
{
    /// <summary>The grid of shapes, patterns and densities.</summary>
    Grid,

    /// <summary>DSTC with fewer banks and shallower collectors, its conflicts charged by the analytical model.</summary>
    Conflicts,

    /// <summary>Layers of a real model.</summary>
    Layers,
}
