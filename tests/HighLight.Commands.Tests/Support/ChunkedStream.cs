namespace HighLight.Commands.Tests.Support;

/// <summary>Hands out its content in pieces of at most the given size, as a pipe does.</summary>
internal sealed class ChunkedStream(byte[] content, int size) : MemoryStream(content)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, size)], cancellationToken);
}
