using System.Numerics;
using System.Runtime.InteropServices;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>Which positions of a matrix are kept: an immutable bit for each row and column.</summary>
/// <remarks>
/// A kept position may hold a weight that is zero: a mask says what the pruner allows, not what is nonzero (<see cref="FromNonzeros"/> is
/// the latter).
/// </remarks>
public sealed class Mask : IEquatable<Mask>
{
    private readonly ulong[] _words;
    private readonly int _wordsPerRow;

    private Mask(int rows, int columns, ulong[] words)
    {
        Rows = rows;
        Columns = columns;
        _words = words;
        _wordsPerRow = WordsPerRow(columns);
        foreach (var word in words)
        {
            Count += BitOperations.PopCount(word);
        }
    }

    /// <summary>Number of rows, 0 or more.</summary>
    public int Rows { get; }

    /// <summary>Number of columns, 0 or more.</summary>
    public int Columns { get; }

    /// <summary>How many positions are kept.</summary>
    public long Count { get; }

    /// <summary>Kept positions over all positions, exactly; 1 where there is no position.</summary>
    public Fraction Density => Rows == 0 || Columns == 0 ? Fraction.One : new Fraction(Count, (long)Rows * Columns);

    /// <summary>Whether the position is kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public bool this[int row, int column]
    {
        get
        {
            if ((uint)column >= (uint)Columns)
            {
                throw new ArgumentOutOfRangeException(nameof(column), column, Invariant($"The mask has {Columns} columns, counted from 0."));
            }

            return BitRow.Get(Row(row), column);
        }
    }

    /// <summary>The mask that keeps every position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative, or the mask exceeds the largest array.</exception>
    public static Mask All(int rows, int columns)
    {
        var words = Allocate(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            BitRow.Set(RowOf(words, row, columns), 0, columns);
        }

        return new Mask(rows, columns, words);
    }

    /// <summary>The mask that keeps (row, column) where <paramref name="isKept"/>(row, column).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative, or the mask exceeds the largest array.</exception>
    public static Mask Create(int rows, int columns, Func<int, int, bool> isKept)
    {
        ArgumentNullException.ThrowIfNull(isKept);
        var words = Allocate(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            var bits = RowOf(words, row, columns);
            for (var column = 0; column < columns; column++)
            {
                if (isKept(row, column))
                {
                    BitRow.Set(bits, column);
                }
            }
        }

        return new Mask(rows, columns, words);
    }

    /// <summary>The mask that keeps the nonzeros of <paramref name="matrix"/>. NaN is a nonzero, −0 is a zero.</summary>
    public static Mask FromNonzeros<T>(Matrix<T> matrix)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var words = Allocate(matrix.Rows, matrix.Columns);
        for (var row = 0; row < matrix.Rows; row++)
        {
            var values = matrix.Row(row);
            var bits = RowOf(words, row, matrix.Columns);
            for (var column = 0; column < values.Length; column++)
            {
                if (!T.IsZero(values[column]))
                {
                    BitRow.Set(bits, column);
                }
            }
        }

        return new Mask(matrix.Rows, matrix.Columns, words);
    }

    /// <summary>
    /// The bits of one row: column c is kept when bit c % 64 of word c / 64 is set. Bits behind the last column are 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<ulong> Row(int row)
    {
        CheckRow(row);
        return _words.AsSpan(row * _wordsPerRow, _wordsPerRow);
    }

    /// <summary>How many positions of a row are kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int CountInRow(int row) => BitRow.Count(Row(row));

    /// <summary>The kept columns of a row, ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public IEnumerable<int> KeptColumns(int row)
    {
        CheckRow(row);
        return Enumerable.Range(0, Columns).Where(column => BitRow.Get(Row(row), column));
    }

    /// <summary>The matrix with every dropped value set to zero; kept values keep their bits.</summary>
    /// <exception cref="ArgumentException">The matrix has another shape.</exception>
    public Matrix<T> Apply<T>(Matrix<T> matrix)
        where T : unmanaged
    {
        ThrowIfShapeDiffers(matrix, nameof(matrix));
        var source = matrix.Values;
        var result = new T[source.Length];
        for (var i = 0; i < _words.Length; i++)
        {
            var (row, word) = Math.DivRem(i, _wordsPerRow);
            var first = (row * Columns) + (word << 6);
            for (var bits = _words[i]; bits != 0; bits &= bits - 1)
            {
                var at = first + BitOperations.TrailingZeroCount(bits);
                result[at] = source[at];
            }
        }

        return Matrix<T>.Wrap(Rows, Columns, result);
    }

    /// <summary>The mask that keeps what both keep.</summary>
    /// <exception cref="ArgumentException">The other mask has another shape.</exception>
    public Mask And(Mask other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Rows != other.Rows || Columns != other.Columns)
        {
            throw new ArgumentException(Invariant($"Masks of {Rows}×{Columns} and {other.Rows}×{other.Columns} positions do not combine: give masks of one shape."), nameof(other));
        }

        var words = new ulong[_words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = _words[i] & other._words[i];
        }

        return new Mask(Rows, Columns, words);
    }

    /// <inheritdoc/>
    public bool Equals(Mask? other) =>
        other is not null && Rows == other.Rows && Columns == other.Columns && _words.AsSpan().SequenceEqual(other._words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Mask);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Rows);
        hash.Add(Columns);
        hash.AddBytes(MemoryMarshal.AsBytes(_words.AsSpan()));
        return hash.ToHashCode();
    }

    /// <summary>For example <c>64×576 mask, 13824 kept (3/8)</c>.</summary>
    public override string ToString() => Invariant($"{Rows}×{Columns} mask, {Count} kept ({Density})");

    /// <summary>An all-dropped mask's words, to be filled row by row and given to <see cref="Wrap"/>.</summary>
    internal static ulong[] Allocate(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        var words = (long)rows * WordsPerRow(columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words, Array.MaxLength, nameof(rows));
        return new ulong[words];
    }

    internal static Span<ulong> RowOf(ulong[] words, int row, int columns) =>
        words.AsSpan(row * WordsPerRow(columns), WordsPerRow(columns));

    /// <summary>A mask over <paramref name="words"/> themselves: the caller gives them up.</summary>
    internal static Mask Wrap(int rows, int columns, ulong[] words) => new(rows, columns, words);

    internal void ThrowIfShapeDiffers<T>(Matrix<T> matrix, string parameter)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(matrix, parameter);
        if (matrix.Rows != Rows || matrix.Columns != Columns)
        {
            throw new ArgumentException(Invariant($"A {Rows}×{Columns} mask does not fit a {matrix.Rows}×{matrix.Columns} matrix: give the matrix it was made for."), parameter);
        }
    }

    private void CheckRow(int row)
    {
        if ((uint)row >= (uint)Rows)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, Invariant($"The mask has {Rows} rows, counted from 0."));
        }
    }

    private static int WordsPerRow(int columns) => (int)(((long)columns + 63) / 64);
}
