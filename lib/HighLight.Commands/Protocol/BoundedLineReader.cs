namespace HighLight.Commands.Protocol;

/// <summary>
/// Splits a stream of bytes into lines without ever holding more than a given length: what a child process prints is not ours to trust. A
/// longer line is passed over as a whole. Lines are bytes, so that a character split between two reads stays whole.
/// </summary>
/// <param name="stream">What to read.</param>
/// <param name="maximumLength">Bytes of the longest line returned, its <c>\n</c> not counted; at least 1.</param>
internal sealed class BoundedLineReader(Stream stream, int maximumLength = BoundedLineReader.DefaultMaximumLength)
{
    /// <summary>1 MiB: an error message of a cell fits many times over.</summary>
    public const int DefaultMaximumLength = 1 << 20;

    private const int ChunkLength = 16 * 1024;

    /// <summary>
    /// The lines in turn, without <c>\n</c> or <c>\r\n</c>; the last need not have an end. A line is valid until the next one is asked for.
    /// </summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync()
    {
        var chunk = new byte[ChunkLength];
        using var line = new MemoryStream();
        var fits = true;
        while (await stream.ReadAsync(chunk) is > 0 and var count)
        {
            var rest = chunk.AsMemory(0, count);
            while (rest.Span.IndexOf((byte)'\n') is >= 0 and var end)
            {
                fits = fits && TryAppend(line, rest[..end]);
                if (fits)
                {
                    yield return Content(line);
                }

                line.SetLength(0);
                fits = true;
                rest = rest[(end + 1)..];
            }

            fits = fits && TryAppend(line, rest);
        }

        if (fits && line.Length > 0)
        {
            yield return Content(line);
        }
    }

    private bool TryAppend(MemoryStream line, ReadOnlyMemory<byte> part)
    {
        if (part.Length > maximumLength - line.Length)
        {
            return false;
        }

        line.Write(part.Span);
        return true;
    }

    private static ReadOnlyMemory<byte> Content(MemoryStream line)
    {
        var bytes = line.GetBuffer().AsMemory(0, (int)line.Length);
        return bytes.Span is [.., (byte)'\r'] ? bytes[..^1] : bytes;
    }
}
