using System.Numerics;
using System.Runtime.InteropServices;
using HighLight.Formats;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation.Datapaths.OuterProduct;

/// <summary>
/// A bitmap unit: finds the nonzeros of a stretch of a stored row by its bitmap, and each one's value by counting the bits before it. The
/// rows are columns of A (stored
/// transposed) or rows of B. An operand that is stored uncompressed has its bitmap made here, by comparing with 0.
/// </summary>
internal sealed class BitmapReader : IStoredOperand
{
    private const int WordBits = 64;

    private readonly EncodedMatrix _operand;
    private readonly ulong[] _bitmap;
    private readonly int[]? _before;

    /// <summary>A reader over an operand in <see cref="BitmaskFormat"/> or <see cref="UncompressedFormat"/>.</summary>
    /// <param name="operand">One row for each k.</param>
    /// <param name="keepsZeros">Whether zeros of an uncompressed operand are taken as values: the design does not skip them.</param>
    /// <exception cref="ArgumentException">The operand is in another format.</exception>
    public BitmapReader(EncodedMatrix operand, bool keepsZeros)
    {
        _operand = operand;
        _bitmap = new ulong[(((long)operand.Rows * operand.Columns) + WordBits - 1) / WordBits];
        switch (operand.Format)
        {
            case BitmaskFormat:
                operand.Streams[1].Bytes.CopyTo(MemoryMarshal.AsBytes(_bitmap.AsSpan()));
                _before = CountBefore(_bitmap);
                break;
            case UncompressedFormat when keepsZeros:
                _bitmap.AsSpan().Fill(ulong.MaxValue);
                break;
            case UncompressedFormat:
                Compare(operand.Values.Values<sbyte>(), _bitmap);
                break;
            default:
                throw new ArgumentException(
                    $"An outer-product design reads bitmasks or uncompressed operands, not {operand.Format}.", nameof(operand));
        }
    }

    /// <summary>
    /// The nonzeros among <paramref name="count"/> values from column <paramref name="from"/>: coordinates counted from there, rising.
    /// </summary>
    /// <returns>How many there are; the spans hold at least <paramref name="count"/> values.</returns>
    public int Read(int row, int from, int count, Span<int> coordinates, Span<sbyte> values)
    {
        var stored = _operand.Values.Values<sbyte>();
        var start = (row * _operand.Columns) + from;
        var found = 0;
        for (var at = start; at < start + count;)
        {
            var (word, shift) = (at / WordBits, at % WordBits);
            var length = Math.Min(WordBits - shift, start + count - at);
            var bits = (_bitmap[word] >> shift) & (ulong.MaxValue >> (WordBits - length));
            var next = _before is null ? 0 : Before(at);
            for (; bits != 0; bits &= bits - 1)
            {
                var position = at + BitOperations.TrailingZeroCount(bits);
                coordinates[found] = position - start;
                values[found++] = stored[_before is null ? position : next++];
            }

            at += length;
        }

        return found;
    }

    /// <inheritdoc/>
    public long Words(int fromLine, int toLine, int fromK, int toK)
    {
        if (_before is null)
        {
            return (long)(toLine - fromLine) * (toK - fromK);
        }

        long words = 0;
        for (var k = fromK; k < toK; k++)
        {
            words += Before((k * _operand.Columns) + toLine) - Before((k * _operand.Columns) + fromLine);
        }

        return words;
    }

    /// <inheritdoc/>
    public long MetadataBits(int fromLine, int toLine, int fromK, int toK) =>
        _before is null ? 0 : (long)(toLine - fromLine) * (toK - fromK);

    /// <summary>Nonzeros before a position of a compressed operand.</summary>
    private int Before(int position)
    {
        var (word, shift) = (position / WordBits, position % WordBits);
        return shift == 0 ? _before![word] : _before![word] + BitOperations.PopCount(_bitmap[word] & ((1UL << shift) - 1));
    }

    private static void Compare(ReadOnlySpan<sbyte> values, Span<ulong> words)
    {
        for (var i = 0; i < values.Length; i++)
        {
            words[i / WordBits] |= values[i] == 0 ? 0 : 1UL << (i % WordBits);
        }
    }

    private static int[] CountBefore(ReadOnlySpan<ulong> words)
    {
        var before = new int[words.Length + 1];
        for (var i = 1; i < before.Length; i++)
        {
            before[i] = before[i - 1] + BitOperations.PopCount(words[i - 1]);
        }

        return before;
    }
}
