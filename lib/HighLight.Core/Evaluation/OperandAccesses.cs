namespace HighLight.Evaluation;

/// <summary>What one level of storage moves of one operand.</summary>
/// <param name="ReadWords">Words read from the level, inwards or, of Z, outwards.</param>
/// <param name="WriteWords">Words written into it.</param>
/// <param name="ReadMetadataBits">Metadata bits read.</param>
/// <param name="WriteMetadataBits">Metadata bits written.</param>
public readonly record struct OperandAccesses(double ReadWords, double WriteWords, double ReadMetadataBits, double WriteMetadataBits);
