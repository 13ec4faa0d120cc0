using System.Numerics;

namespace HighLight.Pruning;

/// <summary>
/// One row of a mask: bit column % 64 of word column / 64 says whether the column is kept. Ranges are [start, start + length).
/// </summary>
internal static class BitRow
{
    public static bool Get(ReadOnlySpan<ulong> row, int column) => (row[column >> 6] >> column & 1) != 0;

    public static void Set(Span<ulong> row, int column) => row[column >> 6] |= 1UL << column;

    public static void Set(Span<ulong> row, int start, int length)
    {
        foreach (var (word, bits) in new WordRange(start, length))
        {
            row[word] |= bits;
        }
    }

    public static void Clear(Span<ulong> row, int start, int length)
    {
        foreach (var (word, bits) in new WordRange(start, length))
        {
            row[word] &= ~bits;
        }
    }

    public static bool Any(ReadOnlySpan<ulong> row, int start, int length)
    {
        foreach (var (word, bits) in new WordRange(start, length))
        {
            if ((row[word] & bits) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public static int Count(ReadOnlySpan<ulong> row)
    {
        var count = 0;
        foreach (var word in row)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
