using HighLight.Sparsity;

namespace HighLight.Hardware;

/// <summary>Whether every tensor of one pattern also obeys another, so that hardware for the latter runs it.</summary>
public static class PatternContainment
{
    /// <summary>
    /// Whether each rule of <paramref name="wider"/> holds for every tensor pruned to <paramref name="pattern"/>. A rule counts the nonempty blocks of a run of H
    /// blocks; it is checked at the worst place. The answer is cautious: false where runs and groups are out of step, or longer than a long counts.
    /// </summary>
    public static bool Holds(HssPattern wider, HssPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(wider);
        ArgumentNullException.ThrowIfNull(pattern);
        if (wider.IsDense)
        {
            return true;
        }

        if (wider.GroupSize > long.MaxValue || pattern.GroupSize > long.MaxValue)
        {
            return false;
        }

        long block = 1;
        for (var rank = 0; rank < wider.RankCount; rank++)
        {
            var rule = wider[rank];
            if (!rule.IsDense && MostNonempty(pattern, pattern.RankCount - 1, block, block * rule.H) > rule.G)
            {
                return false;
            }

            block *= rule.H;
        }

        return true;
    }

    /// <summary>The most blocks of <paramref name="block"/> values, out of an aligned run of <paramref name="length"/>, that can hold a nonzero.</summary>
    private static long MostNonempty(HssPattern pattern, int rank, long block, long length)
    {
        var (size, total) = (Size(pattern, rank), Size(pattern, rank) * pattern[rank].H);
        var all = length / block;
        if (length > total)
        {
            // Blocks larger than a group, or across its end, may all hold one of a group's nonzeros.
            return length % total == 0 && total % block == 0 ? length / total * MostNonempty(pattern, rank, block, total) : all;
        }

        if (total % length != 0)
        {
            return all;
        }

        // The run lies within one fiber of this rank, which keeps G of its payloads of `size` values.
        if (length <= size)
        {
            return rank == 0 ? Math.Min(all, pattern[0].G) : MostNonempty(pattern, rank - 1, block, length);
        }

        if (length % size != 0 || (block < size && size % block != 0))
        {
            return all;
        }

        var payloads = Math.Min(length / size, pattern[rank].G);
        return block >= size
            ? block % size == 0 ? Math.Min(all, payloads) : all
            : payloads * (rank == 0 ? 1 : MostNonempty(pattern, rank - 1, block, size));
    }

    private static long Size(HssPattern pattern, int rank)
    {
        long size = 1;
        for (var below = 0; below < rank; below++)
        {
            size = checked(size * pattern[below].H);
        }

        return size;
    }
}
