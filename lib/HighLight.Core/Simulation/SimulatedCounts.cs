using System.Collections.Immutable;
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
public sealed record SimulatedCounts(
    long MacsDone,
    long MacsGated,
    long MacsSkipped,
    long RegisterAccesses,
    long LocalAccumulatorAccesses,
    long RegisterMetadataBits,
    long AccumulatorReads,
    long AccumulatorWrites,
    long BufferReadWordsA,
    long BufferReadWordsB,
    long BufferWriteWords,
    long MetadataReadBits,
    long MetadataWriteBits,
    long DramReadWordsA,
    long DramReadWordsB,
    long DramWriteWords,
    long DramReadMetadataBits,
    long DramWriteMetadataBits)
{
    /// <summary>Partial sums spilled to DRAM, each of <see cref="Hardware.Accelerator.SpilledSumBits"/>.</summary>
    public long DramWriteSums { get; init; }

    /// <summary>Partial sums read back.</summary>
    public long DramReadSums { get; init; }

    /// <summary>Actions that the analytical model does not count, in the order of the datapath.</summary>
    public ImmutableArray<PartEvent> Events { get; init; } = [];

    /// <summary>The count of one event; 0 where the datapath has no such part.</summary>
    /// <param name="part">For example <c>VFMU</c>.</param>
    /// <param name="action">For example <c>row fetches</c>.</param>
    public long Event(string part, string action) =>
        Events.FirstOrDefault(
            e => string.Equals(e.Part, part, StringComparison.Ordinal) && string.Equals(e.Action, action, StringComparison.Ordinal)).Count;

    internal static SimulatedCounts Of(ActionCounters counters) => new(
        counters.MacsDone,
        counters.MacsGated,
        counters.MacsSkipped,
        counters.RegisterAccesses,
        counters.LocalAccumulatorAccesses,
        counters.RegisterMetadataBits,
        counters.AccumulatorReads,
        counters.AccumulatorWrites,
        counters.BufferReadWordsA,
        counters.BufferReadWordsB,
        counters.BufferWriteWords,
        counters.MetadataReadBits,
        counters.MetadataWriteBits,
        counters.DramReadWordsA,
        counters.DramReadWordsB,
        counters.DramWriteWords,
        counters.DramReadMetadataBits,
        counters.DramWriteMetadataBits)
    {
        DramWriteSums = counters.DramWriteSums,
        DramReadSums = counters.DramReadSums,
        Events = [.. counters.Events.Select(e => new PartEvent(e.Part, e.Action, e.Count))],
    };

    /// <summary>Same counts and same events.</summary>
    public bool Equals(SimulatedCounts? other) =>
        other is not null && Numbers.SequenceEqual(other.Numbers) && Events.AsSpan().SequenceEqual(other.Events.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Events.Aggregate(Numbers.Aggregate(0, HashCode.Combine), HashCode.Combine);

    private IEnumerable<long> Numbers =>
    [
        MacsDone, MacsGated, MacsSkipped, RegisterAccesses, LocalAccumulatorAccesses, RegisterMetadataBits, AccumulatorReads,
        AccumulatorWrites, BufferReadWordsA, BufferReadWordsB, BufferWriteWords, MetadataReadBits, MetadataWriteBits, DramReadWordsA,
        DramReadWordsB, DramWriteWords, DramReadMetadataBits, DramWriteMetadataBits, DramWriteSums, DramReadSums,
    ];
}
