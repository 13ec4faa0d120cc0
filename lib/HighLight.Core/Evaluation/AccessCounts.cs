namespace HighLight.Evaluation;

/// <summary>How often each part of a design acts for one GEMM. Words are operand words of the design; rows are accesses of the global buffer.</summary>
/// <param name="MacsDone">Multiply-accumulates that spend energy.</param>
/// <param name="MacsGated">Multiply-accumulates that spend a cycle and no energy but the gate's.</param>
/// <param name="MacsSkipped">Multiply-accumulates of the dense product, its groups filled up, that take no cycle.</param>
/// <param name="RegisterAccesses">Data accesses of the operand registers.</param>
/// <param name="LocalAccumulatorAccesses">Accesses of accumulators beside the multipliers.</param>
/// <param name="RegisterMetadataBits">Metadata bits that move through the operand registers.</param>
/// <param name="AccumulatorReads">Reads of partial sums from the register files.</param>
/// <param name="AccumulatorWrites">Writes of partial sums.</param>
/// <param name="BufferReadWordsA">Words of A read from the global buffer.</param>
/// <param name="BufferReadWordsB">Words of B read from the global buffer.</param>
/// <param name="BufferWriteWords">Words of A and B written into the global buffer.</param>
/// <param name="MetadataReadBits">Metadata bits read from the buffer.</param>
/// <param name="MetadataWriteBits">Metadata bits written into the buffer.</param>
/// <param name="DramReadWordsA">Words of A read from DRAM.</param>
/// <param name="DramReadWordsB">Words of B read from DRAM.</param>
/// <param name="DramWriteWords">Words of Z written to DRAM.</param>
/// <param name="DramReadMetadataBits">Metadata bits read from DRAM.</param>
/// <param name="DramWriteMetadataBits">Metadata bits of Z written to DRAM.</param>
/// <param name="DramReadWordsShortcut">Words of a shortcut, the tensor that is added to Z, read from DRAM. Like Z it bypasses the global buffer.</param>
/// <param name="DramReadShortcutMetadataBits">Metadata bits of a shortcut read from DRAM.</param>
/// <param name="DramWriteSums">Partial sums spilled to DRAM, each of <see cref="Hardware.Accelerator.SpilledSumBits"/>; Z itself is in <paramref name="DramWriteWords"/>.</param>
/// <param name="DramReadSums">Partial sums read back.</param>
public readonly record struct AccessCounts(
    double MacsDone,
    double MacsGated,
    double MacsSkipped,
    double RegisterAccesses,
    double LocalAccumulatorAccesses,
    double RegisterMetadataBits,
    double AccumulatorReads,
    double AccumulatorWrites,
    double BufferReadWordsA,
    double BufferReadWordsB,
    double BufferWriteWords,
    double MetadataReadBits,
    double MetadataWriteBits,
    double DramReadWordsA,
    double DramReadWordsB,
    double DramWriteWords,
    double DramReadMetadataBits,
    double DramWriteMetadataBits,
    double DramReadWordsShortcut = 0,
    double DramReadShortcutMetadataBits = 0,
    double DramWriteSums = 0,
    double DramReadSums = 0);
