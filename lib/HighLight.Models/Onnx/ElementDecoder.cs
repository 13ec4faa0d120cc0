using System.Buffers.Binary;

namespace HighLight.Models.Onnx;

/// <summary>Makes single-precision numbers of stored elements.</summary>
internal static class ElementDecoder
{
    /// <summary>Decodes <paramref name="count"/> little-endian elements.</summary>
    public static float[] Decode(ReadOnlySpan<byte> bytes, OnnxElementType type, int count, string name)
    {
        if (!type.IsReadable())
        {
            throw new NotSupportedException($"The elements of tensor '{name}' are {type}, which is not converted to numbers. "
                + "Readable are Float32, Float16, BFloat16, Float64, all integers from 4 to 64 bits and Boolean.");
        }

        var values = new float[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = type switch
            {
                OnnxElementType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]),
                OnnxElementType.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * i)..]),
                OnnxElementType.BFloat16 => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]) << 16),
                OnnxElementType.Float64 => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * i)..]),
                OnnxElementType.Int8 => (sbyte)bytes[i],
                OnnxElementType.UInt8 => bytes[i],
                OnnxElementType.Boolean => bytes[i] == 0 ? 0 : 1,
                OnnxElementType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]),
                OnnxElementType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]),
                OnnxElementType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..]),
                OnnxElementType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 * i)..]),
                OnnxElementType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes[(8 * i)..]),
                OnnxElementType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(bytes[(8 * i)..]),
                OnnxElementType.UInt4 => Nibble(bytes, i),
                _ => (Nibble(bytes, i) ^ 8) - 8,
            };
        }

        return values;
    }

    private static int Nibble(ReadOnlySpan<byte> bytes, int index) => (bytes[index / 2] >> (4 * (index % 2))) & 15;
}
