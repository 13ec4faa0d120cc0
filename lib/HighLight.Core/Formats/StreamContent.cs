using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace HighLight.Formats;

/// <summary>
/// One immutable stream of an encoded matrix: items of equal width, packed without gaps, least significant bit first. Item i occupies the bits
/// from i·<see cref="ItemBits"/>; bit b is bit b mod 8 (of weight 2^(b mod 8)) of byte b / 8.
/// </summary>
/// <remarks>Items are read in place and in any order, by the same offsets that hardware uses.</remarks>
public sealed class StreamContent
{
    private readonly byte[] _padded;
    private readonly ulong _mask;

    internal StreamContent(StreamSize size, long bitLength, byte[] padded)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Encoded matrices hold little-endian values; this processor is big-endian.");
        }

        Size = size;
        BitLength = bitLength;
        _padded = padded;
        _mask = size.ItemBits == 64 ? ulong.MaxValue : (1UL << size.ItemBits) - 1;
    }

    /// <summary>Name, role, rank, width and number of the items.</summary>
    public StreamSize Size { get; }

    /// <inheritdoc cref="StreamSize.Name"/>
    public string Name => Size.Name;

    /// <inheritdoc cref="StreamSize.Role"/>
    public StreamRole Role => Size.Role;

    /// <inheritdoc cref="StreamSize.Rank"/>
    public int Rank => Size.Rank;

    /// <inheritdoc cref="StreamSize.ItemBits"/>
    public int ItemBits => Size.ItemBits;

    /// <inheritdoc cref="StreamSize.Count"/>
    public long Count => Size.Count;

    /// <summary>The bits that were written.</summary>
    public long BitLength { get; }

    /// <summary>The stream, filled up with zero bits to whole bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _padded.AsSpan(0, _padded.Length - PackedBuffer.Slack);

    /// <summary>Item <paramref name="index"/> as an unsigned number; 0 where items have no bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public ulong this[long index] => (ulong)index < (ulong)Count
        ? ItemAt(index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, Invariant($"The stream '{Name}' has {Count} items."));

    /// <inheritdoc cref="StreamSize.ToString"/>
    public override string ToString() => Size.ToString();

    /// <summary>Item <paramref name="index"/>, which the caller knows to exist. Widths are at most 32, or a multiple of 8.</summary>
    internal ulong ItemAt(long index)
    {
        var bit = index * ItemBits;
        return (BinaryPrimitives.ReadUInt64LittleEndian(_padded.AsSpan((int)(bit >> 3))) >> (int)(bit & 7)) & _mask;
    }

    /// <summary>The items of a data stream.</summary>
    internal ReadOnlySpan<TBits> Values<TBits>()
        where TBits : unmanaged => MemoryMarshal.Cast<byte, TBits>(Bytes);
}
