using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Hashing;

namespace HighLight.Formats;

/// <summary>
/// Reads one <c>.hss</c> file. Lengths are verified before anything of their size is allocated, the checksum before the payload is looked at, and
/// the payload before anyone gets it.
/// </summary>
internal sealed class HssFileReader(Stream stream, string? path, HssFileOptions options)
{
    public const int ElementAt = 11;

    private const string Damaged = "The file is damaged: fetch or write it again.";
    private const string NotOurs = "The file was not written by this format's rules: encode the matrix again.";
    private const string RaiseLimit = "If the file is trusted, raise the limit in HssFileOptions.";
    private const int Chunk = 1 << 20;

    private readonly Crc32 _crc = new();
    private readonly long _start = stream.CanSeek ? stream.Position : 0;
    private long _position;

    public EncodedMatrix Read()
    {
        var header = ReadBlock(HssFile.HeaderBytes, 0);
        if (!header.AsSpan(0, HssFile.Magic.Length).SequenceEqual(HssFile.Magic))
        {
            throw Fail(0, "other bytes", Convert.ToHexString(HssFile.Magic), "This is no .hss file, or a transfer as text changed it.");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8));
        if (version != HssFile.Version)
        {
            throw Fail(8, Invariant($"version {version}"), Invariant($"{HssFile.Version}"), "Read it with the release that wrote it.");
        }

        var element = (ElementType)header[ElementAt];
        if (!Enum.IsDefined(element))
        {
            throw Fail(ElementAt, Invariant($"the element type {header[ElementAt]}"), Invariant($"{(int)ElementType.Int8}..{(int)ElementType.Float64}"), Damaged);
        }

