using System.Collections.Immutable;

namespace HighLight.Formats;

/// <summary>Coordinate list (COO): the nonempty values row-major, and for each its row (rank 1) and its column (rank 0).</summary>
public sealed record CoordinateListFormat : SparseFormat
{
    /// <summary>Creates the format.</summary>
    /// <param name="rowBits">Bits of a row; null: ceil(log2 rows).</param>
    /// <param name="columnBits">Bits of a column; null: ceil(log2 columns).</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is outside 0..32.</exception>
    public CoordinateListFormat(int? rowBits = null, int? columnBits = null)
    {
        RowBits = IndexWidth.Checked(rowBits, nameof(rowBits));
        ColumnBits = IndexWidth.Checked(columnBits, nameof(columnBits));
    }

    /// <summary>Bits of a row; null: as many as the matrix needs.</summary>
    public int? RowBits { get; }

    /// <summary>Bits of a column; null: as many as the matrix needs.</summary>
    public int? ColumnBits { get; }

    /// <inheritdoc/>
    public override string Name => "Coordinate list";

    /// <inheritdoc/>
    public override FormatId Id => FormatId.CoordinateList;

    /// <summary>For example <c>Coordinate list(row 1, column 4)</c>.</summary>
    public override string ToString() => $"{Name}(row {IndexWidth.Text(RowBits)}, column {IndexWidth.Text(ColumnBits)})";

    internal override SparseFormat Resolve(int rows, int columns, long stored) =>
        new CoordinateListFormat(RowBits ?? IndexWidth.For(rows), ColumnBits ?? IndexWidth.For(columns));

    internal override string? Misfit(int rows, int columns, long stored) => IndexWidth.Join(
        IndexWidth.TooNarrow(nameof(RowBits), RowBits, rows, "rows"),
        IndexWidth.TooNarrow(nameof(ColumnBits), ColumnBits, columns, "columns"));

    internal override FormatSize Formula(int elementBits, int rows, int columns, long stored) => new(
        Data(elementBits, stored),
        Metadata("rows", 1, RowBits.GetValueOrDefault(), stored),
        Metadata("columns", 0, ColumnBits.GetValueOrDefault(), stored));

    internal override ImmutableArray<StreamContent> Pack<TBits>(ElementType element, int rows, int columns, ReadOnlySpan<TBits> values, FormatSize size)
    {
        var data = new ValueWriter<TBits>(size.Streams[0]);
        var rowWriter = new BitWriter(size.Streams[1]);
        var columnWriter = new BitWriter(size.Streams[2]);
        for (var row = 0; row < rows && columns > 0; row++)
        {
            var line = values.Slice(row * columns, columns);
            for (var column = 0; column < line.Length; column++)
            {
                if (line[column] != TBits.Zero)
                {
                    rowWriter.Write((uint)row);
                    columnWriter.Write((uint)column);
                    data.Add(line[column]);
                }
            }
        }

        return [data.ToStream(), rowWriter.ToStream(), columnWriter.ToStream()];
    }

    internal override StreamFault? Unpack<TBits>(EncodedMatrix encoded, Span<TBits> destination)
    {
        var values = encoded.Values.Values<TBits>();
        long previous = -1;
        for (var i = 0; i < values.Length; i++)
        {
            var row = (long)encoded.Streams[1].ItemAt(i);
            var column = (long)encoded.Streams[2].ItemAt(i);
            if (row >= encoded.Rows)
            {
                return new StreamFault(1, i, Invariant($"the row {row}"), Invariant($"rows 0..{encoded.Rows - 1}"));
            }

            if (column >= encoded.Columns)
            {
                return new StreamFault(2, i, Invariant($"the column {column}"), Invariant($"columns 0..{encoded.Columns - 1}"));
            }

            var position = (row * encoded.Columns) + column;
            if (position <= previous)
            {
                return new StreamFault(
                    row < previous / encoded.Columns ? 1 : 2,
                    i,
                    Invariant($"({row}, {column}) behind ({previous / encoded.Columns}, {previous % encoded.Columns})"),
                    "each coordinate once, sorted by row, then by column");
            }

            if (values[i] == TBits.Zero)
            {
                return new StreamFault(0, i, "an empty value", "values that are not 0");
            }

            if (!destination.IsEmpty)
            {
                destination[(int)position] = values[i];
            }

            previous = position;
        }

        return null;
    }

    internal override byte[] Parameters() => [(byte)RowBits.GetValueOrDefault(), (byte)ColumnBits.GetValueOrDefault()];
}
