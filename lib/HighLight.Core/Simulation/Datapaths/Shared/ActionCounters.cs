using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>The counters that the parts of one datapath increment as they act.</summary>
internal sealed class ActionCounters
{
    private readonly List<(string Part, string Action, long Count)> _events = [];
    private readonly LevelCounters _sourceOfA;
    private readonly LevelCounters _sourceOfB;

    /// <param name="storage">The levels, and which operands pass which by.</param>
    public ActionCounters(StorageLevels storage)
    {
        Levels = [.. storage.Select(_ => new LevelCounters())];
        _sourceOfA = Levels[StorageSources.Of(storage, KeptOperands.A)];
        _sourceOfB = Levels[StorageSources.Of(storage, KeptOperands.B)];
    }

    public long MacsDone { get; set; }

    public long MacsGated { get; set; }

    public long MacsSkipped { get; set; }

    public long RegisterAccesses { get; set; }

    public long LocalAccumulatorAccesses { get; set; }

    public long RegisterMetadataBits { get; set; }

    public long AccumulatorReads { get; set; }

    public long AccumulatorWrites { get; set; }

    /// <summary>Words of A that the array took.</summary>
    public long WordsOfA { get; private set; }

    /// <summary>Words of B that the array took.</summary>
    public long WordsOfB { get; private set; }

    /// <summary>By level of the design's storage, outermost first.</summary>
    public LevelCounters[] Levels { get; }

    /// <summary>Reports of parts, in the order in which they came.</summary>
    public IReadOnlyList<(string Part, string Action, long Count)> Events => _events;

    /// <summary>The array takes words and metadata bits of A from the innermost level that keeps it.</summary>
    public void TakeA(long words, long bits)
    {
        WordsOfA += words;
        _sourceOfA.A.Read(words, bits);
    }

    /// <summary>The same of B.</summary>
    public void TakeB(long words, long bits)
    {
        WordsOfB += words;
        _sourceOfB.B.Read(words, bits);
    }

    /// <summary>Reports what a part did besides; once for each part and action, when the run is over.</summary>
    public void Report(string part, string action, long count) => _events.Add((part, action, count));
}
