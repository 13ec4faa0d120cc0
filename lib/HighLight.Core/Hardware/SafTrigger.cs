namespace HighLight.Hardware;

/// <summary>What sets a piece of sparsity hardware in motion.</summary>
public enum SafTrigger
{
    /// <summary>Each multiply that takes a cycle, gated ones included.</summary>
    Multiply,

    /// <summary>Each word of A that arrives from the global buffer.</summary>
    WordOfA,

    /// <summary>Each row of B read from the global buffer.</summary>
    RowOfB,

    /// <summary>Each row of compressed B read from the global buffer.</summary>
    CompressedRowOfB,

    /// <summary>Each value of B that reaches the array, unpacked.</summary>
    ValueOfB,

    /// <summary>Each value of a block of B that a selection of rank <see cref="SafUnit.Rank"/> passes on to a row of the array.</summary>
    SelectedBlockValue,

    /// <summary>Each word of Z that is written.</summary>
    WordOfZ,

    /// <summary>Each multiply of the dense product, skipped ones included.</summary>
    DenseMultiply,
}
