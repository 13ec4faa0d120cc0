using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>How much the global buffer holds at most: one tile of each operand that does not pass it by.</summary>
internal sealed class BufferedTiles(Accelerator design, ActionCounters counters)
{
    private long _mostBytes;
    private long _mostMetadataBytes;

    /// <summary>Two tiles are in the buffer.</summary>
    public void Hold(StationaryTile a, StreamedTile b)
    {
        long words = 0, bits = 0;
        if (design.GlobalBuffer.Holds(KeptOperands.A))
        {
            (words, bits) = (a.Words, a.MetadataBits);
        }

        if (design.GlobalBuffer.Holds(KeptOperands.B))
        {
            (words, bits) = (words + b.Words, bits + b.MetadataBits);
        }

        _mostBytes = Math.Max(_mostBytes, words * design.WordBits / 8);
        _mostMetadataBytes = Math.Max(_mostMetadataBytes, (bits + 7) / 8);
    }

    public void Report()
    {
        counters.Report("global buffer", "most bytes of data held", _mostBytes);
        counters.Report("global buffer", "most bytes of metadata held", _mostMetadataBytes);
    }
}
