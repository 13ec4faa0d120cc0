using System.Numerics;
using System.Runtime.InteropServices;

namespace HighLight.Tensors;

/// <summary>An immutable dense matrix, row-major. Operand A of a GEMM has one row for each output channel (M) and the reduction (K) along columns.</summary>
/// <typeparam name="T">The element type, a primitive number.</typeparam>
public sealed class Matrix<T>
    where T : unmanaged
{
    private readonly ReadOnlyMemory<T> _values;

    private Matrix(int rows, int columns, ReadOnlyMemory<T> values)
    {
        Rows = rows;
        Columns = columns;
        _values = values;
    }

    /// <summary>Number of rows, 0 or more.</summary>
    public int Rows { get; }

    /// <summary>Number of columns, 0 or more.</summary>
    public int Columns { get; }

    /// <summary>The values, row-major: Rows × Columns of them.</summary>
    public ReadOnlySpan<T> Values => _values.Span;

    /// <summary>The value at a row and a column, each from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public T this[int row, int column]
    {
        get
        {
            CheckRow(row);
            if ((uint)column >= (uint)Columns)
            {
                throw new ArgumentOutOfRangeException(nameof(column), column, Invariant($"The matrix has {Columns} columns, counted from 0."));
            }

            return _values.Span[(row * Columns) + column];
        }
    }

    /// <summary>A matrix with a copy of <paramref name="values"/>, row-major.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    /// <exception cref="ArgumentException">The number of values is not rows × columns.</exception>
    public static Matrix<T> Create(int rows, int columns, ReadOnlySpan<T> values) => Wrap(rows, columns, values.ToArray());

    /// <summary>A matrix whose value at (row, column) is <paramref name="value"/>(row, column).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative, or there are more values than an array holds.</exception>
    public static Matrix<T> Create(int rows, int columns, Func<int, int, T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)rows * columns, Array.MaxLength, nameof(rows));
        var values = new T[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                values[(row * columns) + column] = value(row, column);
            }
        }

        return new Matrix<T>(rows, columns, values);
    }

    /// <summary>The values of one row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<T> Row(int row)
    {
        CheckRow(row);
        return _values.Span.Slice(row * Columns, Columns);
    }

    /// <summary>Rows and columns exchanged; the values are copied.</summary>
    public Matrix<T> Transpose()
    {
        var source = _values.Span;
        var result = new T[source.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                result[(column * Rows) + row] = source[(row * Columns) + column];
            }
        }

        return new Matrix<T>(Columns, Rows, result);
    }

    /// <summary>
    /// The tensor whose <paramref name="rowRanks"/> are this matrix's rows unflattened and whose <paramref name="columnRanks"/> are its
    /// columns: the inverse of <see cref="DenseTensor{T}.ToMatrix"/>, up to the order of ranks.
    /// </summary>
    /// <param name="rowRanks">Names and shapes, outermost first; the shapes' product is <see cref="Rows"/>.</param>
    /// <param name="columnRanks">Names and shapes, outermost first; the shapes' product is <see cref="Columns"/>.</param>
    /// <exception cref="ArgumentException">No rank, a repeated name, or shapes that do not multiply to the matrix's.</exception>
    public DenseTensor<T> ToTensor(ReadOnlySpan<TensorRank> rowRanks, ReadOnlySpan<TensorRank> columnRanks)
    {
        if (Product(rowRanks) != Rows || Product(columnRanks) != Columns)
        {
            throw new ArgumentException(
                Invariant($"Ranks [{string.Join(", ", rowRanks.ToArray())}] × [{string.Join(", ", columnRanks.ToArray())}] do not multiply to {Rows} rows × {Columns} columns."),
                nameof(rowRanks));
        }

        return DenseTensor<T>.Wrap([.. rowRanks, .. columnRanks], _values);

        static BigInteger Product(ReadOnlySpan<TensorRank> ranks)
        {
            var product = BigInteger.One;
            foreach (var rank in ranks)
            {
                product *= rank.Shape;
            }

            return product;
        }
    }

    /// <summary>Same shape and the same bits in every value: NaN payloads and the sign of zero count.</summary>
    public bool BitwiseEquals(Matrix<T>? other) =>
        other is not null
        && Rows == other.Rows
        && Columns == other.Columns
        && MemoryMarshal.AsBytes(Values).SequenceEqual(MemoryMarshal.AsBytes(other.Values));

    /// <summary>For example <c>Single 64×576</c>.</summary>
    public override string ToString() => Invariant($"{typeof(T).Name} {Rows}×{Columns}");

    private void CheckRow(int row)
    {
        if ((uint)row >= (uint)Rows)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, Invariant($"The matrix has {Rows} rows, counted from 0."));
        }
    }

    /// <summary>A matrix over <paramref name="values"/> themselves: the caller gives them up.</summary>
    internal static Matrix<T> Wrap(int rows, int columns, ReadOnlyMemory<T> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        return (long)rows * columns == values.Length
            ? new Matrix<T>(rows, columns, values)
            : throw new ArgumentException(
                Invariant($"A {rows}×{columns} matrix holds {(long)rows * columns} values, but {values.Length} are given."), nameof(values));
    }
}
