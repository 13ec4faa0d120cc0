using System.Collections.Immutable;
using System.Numerics;
using HighLight.Formats;

namespace HighLight.Simulation.Datapaths.TimeUnrolled;

/// <summary>
/// A part of K of an operand as the array sees it: lines along K (rows of A, columns of B) cut into blocks, each a bitmask of the
/// positions it
/// keeps and their values, packed.
/// </summary>
internal sealed class BlockedOperand
{
    private readonly int _length;
    private readonly bool _compressed;
    private readonly bool _padsBlocks;
    private readonly ulong[] _masks;
    private readonly int[] _first;
    private readonly sbyte[] _values;
    private int _kept;

    private BlockedOperand(int block, EncodedMatrix encoded, bool compressed, bool padsBlocks, int most)
    {
        Block = block;
        _length = encoded.Columns;
        Blocks = (_length + block - 1) / block;
        _compressed = compressed;
        _padsBlocks = padsBlocks;
        _masks = new ulong[encoded.Rows * Blocks];
        _first = new int[_masks.Length];
        _values = new sbyte[_masks.Length * most];
    }

    /// <summary>Values of a block.</summary>
    public int Block { get; }

    /// <summary>Blocks of a line; the last may reach behind the end.</summary>
    public int Blocks { get; }

    /// <summary>All packed values.</summary>
    public ReadOnlySpan<sbyte> Values => _values;

    /// <summary>Fixed-length blocks: exactly G positions of each are kept, padding zeros included.</summary>
    /// <param name="encoded">In <see cref="HssFormat"/> of one rule G:block; the offsets of a block are the bits of its mask.</param>
    public static BlockedOperand Bounded(EncodedMatrix encoded) => Split(encoded, int.MaxValue, reach: int.MaxValue)[0];

    /// <summary>Two operands that add up to one: of what each block keeps, the first takes so many, the second the rest.</summary>
    /// <param name="encoded">In <see cref="HssFormat"/> of one rule G:block.</param>
    /// <param name="first">What a block of the first keeps.</param>
    /// <param name="reach">Where the array stops, if all positions are kept: no padding is stored, only zeros in registers behind the
    /// end.</param>
    public static ImmutableArray<BlockedOperand> Split(EncodedMatrix encoded, int first, int reach)
    {
        var reader = new HssReader(encoded);
        var rule = reader.Layout.Pattern[0];
        var halves = new List<BlockedOperand> { new(rule.H, encoded, compressed: true, !rule.IsDense, Math.Min(first, rule.G)) };
        if (first < rule.G)
        {
            halves.Add(new(rule.H, encoded, compressed: true, !rule.IsDense, rule.G - first));
        }

        var stored = encoded.Values.Values<sbyte>();
        for (var fiber = 0; fiber < halves[0]._masks.Length; fiber++)
        {
            var start = fiber % halves[0].Blocks * rule.H;
            halves.ForEach(half => half.Begin(fiber));
            for (var entry = 0; entry < rule.G; entry++)
            {
                var position = reader.Offset(0, fiber, entry);
                if (!rule.IsDense || start + position < reach)
                {
                    halves[entry < first ? 0 : 1].Keep(fiber, position, stored[(int)reader.ValueIndex(fiber, entry)]);
                }
            }
        }

        return [.. halves];
    }

    /// <summary>
    /// Blocks that keep their nonzeros, of an operand with a bitmask or uncompressed; or, of a dense one, every position.
    /// </summary>
    /// <param name="encoded">In <see cref="BitmaskFormat"/> or <see cref="UncompressedFormat"/>.</param>
    /// <param name="block">Values of a block, 1..64.</param>
    /// <param name="keepsZeros">Whether zeros are taken as values.</param>
    /// <param name="reach">Up to where they are: behind the end of the operand as well, if the other one is padded.</param>
    public static BlockedOperand Unbounded(EncodedMatrix encoded, int block, bool keepsZeros, int reach)
    {
        var operand = new BlockedOperand(block, encoded, encoded.Format is not UncompressedFormat, padsBlocks: false, block);
        var dense = encoded.Decode<sbyte>();
        for (var at = 0; at < operand._masks.Length; at++)
        {
            operand.Begin(at);
            var (line, number) = Math.DivRem(at, operand.Blocks);
            var start = number * block;
            var values = dense.Row(line)[start..];
            for (var i = 0; i < block; i++)
            {
                var value = i < values.Length ? values[i] : (sbyte)0;
                if ((keepsZeros && start + i < reach) || value != 0)
                {
                    operand.Keep(at, i, value);
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
        var masks = Masks(line, from, count);
        for (var i = 0; i < masks.Length; i++)
        {
            var inside = _padsBlocks ? Block : Math.Min(Block, _length - ((from + i) * Block));
            words += BitOperations.PopCount(masks[i] & (ulong.MaxValue >> (64 - inside)));
        }

        return words;
    }

    /// <summary>Bits of the bitmasks of some blocks.</summary>
    public long MetadataBits(int from, int count) => !_compressed ? 0 : _padsBlocks ? (long)count * Block : Positions(from, count);

    private void Begin(int fiber) => _first[fiber] = _kept;

    private void Keep(int fiber, int position, sbyte value)
    {
        _masks[fiber] |= 1UL << position;
        _values[_kept++] = value;
    }

    /// <summary>Positions of some blocks that lie before the end.</summary>
    private int Positions(int from, int count) => Math.Min(_length, (from + count) * Block) - (from * Block);
}
