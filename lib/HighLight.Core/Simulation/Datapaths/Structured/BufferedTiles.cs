using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// What the global buffer holds: one tile of A and one of B. A tile that is not there is read from DRAM and written into the buffer.
/// </summary>
internal sealed class BufferedTiles
{
    private readonly int _wordBits;
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;
    private StationaryTile? _a;
    private StreamedTile? _b;
    private long _mostBytes;
    private long _mostMetadataBytes;

    public BufferedTiles(int wordBits, ActionCounters counters, Probe? probe)
    {
        _wordBits = wordBits;
        _counters = counters;
        _probe = probe;
    }

    /// <summary>Makes sure that both tiles are in the buffer.</summary>
    public void Hold(StationaryTile a, StreamedTile b)
    {
        if (!ReferenceEquals(_a, a))
        {
            _a = a;
            _counters.DramReadWordsA += a.Words;
            Fill("A", a.Words, a.MetadataBits);
        }

        if (!ReferenceEquals(_b, b))
        {
            _b = b;
            _counters.DramReadWordsB += b.Words;
            Fill("B", b.Words, b.MetadataBits);
        }

        _mostBytes = Math.Max(_mostBytes, ((_a.Words + _b.Words) * _wordBits) / 8);
        _mostMetadataBytes = Math.Max(_mostMetadataBytes, (_a.MetadataBits + _b.MetadataBits + 7) / 8);
    }

    public void Report()
    {
        _counters.Report("global buffer", "most bytes of data held", _mostBytes);
        _counters.Report("global buffer", "most bytes of metadata held", _mostMetadataBytes);
    }

    private void Fill(string operand, long words, long metadataBits)
    {
        _counters.BufferWriteWords += words;
        _counters.DramReadMetadataBits += metadataBits;
        _counters.MetadataWriteBits += metadataBits;
        _probe?.Tell("global buffer", operand, Invariant($"a tile of {words} words and {metadataBits} bits of metadata arrives from DRAM"));
    }
}
