namespace HighLight.Hardware;

/// <summary>How a design runs an operand whose sparsity it does not support.</summary>
public enum UnsupportedPolicy
{
    /// <summary>As dense: its zeros are data.</summary>
    RunDense,

    /// <summary>Not at all; the evaluation says why.</summary>
    Refuse,
}
