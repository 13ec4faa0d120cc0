namespace HighLight.Evaluation;

/// <summary>What the mapper minimises.</summary>
public enum Objective
{
    /// <summary>Energy × cycles.</summary>
    Edp,

    /// <summary>Energy.</summary>
    Energy,

    /// <summary>Cycles.</summary>
    Cycles,
}
