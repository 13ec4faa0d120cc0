using System.Runtime.InteropServices;

namespace HighLight.Formats;

/// <summary>Collects the data stream: values one after another, each in its own width.</summary>
internal ref struct ValueWriter<TBits>
    where TBits : unmanaged
{
    private readonly StreamSize _size;
    private readonly byte[] _padded;
    private readonly Span<TBits> _values;
    private int _count;

    public ValueWriter(StreamSize size)
    {
        _size = size;
        _padded = PackedBuffer.Allocate(size);
        _values = MemoryMarshal.Cast<byte, TBits>(_padded.AsSpan(0, _padded.Length - PackedBuffer.Slack));
    }

    public void Add(TBits value) => _values[_count++] = value;

    public void AddRange(ReadOnlySpan<TBits> values)
    {
        values.CopyTo(_values[_count..]);
        _count += values.Length;
    }

    public readonly StreamContent ToStream() => new(_size, (long)_count * _size.ItemBits, _padded);
}
