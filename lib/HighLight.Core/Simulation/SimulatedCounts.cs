using System.Collections.Immutable;
using HighLight.Evaluation;

namespace HighLight.Simulation;

/// <summary>How often each part acted. The members are those of <see cref="AccessCounts"/>, in whole actions; <see cref="Events"/> holds what only a simulator knows.</summary>
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
    /// <summary>Actions that the analytical model does not count, in the order of the datapath.</summary>
    public ImmutableArray<PartEvent> Events { get; init; } = [];

    /// <summary>The count of one event; 0 where the datapath has no such part.</summary>
    /// <param name="part">For example <c>VFMU</c>.</param>
    /// <param name="action">For example <c>row fetches</c>.</param>
    public long Event(string part, string action) =>
        Events.FirstOrDefault(e => string.Equals(e.Part, part, StringComparison.Ordinal) && string.Equals(e.Action, action, StringComparison.Ordinal)).Count;

    /// <summary>The same in the analytical model's type; what is not counted by operand stands with A.</summary>
    public AccessCounts ToAccessCounts()
    {
        PerLevel<LevelAccesses> levels = default;
        levels[0] = new(
            new(DramReadWordsA, 0, DramReadMetadataBits, 0),
            new(DramReadWordsB, 0, 0, 0),
            new(0, DramWriteWords, 0, DramWriteMetadataBits),
            0,
            0);
        levels[1] = new(
            new(BufferReadWordsA, BufferWriteWords, MetadataReadBits, MetadataWriteBits), new(BufferReadWordsB, 0, 0, 0), default, 0, 0);
        return new()
        {
            MacsDone = MacsDone,
            MacsGated = MacsGated,
            MacsSkipped = MacsSkipped,
            RegisterAccesses = RegisterAccesses,
            LocalAccumulatorAccesses = LocalAccumulatorAccesses,
            RegisterMetadataBits = RegisterMetadataBits,
            AccumulatorReads = AccumulatorReads,
            AccumulatorWrites = AccumulatorWrites,
            LevelCount = 2,
            Levels = levels,
        };
    }

    /// <summary>Same counts and same events.</summary>
    public bool Equals(SimulatedCounts? other) =>
        other is not null && ToAccessCounts() == other.ToAccessCounts() && Events.AsSpan().SequenceEqual(other.Events.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Events.Aggregate(ToAccessCounts().GetHashCode(), HashCode.Combine);
}
