namespace HighLight.Models.Onnx;

/// <summary>Properties of the element types.</summary>
public static class OnnxElementTypes
{
    /// <summary>Bits one element takes in a file; 0 for types without a fixed size (text, undefined).</summary>
    public static int BitsPerElement(this OnnxElementType type) => type switch
    {
        OnnxElementType.UInt2 or OnnxElementType.Int2 => 2,
        OnnxElementType.UInt4 or OnnxElementType.Int4 or OnnxElementType.Float4E2M1 => 4,
        OnnxElementType.UInt8 or OnnxElementType.Int8 or OnnxElementType.Boolean or OnnxElementType.Float8E4M3FN
            or OnnxElementType.Float8E4M3FNUZ or OnnxElementType.Float8E5M2 or OnnxElementType.Float8E5M2FNUZ
            or OnnxElementType.Float8E8M0 => 8,
        OnnxElementType.UInt16 or OnnxElementType.Int16 or OnnxElementType.Float16 or OnnxElementType.BFloat16 => 16,
        OnnxElementType.Float32 or OnnxElementType.Int32 or OnnxElementType.UInt32 => 32,
        OnnxElementType.Float64 or OnnxElementType.Int64 or OnnxElementType.UInt64 or OnnxElementType.Complex64 => 64,
        OnnxElementType.Complex128 => 128,
        _ => 0,
    };

    /// <summary>Whether elements of this type can be read as numbers by <see cref="OnnxTensor.ReadValues"/>.</summary>
    public static bool IsReadable(this OnnxElementType type) => type.IsExactAsSingle() || type is OnnxElementType.Float64
        or OnnxElementType.Int32 or OnnxElementType.UInt32 or OnnxElementType.Int64 or OnnxElementType.UInt64;

    /// <summary>
    /// Whether every value of the type is a <see langword="float"/>; the other readable types are rounded to the nearest one.
    /// </summary>
    public static bool IsExactAsSingle(this OnnxElementType type) => type is OnnxElementType.Float32 or OnnxElementType.Float16
        or OnnxElementType.BFloat16 or OnnxElementType.UInt8 or OnnxElementType.Int8 or OnnxElementType.UInt16
        or OnnxElementType.Int16 or OnnxElementType.Boolean or OnnxElementType.UInt4 or OnnxElementType.Int4;

    /// <summary>Whether the type holds real numbers in floating point, which is what weights are unless they are quantised.</summary>
    public static bool IsFloatingPoint(this OnnxElementType type) => type is OnnxElementType.Float32 or OnnxElementType.Float16
        or OnnxElementType.BFloat16 or OnnxElementType.Float64 or OnnxElementType.Float8E4M3FN or OnnxElementType.Float8E4M3FNUZ
        or OnnxElementType.Float8E5M2 or OnnxElementType.Float8E5M2FNUZ or OnnxElementType.Float4E2M1 or OnnxElementType.Float8E8M0;
}
