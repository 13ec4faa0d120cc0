using System.Buffers.Binary;

namespace HighLight.Models.Onnx;

/// <summary>Stores single-precision numbers as elements of any readable type: the reverse of <see cref="ElementDecoder"/>.</summary>
internal static class ElementEncoder
{
    /// <summary>Stores one element, rounded to the nearest value of the type, halves to even.</summary>
    /// <param name="bytes">All elements of the tensor, little endian.</param>
    /// <param name="tensor">Its type, and its name for messages.</param>
    /// <param name="index">Which element.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException">The type has no number near it: it is out of range, or no number at all.</exception>
    public static void Encode(Span<byte> bytes, OnnxTensor tensor, int index, float value)
    {
        var size = tensor.ElementType.BitsPerElement() / 8;
        var at = size == 0 ? bytes : bytes.Slice(index * size, size);
        switch (tensor.ElementType)
        {
            case OnnxElementType.Float32: BinaryPrimitives.WriteSingleLittleEndian(at, value); break;
            case OnnxElementType.Float64: BinaryPrimitives.WriteDoubleLittleEndian(at, value); break;
            case OnnxElementType.Float16:
                var half = (Half)value;
                BinaryPrimitives.WriteHalfLittleEndian(at, Half.IsInfinity(half) && float.IsFinite(value) ? throw OutOfRange(tensor, index, value, -65504, 65504) : half);
                break;
            case OnnxElementType.BFloat16: BinaryPrimitives.WriteUInt16LittleEndian(at, ToBFloat16(tensor, index, value)); break;
            case OnnxElementType.UInt64: BinaryPrimitives.WriteUInt64LittleEndian(at, (ulong)Whole(tensor, index, value, 0, ulong.MaxValue)); break;
            case OnnxElementType.Int4 or OnnxElementType.UInt4:
                var (low, high) = Limits(tensor.ElementType);
                WriteNibble(bytes, index, (int)Whole(tensor, index, value, low, high));
                break;
            default: WriteWhole(at, tensor, index, value); break;
        }
    }

    private static void WriteWhole(Span<byte> at, OnnxTensor tensor, int index, float value)
    {
        var (low, high) = Limits(tensor.ElementType);
        Span<byte> whole = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(whole, (long)Whole(tensor, index, value, low, high));
        whole[..at.Length].CopyTo(at);
    }

    private static void WriteNibble(Span<byte> bytes, int index, int value)
    {
        var shift = 4 * (index % 2);
        bytes[index / 2] = (byte)((bytes[index / 2] & ~(15 << shift)) | ((value & 15) << shift));
    }

    private static (Int128 Low, Int128 High) Limits(OnnxElementType type) => type switch
    {
        OnnxElementType.Boolean => (0, 1),
        OnnxElementType.UInt4 => (0, 15),
        OnnxElementType.Int4 => (-8, 7),
        OnnxElementType.UInt8 => (byte.MinValue, byte.MaxValue),
        OnnxElementType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        OnnxElementType.UInt16 => (ushort.MinValue, ushort.MaxValue),
        OnnxElementType.Int16 => (short.MinValue, short.MaxValue),
        OnnxElementType.UInt32 => (uint.MinValue, uint.MaxValue),
        OnnxElementType.Int32 => (int.MinValue, int.MaxValue),
        OnnxElementType.Int64 => (long.MinValue, long.MaxValue),
        _ => throw new NotSupportedException($"Elements of type {type} are not written."),
    };

    private static Int128 Whole(OnnxTensor tensor, int index, float value, Int128 low, Int128 high)
    {
        // Saturates far beyond the widest type; NaN is no number of any.
        var rounded = float.IsNaN(value) ? Int128.MaxValue : Int128.CreateSaturating(Math.Round((double)value, MidpointRounding.ToEven));
        return rounded >= low && rounded <= high ? rounded : throw OutOfRange(tensor, index, value, low, high);
    }

    private static ushort ToBFloat16(OnnxTensor tensor, int index, float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        if (!float.IsFinite(value))
        {
            // The upper half of a NaN may be that of an infinity.
            return (ushort)((bits >> 16) | (float.IsNaN(value) ? 0x40u : 0));
        }

        var rounded = (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16;
        return (rounded & 0x7FFF) == 0x7F80 ? throw OutOfRange(tensor, index, value, -3.3895314E38f, 3.3895314E38f) : (ushort)rounded;
    }

    private static ArgumentException OutOfRange<T>(OnnxTensor tensor, int index, float value, T low, T high) => new(
        Invariant($"Element {index} of tensor '{tensor.Name}' cannot be stored: {value} is no {tensor.ElementType}; legal are {low} to {high} in the numbers of the file."));
}
