using System.Diagnostics.CodeAnalysis;
using HighLight.Hardware;

namespace HighLight.Evaluation;

/// <summary>How often each part of a design acts for one GEMM. Words are operand words of the design.</summary>
/// <remarks>An evaluation writes it in place, for it is large; to others it is immutable.</remarks>
public record struct AccessCounts
{
    private PerLevel<LevelAccesses> _levels;

    /// <summary>Multiply-accumulates that spend energy.</summary>
    public double MacsDone { readonly get; internal set; }

    /// <summary>Multiply-accumulates that spend a cycle and no energy but the gate's.</summary>
    public double MacsGated { readonly get; internal set; }

    /// <summary>Multiply-accumulates of the dense product, its groups filled up, that take no cycle.</summary>
    public double MacsSkipped { readonly get; internal set; }

    /// <summary>Data accesses of the operand registers.</summary>
    public double RegisterAccesses { readonly get; internal set; }

    /// <summary>Accesses of accumulators beside the multipliers.</summary>
    public double LocalAccumulatorAccesses { readonly get; internal set; }

    /// <summary>Metadata bits that move through the operand registers.</summary>
    public double RegisterMetadataBits { readonly get; internal set; }

    /// <summary>Reads of partial sums from the register files.</summary>
    public double AccumulatorReads { readonly get; internal set; }

    /// <summary>Writes of partial sums.</summary>
    public double AccumulatorWrites { readonly get; internal set; }

    /// <summary>Words of a shortcut, the tensor that is added to Z: it is read from the outermost level and passes the others by.</summary>
    public double ShortcutReadWords { readonly get; internal set; }

    /// <summary>Its metadata bits.</summary>
    public double ShortcutReadMetadataBits { readonly get; internal set; }

    /// <summary>Levels of the design's storage.</summary>
    public int LevelCount { readonly get; internal set; }

    /// <summary>What each level moves, in the order of <see cref="Accelerator.Levels"/>; to look at one, <see cref="Level"/> copies less.</summary>
    public PerLevel<LevelAccesses> Levels
    {
        readonly get => _levels;
        internal set => _levels = value;
    }

    /// <summary>The outermost level.</summary>
    [UnscopedRef]
    public readonly ref readonly LevelAccesses Dram => ref _levels[0];

    /// <summary>The innermost level, which feeds the array.</summary>
    [UnscopedRef]
    public readonly ref readonly LevelAccesses Buffer => ref _levels[Math.Max(0, LevelCount - 1)];

    /// <summary>What a level moves.</summary>
    /// <param name="level">Its place in <see cref="Accelerator.Levels"/>.</param>
    [UnscopedRef]
    public readonly ref readonly LevelAccesses Level(int level) => ref _levels[level];

    /// <summary>A level, to be written.</summary>
    [UnscopedRef]
    internal ref LevelAccesses LevelToWrite(int level) => ref _levels[level];

    /// <summary>Words of A read from the innermost level.</summary>
    public readonly double BufferReadWordsA => Buffer.A.ReadWords;

    /// <summary>Words of B read from the innermost level.</summary>
    public readonly double BufferReadWordsB => Buffer.B.ReadWords;

    /// <summary>Words of A and B written into the innermost level.</summary>
    public readonly double BufferWriteWords => Buffer.FilledWords;

    /// <summary>Metadata bits read from the innermost level.</summary>
    public readonly double MetadataReadBits => Buffer.ReadMetadataBits;

    /// <summary>Metadata bits written into the innermost level.</summary>
    public readonly double MetadataWriteBits => Buffer.WriteMetadataBits;

    /// <summary>Words of A read from DRAM.</summary>
    public readonly double DramReadWordsA => Dram.A.ReadWords;

    /// <summary>Words of B read from DRAM.</summary>
    public readonly double DramReadWordsB => Dram.B.ReadWords;

    /// <summary>Words of Z written to DRAM.</summary>
    public readonly double DramWriteWords => Dram.Z.WriteWords;

    /// <summary>Metadata bits read from DRAM, those of a shortcut apart.</summary>
    public readonly double DramReadMetadataBits => Dram.ReadMetadataBits;

    /// <summary>Metadata bits of Z written to DRAM.</summary>
    public readonly double DramWriteMetadataBits => Dram.WriteMetadataBits;

    /// <summary>Words of a shortcut read from DRAM.</summary>
    public readonly double DramReadWordsShortcut => ShortcutReadWords;

    /// <summary>Metadata bits of a shortcut read from DRAM.</summary>
    public readonly double DramReadShortcutMetadataBits => ShortcutReadMetadataBits;

    /// <summary>Partial sums spilled to DRAM, each of <see cref="Accelerator.SpilledSumBits"/>; Z itself is in <see cref="DramWriteWords"/>.</summary>
    public readonly double DramWriteSums => Dram.SumsWritten;

    /// <summary>Partial sums read back from DRAM.</summary>
    public readonly double DramReadSums => Dram.SumsRead;
}
