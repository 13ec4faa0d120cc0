namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>The counters that the parts of one datapath increment as they act.</summary>
internal sealed class ActionCounters
{
    private readonly List<(string Part, string Action, long Count)> _events = [];

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

    public long DramWriteSums { get; set; }

    public long DramReadSums { get; set; }

    /// <summary>Reports of parts, in the order in which they came.</summary>
    public IReadOnlyList<(string Part, string Action, long Count)> Events => _events;

    /// <summary>Reports what a part did besides; once for each part and action, when the run is over.</summary>
    public void Report(string part, string action, long count) => _events.Add((part, action, count));
}
