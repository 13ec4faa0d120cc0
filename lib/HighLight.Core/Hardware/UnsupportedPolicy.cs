namespace HighLight.Hardware;

/// <summary>How a design runs an operand whose sparsity it does not support.</summary>
public enum UnsupportedPolicy
{
    /// <summary>As dense: its zeros are data.</summary>
    RunDense,

    /// <summary>Not at all; the evaluation says why.</summary>
    Refuse,

    /// <summary>
    /// As two operands that are served, one pass after the other, where it is denser than those by up to twice: 8 of 8 values as twice 4 of 8. Where it is not, it is refused,
    /// or runs as dense on a design that runs dense operands. An option of ours for S2TA, on whose denser operands nothing is known.
    /// </summary>
    TwoPass,
}
