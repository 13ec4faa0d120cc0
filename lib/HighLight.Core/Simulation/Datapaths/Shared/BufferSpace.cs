using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>Whether the tiles of a nest fit the global buffer: structured operands to the word, others by their mean.</summary>
internal static class BufferSpace
{
    /// <summary>What the largest tiles need beyond what there is, with both numbers; null where they fit.</summary>
    public static string? Problem(DatapathJob job)
    {
        var (buffer, nest) = (job.Design.GlobalBuffer, job.Nest);
        var (wordsOfA, bitsOfA) = Need(job.RunOfA, job.Design.A, nest.TileM, nest.TileK);
        var (wordsOfB, bitsOfB) = Need(job.RunOfB, job.Design.B, nest.TileN, nest.TileK);
        double data = (wordsOfA + wordsOfB) * job.Design.WordBits / 8, metadata = (bitsOfA + bitsOfB) / 8;

        // Means are rounded as doubles are.
        const double Rounding = 1 + 1e-12;
        return data <= buffer.CapacityBytes * Rounding && metadata <= buffer.MetadataCapacityBytes * Rounding
            ? null
            : Invariant($"its tiles need {data:0} bytes of data and {metadata:0} of metadata; the global buffer of {job.Design} has ")
                + Invariant($"{buffer.CapacityBytes} and {buffer.MetadataCapacityBytes}. ")
                + "Take smaller tiles, or leave the mapping to the mapper.";
    }

    private static (double Words, double Bits) Need(OperandRun run, OperandSupport support, long lines, long length)
    {
        double positions = lines * run.Padded(length);
        if (run.Pattern is not { } pattern)
        {
            return run.Storage == OperandStorage.Bitmask ? (positions * run.Nonzeros / run.Values, positions) : (positions, 0);
        }

        var words = run.Storage == OperandStorage.Plain ? positions : positions * (double)pattern.KeptPerGroup / (double)pattern.GroupSize;
        return run.Storage switch
        {
            OperandStorage.Bitmask => (words, positions * run.Passes),
            OperandStorage.Offsets => (words, positions / (double)pattern.GroupSize * OffsetBits(pattern, support)),
            _ => (run.Storage == OperandStorage.Plain ? positions * run.Passes : words, 0),
        };
    }

    /// <summary>Bits of all offsets of a group.</summary>
    private static double OffsetBits(HssPattern pattern, OperandSupport support)
    {
        double bits = 0, entries = 1;
        for (var rank = pattern.RankCount - 1; rank >= 0; rank--)
        {
            entries *= pattern[rank].G;
            bits += entries * OffsetWidths.Of(support, pattern, rank);
        }

        return bits;
    }
}
