using HighLight.Formats;

namespace HighLight.Simulation.TimeUnrolled;

/// <summary>
/// A part of K of an operand as the array sees it: lines along K (rows of A, columns of B) cut into blocks, each a bitmask of the positions it keeps and their values, packed.
/// </summary>
internal sealed class BlockedOperand
{
    private readonly int _length;
    private readonly bool _compressed;
    private readonly bool _padsBlocks;
    private readonly ulong[] _masks;
    private readonly int[] _first;
    private readonly sbyte[] _values;

    private BlockedOperand(int block, EncodedMatrix encoded, bool padsBlocks)
    {
        Block = block;
        _length = encoded.Columns;
        Blocks = (_length + block - 1) / block;
        _compressed = encoded.Format is not UncompressedFormat;
        _padsBlocks = padsBlocks;
        _masks = new ulong[encoded.Rows * Blocks];
        _first = new int[_masks.Length];
        _values = new sbyte[checked(_masks.Length * block)];
    }

    /// <summary>Values of a block.</summary>
    public int Block { get; }

    /// <summary>Blocks of a line; the last may reach behind the end.</summary>
    public int Blocks { get; }

    /// <summary>All packed values.</summary>
    public ReadOnlySpan<sbyte> Values => _values;

    /// <summary>Fixed-length blocks: exactly G positions of each are kept, padding zeros included.</summary>
    /// <param name="encoded">In <see cref="HssFormat"/> of one rule G:block; the offsets of a block are the bits of its mask.</param>
    public static BlockedOperand Bounded(EncodedMatrix encoded)
    {
        var reader = new HssReader(encoded);
        var rule = reader.Layout.Pattern[0];
        var operand = new BlockedOperand(rule.H, encoded, padsBlocks: true);
        for (var fiber = 0; fiber < operand._masks.Length; fiber++)
        {
            operand._first[fiber] = fiber * rule.G;
            for (var entry = 0; entry < rule.G; entry++)
            {
                operand._masks[fiber] |= 1UL << reader.Offset(0, fiber, entry);
            }
        }

        encoded.Values.Values<sbyte>().CopyTo(operand._values);
        return operand;
    }

    /// <summary>Blocks that keep their nonzeros, of an operand with a bitmask or uncompressed; or, of a dense one, every position, those behind the end being 0.</summary>
    /// <param name="encoded">In <see cref="BitmaskFormat"/> or <see cref="UncompressedFormat"/>.</param>
    /// <param name="block">Values of a block, 1..64.</param>
    /// <param name="keepsZeros">Whether zeros are taken as values.</param>
    public static BlockedOperand Unbounded(EncodedMatrix encoded, int block, bool keepsZeros)
    {
        var operand = new BlockedOperand(block, encoded, padsBlocks: false);
        var dense = encoded.Decode<sbyte>();
        var kept = 0;
        for (var at = 0; at < operand._masks.Length; at++)
        {
            operand._first[at] = kept;
            var (line, number) = Math.DivRem(at, operand.Blocks);
            var values = dense.Row(line)[(number * block)..];
            for (var i = 0; i < block; i++)
            {
                var value = i < values.Length ? values[i] : (sbyte)0;
                if (keepsZeros || value != 0)
                {
                    operand._masks[at] |= 1UL << i;
                    operand._values[kept++] = value;
                }
            }
        }

        return operand;
    }

    /// <summary>Positions that blocks of a line keep: bit i is position i.</summary>
    public ReadOnlySpan<ulong> Masks(int line, int from, int count) => _masks.AsSpan((line * Blocks) + from, count);

    /// <summary>Where the values of these blocks begin.</summary>
    public ReadOnlySpan<int> First(int line, int from, int count) => _first.AsSpan((line * Blocks) + from, count);

    /// <summary>Words stored for some blocks of a line.</summary>
    public long Words(int line, int from, int count)
    {
        if (!_compressed)
        {
            return Positions(from, count);
        }

        long words = 0;
        foreach (var mask in Masks(line, from, count))
        {
            words += System.Numerics.BitOperations.PopCount(mask);
        }

        return words;
    }

    /// <summary>Bits of the bitmasks of some blocks.</summary>
    public long MetadataBits(int from, int count) => !_compressed ? 0 : _padsBlocks ? (long)count * Block : Positions(from, count);

    /// <summary>Positions of some blocks that lie before the end.</summary>
    private int Positions(int from, int count) => Math.Min(_length, (from + count) * Block) - (from * Block);
}
