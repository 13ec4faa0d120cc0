using System.Collections.Immutable;

namespace HighLight.Formats;

/// <summary>Every value, row-major; no metadata.</summary>
public sealed record UncompressedFormat : SparseFormat
{
    /// <inheritdoc/>
    public override string Name => "Uncompressed";

    /// <inheritdoc/>
    public override FormatId Id => FormatId.Uncompressed;

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override (long Least, long Most) StoredRange(int rows, int columns) => ((long)rows * columns, (long)rows * columns);

    private protected override long CountStored<TBits>(int rows, int columns, ReadOnlySpan<TBits> values) => values.Length;

    internal override FormatSize Formula(int elementBits, int rows, int columns, long stored) => new(Data(elementBits, stored));

    internal override ImmutableArray<StreamContent> Pack<TBits>(ElementType element, int rows, int columns, ReadOnlySpan<TBits> values, FormatSize size)
    {
        var data = new ValueWriter<TBits>(size.Streams[0]);
        data.AddRange(values);
        return [data.ToStream()];
    }

    internal override StreamFault? Unpack<TBits>(EncodedMatrix encoded, Span<TBits> destination)
    {
        if (!destination.IsEmpty)
        {
            encoded.Values.Values<TBits>().CopyTo(destination);
        }

        return null;
    }

    internal override byte[] Parameters() => [];
}
