using System.Buffers.Binary;
using System.Collections.Immutable;
using Google.Protobuf;

namespace HighLight.Models.Onnx.Wire;

/// <summary>Collects the elements of one tensor from whichever fields hold them.</summary>
/// <remarks>
/// raw_data is a view of the file. The typed fields are turned into the same form: little-endian bytes, at most eight for each byte that
/// the file spends. Several elements of a sub-byte type come in one number of int32_data, as they come in one byte of raw_data.
/// </remarks>
internal sealed class TensorElements(WireMessage message)
{
    private const string ExportAgain = "Export or download the model again.";

    private readonly List<long> _whole = [];
    private readonly List<ByteRange> _fixed = [];
    private ByteRange? _raw;
    private string _field = string.Empty;
    private int _texts;

    /// <summary>Reads the field the cursor stands on when it holds elements.</summary>
    public bool TryRead()
    {
        switch (message.Field)
        {
            case 4: ReadFixed("float_data", WireFormat.WireType.Fixed32, 4); break;
            case 5: ReadWhole("int32_data", stream => stream.ReadInt32()); break;
            case 6:
                Enter("string_data");
                message.ReadBytes("string_data");
                _texts++;
                break;
            case 7: ReadWhole("int64_data", stream => stream.ReadInt64()); break;
            case 9:
                Enter("raw_data");
                _raw = message.ReadBytes("raw_data");
                break;
            case 10: ReadFixed("double_data", WireFormat.WireType.Fixed64, 8); break;
            case 11: ReadWhole("uint64_data", stream => (long)stream.ReadUInt64()); break;
            default: return false;
        }

        return true;
    }

    /// <summary>The elements as bytes, checked against type and shape.</summary>
    public ReadOnlyMemory<byte> ToBytes(string name, OnnxElementType type, ImmutableArray<int> shape)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        if (_field.Length > 0 && !Holds(_field, type))
        {
            throw message.Fail(_field, null, $"Tensor '{name}' is {type}, which ONNX does not keep in {_field}.", ExportAgain);
        }

        if (type == OnnxElementType.String)
        {
            return _texts == count ? default(ReadOnlyMemory<byte>) : throw Disagree(name, type, shape, _texts, count, "texts");
        }

        if (type == OnnxElementType.Undefined)
        {
            throw message.Fail("data_type", null, $"Tensor '{name}' has no element type.", ExportAgain);
        }

        var bits = type.BitsPerElement();
        var needed = ((count * bits) + 7) / 8;
        if (_raw is { } raw)
        {
            return raw.Length == needed
                ? message.File.Bytes.AsMemory(raw.Start, raw.Length)
                : throw Disagree(name, type, shape, raw.Length, needed, "bytes");
        }

        var unit = Math.Max(1, bits / 8);
        var available = _fixed.Sum(range => (long)range.Length) + ((long)_whole.Count * unit);
        if (available != needed)
        {
            throw Disagree(name, type, shape, available / unit, needed / unit, "numbers");
        }

        if (needed > Array.MaxLength)
        {
            throw message.Fail(_field, null, Invariant($"Tensor '{name}' needs {needed} bytes; one array holds {Array.MaxLength}."),
                "Split the tensor, or save the model with raw_data.");
        }

        return _fixed.Count > 0 ? Join(needed) : Narrow(name, type, unit);
    }

    private static bool Holds(string field, OnnxElementType type) => field switch
    {
        "raw_data" => type is not (OnnxElementType.String or OnnxElementType.Undefined),
        "string_data" => type == OnnxElementType.String,
        "float_data" => type is OnnxElementType.Float32 or OnnxElementType.Complex64,
        "double_data" => type is OnnxElementType.Float64 or OnnxElementType.Complex128,
        "int64_data" => type == OnnxElementType.Int64,
        "uint64_data" => type is OnnxElementType.UInt32 or OnnxElementType.UInt64,
        _ => type.BitsPerElement() is > 0 and <= 32 && type is not (OnnxElementType.Float32 or OnnxElementType.UInt32),
    };

    private void ReadFixed(string field, WireFormat.WireType kind, int size)
    {
        Enter(field);
        message.ReadFixed(field, kind, size, _fixed);
    }

    private void ReadWhole(string field, Func<CodedInputStream, long> readOne)
    {
        Enter(field);
        message.ReadRepeated(field, WireFormat.WireType.Varint, stream => _whole.Add(readOne(stream)));
    }

    private void Enter(string field)
    {
        if (_field.Length > 0 && !string.Equals(_field, field, StringComparison.Ordinal))
        {
            throw message.Fail(field, null, $"The tensor holds elements in both {_field} and {field}.", ExportAgain);
        }

        _field = field;
    }

    private byte[] Join(long length)
    {
        var bytes = new byte[length];
        var at = 0;
        foreach (var range in _fixed)
        {
            message.File.Bytes.AsSpan(range.Start, range.Length).CopyTo(bytes.AsSpan(at));
            at += range.Length;
        }

        return bytes;
    }

    private byte[] Narrow(string name, OnnxElementType type, int size)
    {
        // 16-bit floating point and types of a byte or less come as bit patterns; some writers extend their sign, so both signs are taken.
        var (low, high) = type switch
        {
            OnnxElementType.UInt16 => (0L, ushort.MaxValue),
            OnnxElementType.Boolean => (0L, 1L),
            OnnxElementType.UInt8 => (0L, byte.MaxValue),
            OnnxElementType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
            OnnxElementType.Int16 => (short.MinValue, short.MaxValue),
            OnnxElementType.UInt32 => (0L, uint.MaxValue),
            _ => size switch
            {
                1 => (sbyte.MinValue, (long)byte.MaxValue),
                2 => (short.MinValue, ushort.MaxValue),
                _ => (long.MinValue, long.MaxValue),
            },
        };

        var bytes = new byte[_whole.Count * (long)size];
        Span<byte> buffer = stackalloc byte[8];
        for (var i = 0; i < _whole.Count; i++)
        {
            if (_whole[i] < low || _whole[i] > high)
            {
                throw message.Fail(Invariant($"{_field}[{i}]"), null, Invariant($"{_whole[i]} is no {type}; legal are {low} to {high}."), ExportAgain);
            }

            BinaryPrimitives.WriteInt64LittleEndian(buffer, _whole[i]);
            buffer[..size].CopyTo(bytes.AsSpan(i * size));
        }

        return bytes;
    }

    private OnnxFormatException Disagree(
        string name, OnnxElementType type, ImmutableArray<int> shape, long found, long needed, string unit) => message.Fail(
        _field.Length > 0 ? _field : "raw_data",
        null,
        Invariant($"Tensor '{name}' of shape {ShapeText.Of(shape)} and type {type} needs {needed} {unit}, but the file holds {found}."),
        found == 0 ? "The weights were left out or cut off: export the model with its parameters." : ExportAgain);
}
