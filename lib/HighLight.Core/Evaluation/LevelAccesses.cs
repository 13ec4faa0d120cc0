namespace HighLight.Evaluation;

/// <summary>What one level of storage moves for one GEMM, by operand; all 0 for an operand that passes the level by.</summary>
/// <param name="A">Weights.</param>
/// <param name="B">Activations.</param>
/// <param name="Z">Outputs, finished.</param>
/// <param name="SumsRead">Partial sums read, each of <see cref="Hardware.Accelerator.SpilledSumBits"/>.</param>
/// <param name="SumsWritten">Partial sums written.</param>
public readonly record struct LevelAccesses(
    OperandAccesses A,
    OperandAccesses B,
    OperandAccesses Z,
    double SumsRead,
    double SumsWritten)
{
    /// <summary>Words of A and B written: what fills the level.</summary>
    public double FilledWords => A.WriteWords + B.WriteWords;

    /// <summary>Metadata bits read, a shortcut's apart.</summary>
    public double ReadMetadataBits => A.ReadMetadataBits + B.ReadMetadataBits + Z.ReadMetadataBits;

    /// <summary>Metadata bits written.</summary>
    public double WriteMetadataBits => A.WriteMetadataBits + B.WriteMetadataBits + Z.WriteMetadataBits;
}
