using System.Collections.Immutable;

namespace HighLight.Formats;

/// <summary>
/// Compressed sparse columns: the nonempty values column by column, the row of each (rank 0), and columns + 1 pointers (rank 1) into them, the first
/// 0, the last their number.
/// </summary>
public sealed record CscFormat : SparseFormat
{
    /// <summary>Creates the format.</summary>
    /// <param name="indexBits">Bits of a row index; null: ceil(log2 rows).</param>
    /// <param name="pointerBits">Bits of a column pointer; null: ceil(log2(nonzeros + 1)).</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is outside 0..32.</exception>
    public CscFormat(int? indexBits = null, int? pointerBits = null)
    {
        IndexBits = IndexWidth.Checked(indexBits, nameof(indexBits));
        PointerBits = IndexWidth.Checked(pointerBits, nameof(pointerBits));
    }

    /// <summary>Bits of a row index; null: as many as the matrix needs.</summary>
    public int? IndexBits { get; }

    /// <summary>Bits of a column pointer; null: as many as the matrix needs.</summary>
    public int? PointerBits { get; }

    /// <inheritdoc/>
    public override string Name => "CSC";

    /// <inheritdoc/>
    public override FormatId Id => FormatId.Csc;

    /// <summary>For example <c>CSC(index 4, pointer 3)</c>.</summary>
    public override string ToString() => $"{Name}(index {IndexWidth.Text(IndexBits)}, pointer {IndexWidth.Text(PointerBits)})";

    internal override SparseFormat Resolve(int rows, int columns, long stored) =>
        new CscFormat(IndexBits ?? IndexWidth.For(rows), PointerBits ?? IndexWidth.For(stored + 1));

    internal override string? Misfit(int rows, int columns, long stored) => IndexWidth.Join(
        IndexWidth.TooNarrow(nameof(IndexBits), IndexBits, rows, "rows"),
        IndexWidth.TooNarrow(nameof(PointerBits), PointerBits, stored + 1, "pointer values"));

    internal override FormatSize Formula(int elementBits, int rows, int columns, long stored) => new(
        Data(elementBits, stored),
        Metadata("column pointers", 1, PointerBits.GetValueOrDefault(), columns + 1L),
        Metadata("rows", 0, IndexBits.GetValueOrDefault(), stored));

    internal override ImmutableArray<StreamContent> Pack<TBits>(ElementType element, int rows, int columns, ReadOnlySpan<TBits> values, FormatSize size)
    {
        var data = new ValueWriter<TBits>(size.Streams[0]);
        var pointers = new BitWriter(size.Streams[1]);
        var indices = new BitWriter(size.Streams[2]);
        if (size.Streams[0].Count > 0)
        {
            // Rows are walked in order, each value placed behind its column's earlier ones: columns come out sorted by row.
            var next = Starts(columns, values);
            foreach (var start in next)
            {
                pointers.Write((uint)start);
            }

            var order = new int[size.Streams[0].Count];
            for (var row = 0; row < rows; row++)
            {
                var line = values.Slice(row * columns, columns);
                for (var column = 0; column < line.Length; column++)
                {
                    if (line[column] != TBits.Zero)
                    {
                        order[next[column]++] = (row * columns) + column;
                    }
                }
            }

            foreach (var position in order)
            {
                indices.Write((uint)(position / columns));
                data.Add(values[position]);
            }
        }
        else
        {
            for (var i = 0L; i <= columns && size.Streams[1].ItemBits > 0; i++)
            {
                pointers.Write(0);
            }
        }

        return [data.ToStream(), pointers.ToStream(), indices.ToStream()];
    }

    internal override StreamFault? Unpack<TBits>(EncodedMatrix encoded, Span<TBits> destination) =>
        CompressedLines.Unpack(encoded, encoded.Columns, encoded.Rows, 1, encoded.Columns, destination);

    internal override byte[] Parameters() => [(byte)IndexBits.GetValueOrDefault(), (byte)PointerBits.GetValueOrDefault()];

    /// <summary>Where each column's values start, and behind the last.</summary>
    private static int[] Starts<TBits>(int columns, ReadOnlySpan<TBits> values)
        where TBits : unmanaged, System.Numerics.IBinaryInteger<TBits>
    {
        var starts = new int[columns + 1];
        for (var row = values; !row.IsEmpty; row = row[columns..])
        {
            for (var column = 0; column < columns; column++)
            {
                starts[column + 1] += row[column] == TBits.Zero ? 0 : 1;
            }
        }

        for (var column = 0; column < columns; column++)
        {
            starts[column + 1] += starts[column];
        }

        return starts;
    }
}
