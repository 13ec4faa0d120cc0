using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using HighLight.Tensors;

namespace HighLight.Formats;

/// <summary>
/// A way to store a matrix: values, and metadata that says where they belong. Formats are immutable values; their parameters are their
/// properties.
/// </summary>
/// <remarks>
/// A value is empty if and only if all its bits are 0, so −0 and every NaN are stored and each format is lossless. Encoding is a function: one
/// matrix has one encoding in a format, and readers accept no other.
/// </remarks>
public abstract record SparseFormat
{
    private protected SparseFormat()
    {
    }

    /// <summary>The short name, for example <c>CSR</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The number of the format in a file.</summary>
    public abstract FormatId Id { get; }

    /// <summary>Encodes <paramref name="matrix"/>.</summary>
    /// <typeparam name="T">An element type: a signed or unsigned integer of 8 to 64 bits, <see cref="Half"/>, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">
    /// The parameters do not fit the matrix, for example an index width that is too small; the message names the needed one.
    /// </exception>
    /// <exception cref="HssViolationException">The format is <see cref="HssFormat"/> and the matrix violates its pattern.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    public EncodedMatrix Encode<T>(Matrix<T> matrix)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var element = ElementTypes.Of<T>();
        var (resolved, size) = Measure(matrix);
        var (rows, columns) = (matrix.Rows, matrix.Columns);
        var values = matrix.Values;
        var streams = element.Bits() switch
        {
            8 => resolved.Pack(element, rows, columns, MemoryMarshal.Cast<T, byte>(values), size),
            16 => resolved.Pack(element, rows, columns, MemoryMarshal.Cast<T, ushort>(values), size),
            32 => resolved.Pack(element, rows, columns, MemoryMarshal.Cast<T, uint>(values), size),
            _ => resolved.Pack(element, rows, columns, MemoryMarshal.Cast<T, ulong>(values), size),
        };
        return new EncodedMatrix(resolved, element, rows, columns, streams);
    }

    /// <summary>The exact size that <paramref name="matrix"/> has in the format, by counting and formula, without encoding it.</summary>
    /// <remarks>The size in <see cref="HssFormat"/> follows from the shape alone; whether the values obey the pattern is not looked at.</remarks>
    /// <exception cref="ArgumentException">The parameters do not fit the matrix.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    public FormatSize SizeOf<T>(Matrix<T> matrix)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return Measure(matrix).Size;
    }

    /// <summary>The exact size of a matrix from counts.</summary>
    /// <param name="element">What one value is.</param>
    /// <param name="rows">Rows, 0 or more.</param>
    /// <param name="columns">Columns, 0 or more.</param>
    /// <param name="storedValues">
    /// Values in the data stream. Bitmask, CSR, CSC, coordinate list: the nonzeros. Run-length: nonzeros and explicit zeros. Uncompressed: rows ×
    /// columns. HSS: rows × <see cref="Sparsity.HssLayout.StoredPerRow"/>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible for the shape; the message gives the range.</exception>
    /// <exception cref="ArgumentException">The parameters do not fit the shape and count.</exception>
    /// <exception cref="OverflowException">The size in bits exceeds a long.</exception>
    public FormatSize SizeOf(ElementType element, int rows, int columns, long storedValues)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        var (least, most) = StoredRange(rows, columns);
        if (storedValues < least || storedValues > most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(storedValues), storedValues, Invariant($"A {rows}×{columns} matrix in {Name} stores {Range(least, most)} values."));
        }

        var resolved = Resolve(rows, columns, storedValues);
        return resolved.Misfit(rows, columns, storedValues) is { } misfit
            ? throw new ArgumentException(misfit)
            : resolved.Formula(element.Bits(), rows, columns, storedValues);
    }

    /// <summary>The format with every width set that the matrix decides, and the matrix's size in it.</summary>
    internal FormatComparisonRow Measure<T>(Matrix<T> matrix)
        where T : unmanaged
    {
        var element = ElementTypes.Of<T>();
        var (rows, columns) = (matrix.Rows, matrix.Columns);
        var values = matrix.Values;
        var stored = element.Bits() switch
        {
            8 => CountStored(rows, columns, MemoryMarshal.Cast<T, byte>(values)),
            16 => CountStored(rows, columns, MemoryMarshal.Cast<T, ushort>(values)),
            32 => CountStored(rows, columns, MemoryMarshal.Cast<T, uint>(values)),
            _ => CountStored(rows, columns, MemoryMarshal.Cast<T, ulong>(values)),
        };
        var resolved = Resolve(rows, columns, stored);
        return new FormatComparisonRow(resolved, resolved.SizeOf(element, rows, columns, stored));
    }

    /// <summary>For example <c>1..5</c>.</summary>
    internal static string Range(long least, long most) => least == most ? Invariant($"{least}") : Invariant($"{least}..{most}");

    /// <summary>The format with every width set that the shape and count decide.</summary>
    internal virtual SparseFormat Resolve(int rows, int columns, long stored) => this;

    /// <summary>Why the parameters cannot hold such a matrix, with the fix; null when they can.</summary>
    internal virtual string? Misfit(int rows, int columns, long stored) => null;

    /// <summary>The fewest and the most values that a matrix of that shape stores.</summary>
    internal virtual (long Least, long Most) StoredRange(int rows, int columns) => (0, (long)rows * columns);

    /// <summary>How many values a matrix stores.</summary>
    private protected virtual long CountStored<TBits>(int rows, int columns, ReadOnlySpan<TBits> values)
        where TBits : unmanaged, IBinaryInteger<TBits> => values.Length - values.Count(TBits.Zero);

    /// <summary>The streams by formula.</summary>
    internal abstract FormatSize Formula(int elementBits, int rows, int columns, long stored);

    /// <summary>Encodes, with every width set; <paramref name="size"/> is the capacity of the streams.</summary>
    internal abstract ImmutableArray<StreamContent> Pack<TBits>(ElementType element, int rows, int columns, ReadOnlySpan<TBits> values, FormatSize size)
        where TBits : unmanaged, IBinaryInteger<TBits>;

    /// <summary>
    /// Walks the streams, verifies everything that encoding guarantees, and puts the values into <paramref name="destination"/> (all zeros, or empty to
    /// verify only). The lengths of the streams are known to be those of the formula.
    /// </summary>
    internal abstract StreamFault? Unpack<TBits>(EncodedMatrix encoded, Span<TBits> destination)
        where TBits : unmanaged, IBinaryInteger<TBits>;

    /// <summary>The parameters as the file holds them.</summary>
    internal abstract byte[] Parameters();

    private protected static StreamSize Data(int elementBits, long stored) => new("values", StreamRole.Data, 0, elementBits, stored);

    private protected static StreamSize Metadata(string name, int rank, int itemBits, long count) => new(name, StreamRole.Metadata, rank, itemBits, count);
}
