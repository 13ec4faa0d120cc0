using System.Collections.Immutable;
using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

/// <summary>How often each part acted. In whole actions; <see cref="Events"/> holds what only a simulator knows.</summary>
/// <param name="MacsDone">Multiply-accumulates that spend energy.</param>
/// <param name="MacsGated">Multiply-accumulates that spend a cycle and no energy but the gate's.</param>
/// <param name="MacsSkipped">Multiply-accumulates of the dense product, its groups filled up, that take no cycle.</param>
/// <param name="RegisterAccesses">Data accesses of the operand registers.</param>
/// <param name="LocalAccumulatorAccesses">Accesses of accumulators beside the multipliers.</param>
/// <param name="RegisterMetadataBits">Metadata bits that move through the operand registers.</param>
/// <param name="AccumulatorReads">Reads of partial sums from the register files.</param>
/// <param name="AccumulatorWrites">Writes of partial sums.</param>
/// <param name="Levels">What each level of the storage moved, in the order of <see cref="Accelerator.Levels"/>: two or more.</param>
public sealed record SimulatedCounts(
    long MacsDone,
    long MacsGated,
    long MacsSkipped,
    long RegisterAccesses,
    long LocalAccumulatorAccesses,
    long RegisterMetadataBits,
    long AccumulatorReads,
    long AccumulatorWrites,
    ImmutableArray<SimulatedLevel> Levels)
{
    /// <summary>The outermost level.</summary>
    public SimulatedLevel Dram => Levels[0];

    /// <summary>The innermost level, which feeds the array.</summary>
    public SimulatedLevel Buffer => Levels[^1];

    /// <summary>Words of A read from the innermost level.</summary>
    public long BufferReadWordsA => Buffer.A.ReadWords;

    /// <summary>Words of B read from the innermost level.</summary>
    public long BufferReadWordsB => Buffer.B.ReadWords;

    /// <summary>Words of A and B written into the innermost level.</summary>
    public long BufferWriteWords => Buffer.FilledWords;

    /// <summary>Metadata bits read from the innermost level.</summary>
    public long MetadataReadBits => Buffer.ReadMetadataBits;

    /// <summary>Metadata bits written into the innermost level.</summary>
    public long MetadataWriteBits => Buffer.WriteMetadataBits;

    /// <summary>Words of A read from DRAM.</summary>
    public long DramReadWordsA => Dram.A.ReadWords;

    /// <summary>Words of B read from DRAM.</summary>
    public long DramReadWordsB => Dram.B.ReadWords;

    /// <summary>Words of Z written to DRAM.</summary>
    public long DramWriteWords => Dram.Z.WriteWords;

    /// <summary>Metadata bits read from DRAM.</summary>
    public long DramReadMetadataBits => Dram.ReadMetadataBits;

    /// <summary>Metadata bits of Z written to DRAM.</summary>
    public long DramWriteMetadataBits => Dram.WriteMetadataBits;

    /// <summary>Partial sums spilled to DRAM, each of <see cref="Accelerator.SpilledSumBits"/>.</summary>
    public long DramWriteSums => Dram.SumsWritten;

    /// <summary>Partial sums read back.</summary>
    public long DramReadSums => Dram.SumsRead;

    /// <summary>Actions that the analytical model does not count, in the order of the datapath.</summary>
    public ImmutableArray<PartEvent> Events { get; init; } = [];

    /// <summary>The count of one event; 0 where the datapath has no such part.</summary>
    /// <param name="part">For example <c>VFMU</c>.</param>
    /// <param name="action">For example <c>row fetches</c>.</param>
    public long Event(string part, string action) =>
        Events.FirstOrDefault(
            e => string.Equals(e.Part, part, StringComparison.Ordinal) && string.Equals(e.Action, action, StringComparison.Ordinal)).Count;

    internal static SimulatedCounts Of(Accelerator design, ActionCounters counters) => new(
        counters.MacsDone,
        counters.MacsGated,
        counters.MacsSkipped,
        counters.RegisterAccesses,
        counters.LocalAccumulatorAccesses,
        counters.RegisterMetadataBits,
        counters.AccumulatorReads,
        counters.AccumulatorWrites,
        [.. counters.Levels.Select((level, i) => SimulatedLevel.Of(design.Levels[i].Name, level))])
    {
        Events = [.. counters.Events.Select(e => new PartEvent(e.Part, e.Action, e.Count))],
    };

    /// <summary>Same counts and same events.</summary>
    public bool Equals(SimulatedCounts? other) => other is not null
        && Numbers.SequenceEqual(other.Numbers)
        && Levels.AsSpan().SequenceEqual(other.Levels.AsSpan())
        && Events.AsSpan().SequenceEqual(other.Events.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Events.Aggregate(Levels.Aggregate(Numbers.Aggregate(0, HashCode.Combine), HashCode.Combine), HashCode.Combine);

    private IEnumerable<long> Numbers =>
    [
        MacsDone, MacsGated, MacsSkipped, RegisterAccesses, LocalAccumulatorAccesses, RegisterMetadataBits, AccumulatorReads,
        AccumulatorWrites,
    ];
}
