using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HighLight.Tensors;

namespace HighLight.Formats;

/// <summary>
/// An immutable matrix in a format: the streams, and what is needed to read them. Every instance is whole and canonical (one made by
/// <see cref="SparseFormat.Encode"/> by construction, one from a file because <see cref="HssFile"/> verified it), so decoding cannot fail.
/// </summary>
public sealed class EncodedMatrix
{
    internal EncodedMatrix(SparseFormat format, ElementType element, int rows, int columns, ImmutableArray<StreamContent> streams)
    {
        Format = format;
        Element = element;
        Rows = rows;
        Columns = columns;
        Streams = streams;
    }

    /// <summary>The format, with every width that it chose at encoding.</summary>
    public SparseFormat Format { get; }

    /// <summary>What one value is.</summary>
    public ElementType Element { get; }

    /// <summary>Rows of the matrix.</summary>
    public int Rows { get; }

    /// <summary>Columns of the matrix.</summary>
    public int Columns { get; }

    /// <summary>The streams: the data first, then the metadata, highest rank first.</summary>
    public ImmutableArray<StreamContent> Streams { get; }

    /// <summary>The data stream: the stored values.</summary>
    public StreamContent Values => Streams[0];

    /// <summary>The sizes of the streams.</summary>
    public FormatSize Size => new([.. Streams.Select(stream => stream.Size)]);

    /// <summary>The metadata stream of one rank, or null where that rank has none; 0 is the lowest rank.</summary>
    public StreamContent? Metadata(int rank) => Streams.FirstOrDefault(stream => stream.Role == StreamRole.Metadata && stream.Rank == rank);

    /// <summary>The matrix, bit for bit the one that was encoded.</summary>
    /// <typeparam name="T">The .NET type of <see cref="Element"/>.</typeparam>
    /// <exception cref="InvalidOperationException"><typeparamref name="T"/> is another type.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    public Matrix<T> Decode<T>()
        where T : unmanaged
    {
        if (ElementTypes.Of<T>() != Element)
        {
            throw new InvalidOperationException($"The encoded matrix holds {Element}, not {ElementTypes.Of<T>()}: decode it as {Element}.");
        }

        // The streams were verified when this came to be: there is no fault to look at.
        var values = new T[checked(Rows * Columns)];
        _ = Unpack(MemoryMarshal.AsBytes(values.AsSpan()));
        return Matrix<T>.Wrap(Rows, Columns, values);
    }

    /// <summary>For example <c>CSR(index 4, pointer 3) of Float32 2×16: 261 bits</c>.</summary>
    public override string ToString() => Invariant($"{Format} of {Element} {Rows}×{Columns}: {Size.TotalBits} bits");

    /// <summary>Why the streams are not what the format writes; null when they are.</summary>
    internal StreamFault? Verify() => Unpack([]);

    private StreamFault? Unpack(Span<byte> destination) => Element.Bits() switch
    {
        8 => Format.Unpack(this, destination),
        16 => Format.Unpack(this, MemoryMarshal.Cast<byte, ushort>(destination)),
        32 => Format.Unpack(this, MemoryMarshal.Cast<byte, uint>(destination)),
        _ => Format.Unpack(this, MemoryMarshal.Cast<byte, ulong>(destination)),
    };
}
