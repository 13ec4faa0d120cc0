namespace HighLight.Formats;

/// <summary>Byte arrays of packed items. They are 8 bytes longer than their content, so that any item is read by one 64-bit load.</summary>
internal static class PackedBuffer
{
    /// <summary>Bytes behind the content, all zero.</summary>
    public const int Slack = sizeof(ulong);

    /// <summary>The longest content in bytes.</summary>
    public static long MaxBytes => Array.MaxLength - Slack;

    /// <summary>Whole bytes that hold <paramref name="bits"/>.</summary>
    public static long Bytes(long bits) => (bits / 8) + (bits % 8 == 0 ? 0 : 1);

    /// <summary>A zeroed array for that many bits.</summary>
    /// <exception cref="ArgumentException">The content would exceed what one array holds.</exception>
    public static byte[] Allocate(in StreamSize size) => Bytes(size.Bits) is var bytes && bytes <= MaxBytes
        ? new byte[bytes + Slack]
        : throw new ArgumentException(Invariant($"The stream {size} exceeds the {MaxBytes} bytes of one buffer. Encode the matrix in parts."), nameof(size));
}
