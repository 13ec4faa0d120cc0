namespace HighLight.Hardware;

/// <summary>Operands that a level of storage keeps.</summary>
[Flags]
public enum KeptOperands
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A, the weights.</summary>
    A = 1,

    /// <summary>B, the activations.</summary>
    B = 2,

    /// <summary>Z, the outputs and their partial sums.</summary>
    Z = 4,

    /// <summary>All three.</summary>
    All = A | B | Z,
}
