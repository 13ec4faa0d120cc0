using System.Numerics;
using HighLight.Formats;

namespace HighLight.Simulation.TimeUnrolled;

/// <summary>
/// An operand as the array sees it: rows along K (rows of A, columns of B) cut into blocks; each block is a bitmask of the positions it keeps and their values, packed.
/// </summary>
internal sealed class BlockedOperand
{
    private readonly ulong[] _masks;
    private readonly int[] _first;
    private readonly sbyte[] _values;

    private BlockedOperand(int block, int blocks, ulong[] masks, int[] first, sbyte[] values)
    {
        Block = block;
        Blocks = blocks;
        _masks = masks;
        _first = first;
        _values = values;
    }

    /// <summary>Values of a block.</summary>
    public int Block { get; }

    /// <summary>Blocks of a row; the last may reach beyond K.</summary>
    public int Blocks { get; }

    /// <summary>All packed values.</summary>
    public ReadOnlySpan<sbyte> Values => _values;

    /// <summary>Positions that a block keeps: bit i is position i.</summary>
    public ReadOnlySpan<ulong> Masks(int row) => _masks.AsSpan(row * Blocks, Blocks);

    /// <summary>Where the values of each block of a row begin.</summary>
    public ReadOnlySpan<int> First(int row) => _first.AsSpan(row * Blocks, Blocks);

    /// <summary>Fixed-length blocks: exactly G positions of each are kept, padding zeros included.</summary>
    /// <param name="encoded">In <see cref="HssFormat"/> of one rule G:block, last blocks padded.</param>
    public static BlockedOperand Structured(EncodedMatrix encoded)
    {
        var reader = new HssReader(encoded);
        var rule = reader.Layout.Pattern[0];
        var blocks = reader.Layout.GroupsPerSegment;
        var masks = new ulong[encoded.Rows * blocks];
        var first = new int[masks.Length];
        for (var fiber = 0; fiber < masks.Length; fiber++)
        {
            first[fiber] = fiber * rule.G;
            for (var entry = 0; entry < rule.G; entry++)
            {
                masks[fiber] |= 1UL << reader.Offset(0, fiber, entry);
            }
        }

        return new(rule.H, blocks, masks, first, encoded.Values.Values<sbyte>().ToArray());
    }

    /// <summary>Blocks that keep their nonzeros, from a bitmask; or, uncompressed, every value or the nonzeros.</summary>
    /// <param name="encoded">In <see cref="BitmaskFormat"/> or <see cref="UncompressedFormat"/>.</param>
    /// <param name="block">Values of a block, 1..64.</param>
    /// <param name="keepsZeros">Whether zeros are taken as values (a dense operand).</param>
    public static BlockedOperand Unstructured(EncodedMatrix encoded, int block, bool keepsZeros)
    {
        var (rows, columns) = (encoded.Rows, encoded.Columns);
        var blocks = (columns + block - 1) / block;
        var masks = new ulong[rows * blocks];
        var first = new int[masks.Length];
        var kept = new List<sbyte>();
        var dense = encoded.Decode<sbyte>().Values;
        for (var at = 0; at < masks.Length; at++)
        {
            first[at] = kept.Count;
            var (row, from) = (at / blocks, at % blocks * block);
            for (var i = 0; i < Math.Min(block, columns - from); i++)
            {
                var value = dense[(row * columns) + from + i];
                if (keepsZeros || value != 0)
                {
                    masks[at] |= 1UL << i;
                    kept.Add(value);
                }
            }
        }

        return new(block, blocks, masks, first, [.. kept]);
    }

    /// <summary>Values kept in a block.</summary>
    public static int Kept(ulong mask) => BitOperations.PopCount(mask);
}
