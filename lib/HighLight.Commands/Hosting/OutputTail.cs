using System.Text;

namespace HighLight.Commands.Hosting;

/// <summary>Reads a stream to its end and keeps the last bytes only. Thread-safe.</summary>
internal sealed class OutputTail
{
    /// <summary>Bytes kept: some hundred lines, enough for the stack trace of a crash.</summary>
    public const int Capacity = 16 * 1024;

    private readonly Lock _lock = new();
    private readonly byte[] _tail = new byte[Capacity];
    private int _length;

    /// <summary>Reads to the end.</summary>
    public async Task ReadAsync(Stream stream)
    {
        var chunk = new byte[Capacity];
        while (await stream.ReadAsync(chunk) is > 0 and var count)
        {
            Append(chunk.AsSpan(0, count));
        }
    }

    /// <summary>The kept text, from the start of a character on, without white space at its end.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            var kept = _tail.AsSpan(0, _length);
            if (_length == Capacity)
            {
                // The cut may have gone through a character: skip UTF-8 continuation bytes.
                while (!kept.IsEmpty && (kept[0] & 0xC0) == 0x80)
                {
                    kept = kept[1..];
                }
            }

            return Encoding.UTF8.GetString(kept).TrimEnd();
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            var kept = Math.Min(_length, Capacity - bytes.Length);
            _tail.AsSpan(_length - kept, kept).CopyTo(_tail);
            bytes.CopyTo(_tail.AsSpan(kept));
            _length = kept + bytes.Length;
        }
    }
}