        var (rows, columns) = ReadShape(header, element);
        var parameters = ReadBlock(BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28)), 0);
        var format = ReadFormat((FormatId)header[10], parameters, columns);
        var size = ReadDirectory(header, format, element, rows, columns, parameters.Length);
        var payload = _position;
        CheckLength(size);
        var streams = size.Streams.Select(ReadStream).ToImmutableArray();
        ReadEnd();
        var encoded = new EncodedMatrix(format, element, rows, columns, streams);
        CheckPadding(encoded, payload);
        return encoded.Verify() is { } fault
            ? throw Fail(
                At(encoded, payload, fault.Stream, fault.Item), Invariant($"{encoded.Streams[fault.Stream].Name}[{fault.Item}]: {fault.Found}"), fault.Legal, NotOurs)
            : encoded;
    }

    private (int Rows, int Columns) ReadShape(byte[] header, ElementType element)
    {
        long rows = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(12));
        long columns = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(16));
        var most = Math.Min(options.MaxElements, Math.Min(options.MaxDecodedBytes / (element.Bits() / 8), PackedBuffer.MaxBytes));
        if (rows > most)
        {
            throw Fail(12, Invariant($"{rows} rows"), Invariant($"0..{most}"), RaiseLimit);
        }

        if (columns > most)
        {
            throw Fail(16, Invariant($"{columns} columns"), Invariant($"0..{most}"), RaiseLimit);
        }

        return rows * columns <= most
            ? ((int)rows, (int)columns)
            : throw Fail(12, Invariant($"{rows}×{columns} = {rows * columns} values"), Invariant($"at most {most}"), RaiseLimit);
    }

    private SparseFormat ReadFormat(FormatId id, byte[] parameters, int columns)
    {
        if (id == FormatId.Hss)
        {
            return HssParameters.Read(parameters, columns, (at, found, legal) => Fail(HssFile.HeaderBytes + at, found, legal, NotOurs));
        }

        var (expected, most) = id switch
        {
            FormatId.Uncompressed or FormatId.Bitmask => (0, 0),
            FormatId.RunLength => (1, RunLengthFormat.MaxRunBits),
            FormatId.Csr or FormatId.Csc or FormatId.CoordinateList => (2, IndexWidth.Max),
            _ => throw Fail(10, Invariant($"the format {(int)id}"), Invariant($"{(int)FormatId.Uncompressed}..{(int)FormatId.Hss}"), Damaged),
        };
        if (parameters.Length != expected)
        {
            throw Fail(28, Invariant($"{parameters.Length} bytes of parameters"), Invariant($"{expected} for {id}"), Damaged);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            var least = id == FormatId.RunLength ? 1 : 0;
            if (parameters[i] < least || parameters[i] > most)
            {
                throw Fail(HssFile.HeaderBytes + i, Invariant($"a width of {parameters[i]} bits"), SparseFormat.Range(least, most), NotOurs);
            }
        }

        return id switch
        {
            FormatId.Uncompressed => new UncompressedFormat(),
            FormatId.Bitmask => new BitmaskFormat(),
            FormatId.RunLength => new RunLengthFormat(parameters[0]),
            FormatId.Csr => new CsrFormat(parameters[0], parameters[1]),
            FormatId.Csc => new CscFormat(parameters[0], parameters[1]),
            _ => new CoordinateListFormat(parameters[0], parameters[1]),
        };
    }

    /// <summary>Reads the directory, and verifies that it lists the very streams that the format has for this shape and count.</summary>
    private FormatSize ReadDirectory(byte[] header, SparseFormat format, ElementType element, int rows, int columns, int parameterBytes)
    {
        var (least, most) = format.StoredRange(rows, columns);
        var stored = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(20));
        if (stored < least || stored > most || stored > PackedBuffer.MaxBytes)
        {
            throw Fail(20, Invariant($"{stored} stored values"), Invariant($"{SparseFormat.Range(least, most)}, at most {PackedBuffer.MaxBytes}"), Damaged);
        }

        if (format.Misfit(rows, columns, stored) is { } misfit)
        {
            throw Fail(HssFile.HeaderBytes, "widths that are too narrow", misfit, NotOurs);
        }

        var size = format.Formula(element.Bits(), rows, columns, stored);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (count != size.Streams.Length)
        {
            throw Fail(30, Invariant($"{count} streams"), Invariant($"{size.Streams.Length} for {format}"), Damaged);
        }

        var directory = ReadBlock(count * HssFile.DirectoryEntryBytes, 0);
        for (var i = 0; i < count; i++)
        {
            var expected = size.Streams[i];
            var at = i * HssFile.DirectoryEntryBytes;
            var entry = directory.AsSpan(at);
            var offset = HssFile.HeaderBytes + parameterBytes + at;
            Expect(offset, $"the role of '{expected.Name}'", entry[0], (long)expected.Role);
            Expect(offset + 1, $"the rank of '{expected.Name}'", entry[1], expected.Rank);
            Expect(offset + 2, $"the bits of an item of '{expected.Name}'", BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]), expected.ItemBits);
            Expect(offset + 4, "a reserved field", BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]), 0);
            Expect(offset + 8, $"the bits of '{expected.Name}'", BinaryPrimitives.ReadInt64LittleEndian(entry[8..]), expected.Bits);
            if (PackedBuffer.Bytes(expected.Bits) > PackedBuffer.MaxBytes)
            {
                throw Fail(offset + 8, Invariant($"{expected.Bits} bits of '{expected.Name}'"), Invariant($"at most {PackedBuffer.MaxBytes} bytes"), "Store the matrix in parts.");
            }
        }

        return size;
    }

    private void Expect(long offset, string field, long found, long legal)
    {
        if (found != legal)
        {
            throw Fail(offset, Invariant($"{found} as {field}"), Invariant($"{legal}"), Damaged);
        }
    }

    /// <summary>Where the length is known beforehand, compares it: a message about the length says more than one about the end.</summary>
    private void CheckLength(FormatSize size)
    {
        var expected = _position + size.Streams.Sum(s => PackedBuffer.Bytes(s.Bits)) + HssFile.ChecksumBytes;
        if (stream.CanSeek && stream.Length - _start is var length && length != expected)
        {
            throw Fail(Math.Min(length, expected), Invariant($"a file of {length} bytes"), Invariant($"{expected} bytes"), Damaged);
        }
    }

    private StreamContent ReadStream(StreamSize size) =>
        new(size, size.Bits, ReadBlock(PackedBuffer.Bytes(size.Bits), PackedBuffer.Slack));

    private void ReadEnd()
    {
        var computed = _crc.GetCurrentHashAsUInt32();
        var at = _position;
        var stored = BinaryPrimitives.ReadUInt32LittleEndian(ReadBlock(HssFile.ChecksumBytes, 0));
        if (stored != computed)
        {
            throw Fail(at, Invariant($"the checksum {stored:X8}"), Invariant($"{computed:X8}, the CRC-32 of the bytes before it"), Damaged);
        }

        if (stream.ReadByte() >= 0)
        {
            throw Fail(_position, "more bytes", "the end of the file", Damaged);
        }
    }

    private void CheckPadding(EncodedMatrix encoded, long payload)
    {
        for (var i = 0; i < encoded.Streams.Length; i++)
        {
            var part = encoded.Streams[i];
            var used = (int)(part.BitLength % 8);
            if (used > 0 && part.Bytes[^1] >> used != 0)
            {
                throw Fail(
                    At(encoded, payload, i, part.Count), Invariant($"{8 - used} bits behind the end of '{part.Name}' that are not 0"), "0", NotOurs);
            }
        }
    }

    private static long At(EncodedMatrix encoded, long payload, int streamIndex, long item) =>
        payload
        + encoded.Streams.Take(streamIndex).Sum(s => (long)s.Bytes.Length)
        + (item * encoded.Streams[streamIndex].ItemBits / 8);

    /// <summary>Reads that many bytes, into an array with <paramref name="slack"/> more; it grows with what really arrives.</summary>
    private byte[] ReadBlock(long bytes, int slack)
    {
        var block = new byte[(stream.CanSeek ? Math.Min(bytes, Math.Max(stream.Length - stream.Position, 0)) : Math.Min(bytes, Chunk)) + slack];
        long filled = 0;
        while (filled < bytes)
        {
            if (filled == block.Length - slack)
            {
                Array.Resize(ref block, (int)Math.Min(bytes, Math.Max(filled * 2, Chunk)) + slack);
            }

            var read = stream.Read(block.AsSpan((int)filled, (int)(block.Length - slack - filled)));
            if (read == 0)
            {
                throw Fail(_position + filled, "the end of the file", Invariant($"{bytes - filled} bytes more of this part"), Damaged);
            }

            filled += read;
        }

        _crc.Append(block.AsSpan(0, (int)filled));
        _position += filled;
        return block;
    }

    private HssFileException Fail(long offset, string found, string legal, string fix) => new(path, offset, found, legal, fix);
}
