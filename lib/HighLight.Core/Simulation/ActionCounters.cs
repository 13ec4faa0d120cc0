namespace HighLight.Simulation;

/// <summary>The counters that the parts of one datapath increment as they act.</summary>
internal sealed class ActionCounters
{
    private readonly List<PartEvent> _events = [];

    public long MacsDone { get; set; }

    public long MacsGated { get; set; }

    public long MacsSkipped { get; set; }

    public long RegisterAccesses { get; set; }

    public long LocalAccumulatorAccesses { get; set; }

    public long RegisterMetadataBits { get; set; }

    public long AccumulatorReads { get; set; }

    public long AccumulatorWrites { get; set; }

    public long BufferReadWordsA { get; set; }

    public long BufferReadWordsB { get; set; }

    public long BufferWriteWords { get; set; }

    public long MetadataReadBits { get; set; }

    public long MetadataWriteBits { get; set; }

    public long DramReadWordsA { get; set; }

    public long DramReadWordsB { get; set; }

    public long DramWriteWords { get; set; }

    public long DramReadMetadataBits { get; set; }

    public long DramWriteMetadataBits { get; set; }

    /// <summary>Reports what a part did that the analytical model does not count; once for each part and action, when the run is over.</summary>
    public void Report(string part, string action, long count) => _events.Add(new(part, action, count));

    public SimulatedCounts ToCounts() => new(
        MacsDone, MacsGated, MacsSkipped, RegisterAccesses, LocalAccumulatorAccesses, RegisterMetadataBits, AccumulatorReads, AccumulatorWrites, BufferReadWordsA, BufferReadWordsB,
        BufferWriteWords, MetadataReadBits, MetadataWriteBits, DramReadWordsA, DramReadWordsB, DramWriteWords, DramReadMetadataBits, DramWriteMetadataBits)
    {
        Events = [.. _events],
    };
}
