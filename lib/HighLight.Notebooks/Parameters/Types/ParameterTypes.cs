using Microsoft.CodeAnalysis;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary>
/// Which C# types values can be given for: numbers, strings, characters, booleans, dates, times, identifiers and enumerations, all nullable
/// or not, and lists of them.
/// </summary>
internal static class ParameterTypes
{
    /// <summary>How values of this type are read; null if none can be given.</summary>
    /// <param name="type">The type.</param>
    /// <param name="nullable">Whether null is a value although the type does not say so: code without nullable annotations cannot.</param>
    public static IParameterType? Of(ITypeSymbol type, bool nullable = false)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } wrapped)
        {
            return Simple(wrapped.TypeArguments[0]) is { } value ? new NullableType(value, word: true) : null;
        }

        var plain = Simple(type) ?? (Item(type) is { } item && Of(item) is { } items ? new ListType(items) : null);
        bool annotated = type.IsReferenceType && (nullable || type.NullableAnnotation == NullableAnnotation.Annotated);
        return plain is not null && annotated ? new NullableType(plain, word: plain is not StringType) : plain;
    }

    private static ITypeSymbol? Item(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var item] } named when IsList(named.OriginalDefinition) => item,
        _ => null,
    };

    private static bool IsList(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IList_T
            or SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IReadOnlyList_T
            or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
        || type.ToDisplayString() is "System.Collections.Generic.List<T>" or "System.Collections.Generic.HashSet<T>"
            or "System.Collections.Immutable.ImmutableArray<T>";

    private static IParameterType? Simple(ITypeSymbol type) => Simple(type.SpecialType) ?? (type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration => new EnumType(enumeration),
        { TypeKind: TypeKind.Struct } => type.ToDisplayString() switch
        {
            "System.Half" => new HalfType(),
            "System.Numerics.BigInteger" => new BigIntegerType(),
            var name => ParsedType.Of(name),
        },
        _ => (IParameterType?)null,
    });

    private static IParameterType? Simple(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => new BooleanType(),
        SpecialType.System_Char => new CharType(),
        SpecialType.System_String => new StringType(),
        SpecialType.System_SByte => new IntegerType(sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => new IntegerType(byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => new IntegerType(short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => new IntegerType(ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => new IntegerType(int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => new IntegerType(uint.MinValue, uint.MaxValue, "u"),
        SpecialType.System_Int64 => new IntegerType(long.MinValue, long.MaxValue, "L"),
        SpecialType.System_UInt64 => new IntegerType(ulong.MinValue, ulong.MaxValue, "ul"),
        SpecialType.System_Single => new DoubleType(single: true),
        SpecialType.System_Double => new DoubleType(single: false),
        SpecialType.System_Decimal => new DecimalType(),
        _ => null,
    };
}
