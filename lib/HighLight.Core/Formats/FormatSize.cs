using System.Collections.Immutable;

namespace HighLight.Formats;

/// <summary>The exact size of a matrix in a format, stream by stream, in bits. Two sizes are equal when all their streams are.</summary>
public sealed class FormatSize : IEquatable<FormatSize>
{
    internal FormatSize(params ImmutableArray<StreamSize> streams) => Streams = streams;

    /// <summary>The streams: the data first, then the metadata, highest rank first.</summary>
    public ImmutableArray<StreamSize> Streams { get; }

    /// <summary>Bits of stored values.</summary>
    public long DataBits => Sum(stream => stream.Role == StreamRole.Data);

    /// <summary>Bits of metadata, all ranks.</summary>
    public long MetadataBits => Sum(stream => stream.Role == StreamRole.Metadata);

    /// <summary>Data and metadata, in bits. The header of a file and the padding of streams to whole bytes are not counted.</summary>
    public long TotalBits => checked(DataBits + MetadataBits);

    /// <summary>Bits of metadata of one rank; 0 is the lowest rank. A rank without metadata has 0.</summary>
    public long MetadataBitsOf(int rank) => Sum(stream => stream.Role == StreamRole.Metadata && stream.Rank == rank);

    /// <inheritdoc/>
    public bool Equals(FormatSize? other) => other is not null && Streams.AsSpan().SequenceEqual(other.Streams.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FormatSize);

    /// <inheritdoc/>
    public override int GetHashCode() => Streams.Aggregate(Streams.Length, HashCode.Combine);

    /// <summary>For example <c>66 bits: values 48 bits (6×8), offsets C1 6 bits (3×2), offsets C0 12 bits (6×2)</c>.</summary>
    public override string ToString() => Invariant($"{TotalBits} bits: {string.Join(", ", Streams)}");

    private long Sum(Func<StreamSize, bool> which) => Streams.Where(which).Sum(stream => stream.Bits);
}
