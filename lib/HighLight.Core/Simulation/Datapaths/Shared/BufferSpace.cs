using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>Whether the tiles of a nest fit their levels: structured operands to the word, others by their mean.</summary>
internal static class BufferSpace
{
    /// <summary>What the largest tiles of a level need beyond what there is, with both numbers; null where all fit.</summary>
    public static string? Problem(DatapathJob job)
    {
        for (var level = job.Nest.Levels; level > 0; level--)
        {
            if (Problem(job, level) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? Problem(DatapathJob job, int level)
    {
        var (storage, nest) = (job.Design.Levels[level], job.Nest);
        int m = nest.Size(level, GemmLoop.M), k = nest.Size(level, GemmLoop.K), n = nest.Size(level, GemmLoop.N);
        double data = 0, metadata = 0;
        if (storage.Holds(KeptOperands.A))
        {
            var (words, bits) = Need(job.RunOfA, job.Design.A, m, k, nest.TileK);
            (data, metadata) = (data + (words * job.Design.WordBits / 8), metadata + (bits / 8));
        }

        if (storage.Holds(KeptOperands.B))
        {
            var (words, bits) = Need(job.RunOfB, job.Design.B, n, k, nest.TileK);
            (data, metadata) = (data + (words * job.Design.WordBits / 8), metadata + (bits / 8));
        }

        if (storage.Holds(KeptOperands.Z))
        {
            data += (double)m * n * (job.SpillsSums ? job.Design.SpilledSumBits : job.Design.WordBits) / 8;
        }

        // Means are rounded as doubles are.
        const double Rounding = 1 + 1e-12;
        var name = level == nest.Levels ? "the global buffer" : storage.Name;
        return data <= storage.CapacityBytes * Rounding && metadata <= storage.MetadataCapacityBytes * Rounding
            ? null
            : Invariant($"its tiles need {data:0} bytes of data and {metadata:0} of metadata; {name} of {job.Design} has ")
                + Invariant($"{storage.CapacityBytes} and {storage.MetadataCapacityBytes}. ")
                + "Take smaller tiles, or leave the mapping to the mapper.";
    }

    /// <summary>Need of some lines and a part of K, which lies in parts of the innermost level.</summary>
    private static (double Words, double Bits) Need(OperandRun run, OperandSupport support, long lines, long length, long part)
    {
        double positions = lines * ((length / part * run.Padded(part)) + run.Padded(length % part));
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
