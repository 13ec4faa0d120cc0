namespace HighLight.Formats;

/// <summary>What one value is. The numbers are those of the <c>.hss</c> file; the width in bits is <see cref="ElementTypes.Bits"/>.</summary>
public enum ElementType : byte
{
    /// <summary><see cref="sbyte"/>, 8 bits.</summary>
    Int8 = 1,

    /// <summary><see cref="byte"/>, 8 bits.</summary>
    UInt8 = 2,

    /// <summary><see cref="short"/>, 16 bits.</summary>
    Int16 = 3,

    /// <summary><see cref="ushort"/>, 16 bits; also the raw bits of a bfloat16.</summary>
    UInt16 = 4,

    /// <summary><see cref="Half"/>, IEEE 754 binary16.</summary>
    Float16 = 5,

    /// <summary><see cref="int"/>, 32 bits.</summary>
    Int32 = 6,

    /// <summary><see cref="uint"/>, 32 bits.</summary>
    UInt32 = 7,

    /// <summary><see cref="float"/>, IEEE 754 binary32.</summary>
    Float32 = 8,

    /// <summary><see cref="long"/>, 64 bits.</summary>
    Int64 = 9,

    /// <summary><see cref="ulong"/>, 64 bits.</summary>
    UInt64 = 10,

    /// <summary><see cref="double"/>, IEEE 754 binary64.</summary>
    Float64 = 11,
}
