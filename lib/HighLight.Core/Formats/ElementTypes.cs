namespace HighLight.Formats;

/// <summary>Widths of element types, and the element type of a .NET type.</summary>
public static class ElementTypes
{
    /// <summary>The width of one value in bits: 8, 16, 32 or 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="element"/> is not defined.</exception>
    public static int Bits(this ElementType element) => element switch
    {
        ElementType.Int8 or ElementType.UInt8 => 8,
        ElementType.Int16 or ElementType.UInt16 or ElementType.Float16 => 16,
        ElementType.Int32 or ElementType.UInt32 or ElementType.Float32 => 32,
        ElementType.Int64 or ElementType.UInt64 or ElementType.Float64 => 64,
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, $"Element types are {Names}."),
    };

    /// <summary>The element type of <typeparamref name="T"/>.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of them; the message lists those there are.</exception>
    public static ElementType Of<T>()
        where T : unmanaged =>
        typeof(T) == typeof(sbyte) ? ElementType.Int8
        : typeof(T) == typeof(byte) ? ElementType.UInt8
        : typeof(T) == typeof(short) ? ElementType.Int16
        : typeof(T) == typeof(ushort) ? ElementType.UInt16
        : typeof(T) == typeof(Half) ? ElementType.Float16
        : typeof(T) == typeof(int) ? ElementType.Int32
        : typeof(T) == typeof(uint) ? ElementType.UInt32
        : typeof(T) == typeof(float) ? ElementType.Float32
        : typeof(T) == typeof(long) ? ElementType.Int64
        : typeof(T) == typeof(ulong) ? ElementType.UInt64
        : typeof(T) == typeof(double) ? ElementType.Float64
        : throw new NotSupportedException($"{typeof(T).Name} is no element type of a format. Element types are {Names}; store other 8 to 64-bit types by their bits.");

    internal static string Names => string.Join(", ", Enum.GetNames<ElementType>());
}
