using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HighLight.Models.Runtime.Execution;

namespace HighLight.Models.Runtime.Inputs;

/// <summary>Reads arrays that NumPy's <c>save</c> wrote. Format: numpy/lib/format.py, versions 1.0 to 3.0 [sourced].</summary>
public static partial class NpyFile
{
    private const int LongestHeader = 1 << 16;
    private const int Preamble = 8;

    /// <summary>Reads one array: bool, integers of 1 to 8 bytes or floating point of 2 to 8 bytes, little endian, in C order.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>The array without a name, rounded to <see langword="float"/> where its type is wider.</returns>
    /// <exception cref="NpyFormatException">The file is missing, cannot be read, or is no such array. Nothing is allocated for what it claims but does not hold.</exception>
    public static ModelTensor Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Read(stream, path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new NpyFormatException(path, $"The file cannot be read: {problem.Message}", problem);
        }
    }

    private static ModelTensor Read(FileStream stream, string path)
    {
        var (header, start) = ReadHeader(stream, path);
        var description = Field(header, Description()) ?? throw new NpyFormatException(path, "The header names no element type: save the array again with numpy.save.");
        if (Field(header, Order()) is not "False")
        {
            throw new NpyFormatException(path, "The array is not in C order. Save it with numpy.save(path, numpy.ascontiguousarray(array)).");
        }

        var (shape, count) = ReadShape(header, path);
        var size = Size(description, path);
        var held = stream.Length - start;
        if (count * size != held)
        {
            throw new NpyFormatException(path, Invariant($"An array of shape [{string.Join(", ", shape)}] and type '{description}' takes {count * size} bytes, but {held} follow the header: the file is damaged or cut short."));
        }

        if (held > Array.MaxLength)
        {
            throw new NpyFormatException(path, Invariant($"The array takes {held} bytes; at most {Array.MaxLength} are read."));
        }

        var bytes = new byte[held];
        stream.ReadExactly(bytes);
        var values = new float[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Element(bytes.AsSpan(i * size, size), description);
        }

        return ModelTensor.Wrap(string.Empty, shape, values, Path.GetFileName(path));
    }

    private static (string Header, long Start) ReadHeader(FileStream stream, string path)
    {
        Span<byte> preamble = stackalloc byte[Preamble + 4];
        var read = stream.ReadAtLeast(preamble, preamble.Length, throwOnEndOfStream: false);
        if (read < preamble.Length || !IsMagic(preamble))
        {
            throw new NpyFormatException(path, "This is no .npy file. Save the array with numpy.save(path, array); .npz archives hold several and are not read.");
        }

        var wide = preamble[6] > 1;
        if (preamble[6] is < 1 or > 3)
        {
            throw new NpyFormatException(path, Invariant($"Version {preamble[6]} of the .npy format is not known; legal are 1 to 3."));
        }

        var length = wide ? BinaryPrimitives.ReadUInt32LittleEndian(preamble[Preamble..]) : BinaryPrimitives.ReadUInt16LittleEndian(preamble[Preamble..]);
        var start = Preamble + (wide ? 4 : 2);
        if (length > LongestHeader || start + length > stream.Length)
        {
            throw new NpyFormatException(path, Invariant($"The header claims {length} bytes, but is at most {LongestHeader} and within the file: the file is damaged."));
        }

        var text = new byte[length];
        stream.Position = start;
        stream.ReadExactly(text);
        return (Encoding.UTF8.GetString(text), start + length);
    }

    private static bool IsMagic(ReadOnlySpan<byte> bytes) => bytes[0] == 0x93 && bytes[1..6].SequenceEqual("NUMPY"u8);

    private static string? Field(string header, Regex field) => field.Match(header) is { Success: true } match ? match.Groups[1].Value : null;

    private static (ImmutableArray<int> Shape, long Count) ReadShape(string header, string path)
    {
        if (Field(header, Shape()) is not { } text)
        {
            throw new NpyFormatException(path, "The header names no shape: save the array again with numpy.save.");
        }

        var shape = ImmutableArray.CreateBuilder<int>();
        var count = 1L;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || (count *= Math.Max(size, 1)) > int.MaxValue)
            {
                throw new NpyFormatException(path, $"The shape ({text}) is none of an array of at most {int.MaxValue} values.");
            }

            shape.Add(size);
        }

        return (shape.ToImmutable(), shape.Contains(0) ? 0 : count);
    }

    private static int Size(string description, string path) => description switch
    {
        "|b1" or "|i1" or "|u1" => 1,
        "<f2" or "<i2" or "<u2" => 2,
        "<f4" or "<i4" or "<u4" => 4,
        "<f8" or "<i8" or "<u8" => 8,
        _ => throw new NpyFormatException(path, $"Elements of type '{description}' are not read. Legal are |b1 |i1 |u1 <i2 <u2 <i4 <u4 <i8 <u8 <f2 <f4 <f8: save array.astype('<f4')."),
    };

    private static float Element(ReadOnlySpan<byte> bytes, string description) => description switch
    {
        "|b1" => bytes[0] == 0 ? 0 : 1,
        "|i1" => (sbyte)bytes[0],
        "|u1" => bytes[0],
        "<i2" => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        "<u2" => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        "<i4" => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        "<u4" => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        "<i8" => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        "<u8" => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        "<f2" => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        "<f4" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };

    [GeneratedRegex("'descr'\\s*:\\s*'([^']*)'", RegexOptions.None, 1000)]
    private static partial Regex Description();

    [GeneratedRegex("'fortran_order'\\s*:\\s*(\\w+)", RegexOptions.None, 1000)]
    private static partial Regex Order();

    [GeneratedRegex("'shape'\\s*:\\s*\\(([^)]*)\\)", RegexOptions.None, 1000)]
    private static partial Regex Shape();
}
