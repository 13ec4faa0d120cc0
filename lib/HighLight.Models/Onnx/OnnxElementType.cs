namespace HighLight.Models.Onnx;

/// <summary>Element type of a tensor. The numbers are those of the file (source: onnx.proto, TensorProto.DataType).</summary>
public enum OnnxElementType
{
    /// <summary>Not given.</summary>
    Undefined = 0,

    /// <summary>IEEE 754 binary32.</summary>
    Float32 = 1,

    /// <summary>Unsigned 8 bit.</summary>
    UInt8 = 2,

    /// <summary>Signed 8 bit.</summary>
    Int8 = 3,

    /// <summary>Unsigned 16 bit.</summary>
    UInt16 = 4,

    /// <summary>Signed 16 bit.</summary>
    Int16 = 5,

    /// <summary>Signed 32 bit.</summary>
    Int32 = 6,

    /// <summary>Signed 64 bit.</summary>
    Int64 = 7,

    /// <summary>Text.</summary>
    String = 8,

    /// <summary>Truth value, one byte.</summary>
    Boolean = 9,

    /// <summary>IEEE 754 binary16.</summary>
    Float16 = 10,

    /// <summary>IEEE 754 binary64.</summary>
    Float64 = 11,

    /// <summary>Unsigned 32 bit.</summary>
    UInt32 = 12,

    /// <summary>Unsigned 64 bit.</summary>
    UInt64 = 13,

    /// <summary>Two binary32 numbers.</summary>
    Complex64 = 14,

    /// <summary>Two binary64 numbers.</summary>
    Complex128 = 15,

    /// <summary>The upper half of a binary32 number.</summary>
    BFloat16 = 16,

    /// <summary>8-bit floating point, 4 exponent and 3 fraction bits, no infinities.</summary>
    Float8E4M3FN = 17,

    /// <summary>8-bit floating point, 4 exponent and 3 fraction bits, no infinities, no negative zero.</summary>
    Float8E4M3FNUZ = 18,

    /// <summary>8-bit floating point, 5 exponent and 2 fraction bits.</summary>
    Float8E5M2 = 19,

    /// <summary>8-bit floating point, 5 exponent and 2 fraction bits, no infinities, no negative zero.</summary>
    Float8E5M2FNUZ = 20,

    /// <summary>Unsigned 4 bit, two in a byte.</summary>
    UInt4 = 21,

    /// <summary>Signed 4 bit, two in a byte.</summary>
    Int4 = 22,

    /// <summary>4-bit floating point, two in a byte.</summary>
    Float4E2M1 = 23,

    /// <summary>8-bit power of two.</summary>
    Float8E8M0 = 24,

    /// <summary>Unsigned 2 bit, four in a byte.</summary>
    UInt2 = 25,

    /// <summary>Signed 2 bit, four in a byte.</summary>
    Int2 = 26,
}
