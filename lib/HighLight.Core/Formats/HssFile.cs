using System.Buffers.Binary;
using System.IO.Hashing;
using HighLight.Files;
using HighLight.Tensors;

namespace HighLight.Formats;

/// <summary>Reads and writes encoded matrices as <c>.hss</c> files, version 1: FORMAT.md describes every byte.</summary>
/// <remarks>
/// An encoded matrix has one file, and each file that is read is the one that writing its matrix gives. The checksum is CRC-32, as in zlib, gzip and
/// PNG: every language brings it along, and it finds every burst of damage up to 32 bits long; what it cannot find, the structure's own checks bound.
/// </remarks>
public static class HssFile
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int Version = 1;

    internal const int HeaderBytes = 32;
    internal const int DirectoryEntryBytes = 16;
    internal const int ChecksumBytes = 4;

    /// <summary>Starts like PNG's signature: a byte that is no ASCII, and line ends that a transfer as text would change.</summary>
    internal static ReadOnlySpan<byte> Magic => [0x89, (byte)'H', (byte)'S', (byte)'S', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a file: first under a temporary name beside it, then renamed, so that <paramref name="path"/> is never half written.</summary>
    /// <exception cref="IOException">The file cannot or may not be written; the message names it.</exception>
    public static void Write(string path, EncodedMatrix encoded)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(encoded);
        AtomicFile.Write(path, stream => Write(stream, encoded));
    }

    /// <summary>Writes a file's bytes to a stream, which stays open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, EncodedMatrix encoded)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(encoded);
        var crc = new Crc32();
        Append(Header(encoded));
        foreach (var part in encoded.Streams)
        {
            Append(part.Bytes);
        }

        Span<byte> checksum = stackalloc byte[ChecksumBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, crc.GetCurrentHashAsUInt32());
        stream.Write(checksum);

        void Append(ReadOnlySpan<byte> bytes)
        {
            crc.Append(bytes);
            stream.Write(bytes);
        }
    }

    /// <summary>Reads and verifies a file; nothing is decoded yet, and <see cref="EncodedMatrix.Decode"/> of the result cannot fail.</summary>
    /// <exception cref="HssFileException">The content is not a whole, canonical <c>.hss</c> file, or exceeds a limit of <paramref name="options"/>.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static EncodedMatrix Read(string path, HssFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return new HssFileReader(stream, path, options ?? HssFileOptions.Default).Read();
    }

    /// <summary>Reads and verifies a file from a stream, which must end with it and stays open. It need not be seekable.</summary>
    /// <exception cref="HssFileException">The content is not a whole, canonical <c>.hss</c> file, or exceeds a limit of <paramref name="options"/>.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static EncodedMatrix Read(Stream stream, HssFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new HssFileReader(stream, null, options ?? HssFileOptions.Default).Read();
    }

    /// <summary>Reads, verifies and decodes a file.</summary>
    /// <exception cref="HssFileException">
    /// The content is not a whole, canonical <c>.hss</c> file, exceeds a limit of <paramref name="options"/>, or holds values of another type.
    /// </exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Matrix<T> ReadMatrix<T>(string path, HssFileOptions? options = null)
        where T : unmanaged
    {
        var asked = ElementTypes.Of<T>();
        var encoded = Read(path, options);
        return encoded.Element == asked
            ? encoded.Decode<T>()
            : throw new HssFileException(path, HssFileReader.ElementAt, $"values of {encoded.Element}", $"{asked}, as asked for", $"Read it as {encoded.Element}.");
    }

    private static byte[] Header(EncodedMatrix encoded)
    {
        var parameters = encoded.Format.Parameters();
        var header = new byte[HeaderBytes + parameters.Length + (DirectoryEntryBytes * encoded.Streams.Length)];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), Version);
        header[10] = (byte)encoded.Format.Id;
        header[11] = (byte)encoded.Element;
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), encoded.Rows);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), encoded.Columns);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(20), encoded.Values.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(28), (ushort)parameters.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), (ushort)encoded.Streams.Length);
        parameters.CopyTo(header.AsSpan(HeaderBytes));
        var entry = header.AsSpan(HeaderBytes + parameters.Length);
        foreach (var stream in encoded.Streams)
        {
            entry[0] = (byte)stream.Role;
            entry[1] = (byte)stream.Rank;
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], (ushort)stream.ItemBits);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], stream.BitLength);
            entry = entry[DirectoryEntryBytes..];
        }

        return header;
    }
}
