namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>Fills the global buffer from DRAM: a tile that is there already is not read again.</summary>
internal sealed class BufferFill
{
    private readonly IStoredOperand _a;
    private readonly IStoredOperand _b;
    private readonly ActionCounters _counters;
    private TileBounds? _present;

    public BufferFill(IStoredOperand a, IStoredOperand b, ActionCounters counters)
    {
        _a = a;
        _b = b;
        _counters = counters;
    }

    /// <summary>Brings in what is not there of the tiles of A and B.</summary>
    public void Load(in TileBounds tile)
    {
        var sameK = _present is { } was && (was.FromK, was.ToK) == (tile.FromK, tile.ToK);
        if (!sameK || _present is not { } a || (a.FromM, a.ToM) != (tile.FromM, tile.ToM))
        {
            _counters.DramReadWordsA += Fill(_a, tile.FromM, tile.ToM, tile);
        }

        if (!sameK || _present is not { } b || (b.FromN, b.ToN) != (tile.FromN, tile.ToN))
        {
            _counters.DramReadWordsB += Fill(_b, tile.FromN, tile.ToN, tile);
        }

        _present = tile;
    }

    private long Fill(IStoredOperand operand, int fromLine, int toLine, in TileBounds tile)
    {
        var words = operand.Words(fromLine, toLine, tile.FromK, tile.ToK);
        var bits = operand.MetadataBits(fromLine, toLine, tile.FromK, tile.ToK);
        _counters.BufferWriteWords += words;
        _counters.DramReadMetadataBits += bits;
        _counters.MetadataWriteBits += bits;
        return words;
    }
}
