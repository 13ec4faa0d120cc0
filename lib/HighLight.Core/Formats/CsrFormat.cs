using System.Collections.Immutable;

namespace HighLight.Formats;

/// <summary>
/// Compressed sparse rows: the nonempty values row by row, the column of each (rank 0), and rows + 1 pointers (rank 1) into them, the first 0, the
/// last their number.
/// </summary>
public sealed record CsrFormat : SparseFormat
{
    /// <summary>Creates the format.</summary>
    /// <param name="indexBits">Bits of a column index; null: ceil(log2 columns).</param>
    /// <param name="pointerBits">Bits of a row pointer; null: ceil(log2(nonzeros + 1)).</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is outside 0..32.</exception>
    public CsrFormat(int? indexBits = null, int? pointerBits = null)
    {
        IndexBits = IndexWidth.Checked(indexBits, nameof(indexBits));
        PointerBits = IndexWidth.Checked(pointerBits, nameof(pointerBits));
    }

    /// <summary>Bits of a column index; null: as many as the matrix needs.</summary>
    public int? IndexBits { get; }

    /// <summary>Bits of a row pointer; null: as many as the matrix needs.</summary>
    public int? PointerBits { get; }

    /// <inheritdoc/>
    public override string Name => "CSR";

    /// <inheritdoc/>
    public override FormatId Id => FormatId.Csr;

    /// <summary>For example <c>CSR(index 4, pointer 3)</c>.</summary>
    public override string ToString() => $"{Name}(index {IndexWidth.Text(IndexBits)}, pointer {IndexWidth.Text(PointerBits)})";

    internal override SparseFormat Resolve(int rows, int columns, long stored) =>
        new CsrFormat(IndexBits ?? IndexWidth.For(columns), PointerBits ?? IndexWidth.For(stored + 1));

    internal override string? Misfit(int rows, int columns, long stored) => IndexWidth.Join(
        IndexWidth.TooNarrow(nameof(IndexBits), IndexBits, columns, "columns"),
        IndexWidth.TooNarrow(nameof(PointerBits), PointerBits, stored + 1, "pointer values"));

    internal override FormatSize Formula(int elementBits, int rows, int columns, long stored) => new(
        Data(elementBits, stored),
        Metadata("row pointers", 1, PointerBits.GetValueOrDefault(), rows + 1L),
        Metadata("columns", 0, IndexBits.GetValueOrDefault(), stored));

    internal override ImmutableArray<StreamContent> Pack<TBits>(ElementType element, int rows, int columns, ReadOnlySpan<TBits> values, FormatSize size)
    {
        var data = new ValueWriter<TBits>(size.Streams[0]);
        var pointers = new BitWriter(size.Streams[1]);
        var indices = new BitWriter(size.Streams[2]);
        uint stored = 0;
        for (var row = 0; row < rows && size.Streams[1].ItemBits > 0; row++)
        {
            pointers.Write(stored);
            var line = values.Slice(row * columns, columns);
            for (var column = 0; column < line.Length; column++)
            {
                if (line[column] != TBits.Zero)
                {
                    indices.Write((uint)column);
                    data.Add(line[column]);
                    stored++;
                }
            }
        }

        pointers.Write(stored);
        return [data.ToStream(), pointers.ToStream(), indices.ToStream()];
    }

    internal override StreamFault? Unpack<TBits>(EncodedMatrix encoded, Span<TBits> destination) =>
        CompressedLines.Unpack(encoded, encoded.Rows, encoded.Columns, encoded.Columns, 1, destination);

    internal override byte[] Parameters() => [(byte)IndexBits.GetValueOrDefault(), (byte)PointerBits.GetValueOrDefault()];
}
