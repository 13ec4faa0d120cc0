using System.Buffers.Binary;

namespace HighLight.Formats;

/// <summary>Packs metadata items of equal width, least significant bit first, 32 bits at a time.</summary>
/// <param name="size">The stream that will be written; it sets the capacity, and the length of items without bits.</param>
internal sealed class BitWriter(StreamSize size)
{
    private readonly byte[] _padded = PackedBuffer.Allocate(size);
    private ulong _pending;
    private int _pendingBits;
    private int _flushed;

    /// <summary>Appends the low bits of <paramref name="item"/>, which has no others.</summary>
    public void Write(uint item)
    {
        _pending |= (ulong)item << _pendingBits;
        _pendingBits += size.ItemBits;
        if (_pendingBits >= 32)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(_padded.AsSpan(_flushed), (uint)_pending);
            _flushed += sizeof(uint);
            _pending >>= 32;
            _pendingBits -= 32;
        }
    }

    /// <summary>The finished stream.</summary>
    public StreamContent ToStream()
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_padded.AsSpan(_flushed), (uint)_pending);
        return new StreamContent(size, ((long)_flushed * 8) + _pendingBits, _padded);
    }
}
