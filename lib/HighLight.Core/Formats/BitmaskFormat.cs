using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;

namespace HighLight.Formats;

/// <summary>One bit for each value, row-major, 1 where it is nonempty; the nonempty values in the same order.</summary>
public sealed record BitmaskFormat : SparseFormat
{
    /// <inheritdoc/>
    public override string Name => "Bitmask";

    /// <inheritdoc/>
    public override FormatId Id => FormatId.Bitmask;

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override FormatSize Formula(int elementBits, int rows, int columns, long stored) =>
        new(Data(elementBits, stored), Metadata("bitmask", 0, 1, (long)rows * columns));

    internal override ImmutableArray<StreamContent> Pack<TBits>(ElementType element, int rows, int columns, ReadOnlySpan<TBits> values, FormatSize size)
    {
        var data = new ValueWriter<TBits>(size.Streams[0]);
        var mask = new BitWriter(size.Streams[1]);
        foreach (var value in values)
        {
            if (value == TBits.Zero)
            {
                mask.Write(0);
            }
            else
            {
                mask.Write(1);
                data.Add(value);
            }
        }

        return [data.ToStream(), mask.ToStream()];
    }

    internal override StreamFault? Unpack<TBits>(EncodedMatrix encoded, Span<TBits> destination)
    {
        var values = encoded.Values.Values<TBits>();
        var mask = encoded.Streams[1].Bytes;
        var next = 0;
        for (var at = 0; at < mask.Length; at += sizeof(ulong))
        {
            for (var word = Word(mask[at..]); word != 0; word &= word - 1)
            {
                var position = ((long)at * 8) + BitOperations.TrailingZeroCount(word);
                if (next == values.Length)
                {
                    return new StreamFault(
                        1, position, Invariant($"bit {values.Length + 1} that is 1"), Invariant($"{values.Length} bits that are 1, one for each value"));
                }

                if (values[next] == TBits.Zero)
                {
                    return new StreamFault(0, next, "an empty value", "values that are not 0");
                }

                if (!destination.IsEmpty)
                {
                    destination[(int)position] = values[next];
                }

                next++;
            }
        }

        return next == values.Length
            ? null
            : new StreamFault(1, 0, Invariant($"{next} bits that are 1"), Invariant($"{values.Length} bits that are 1, one for each value"));
    }

    internal override byte[] Parameters() => [];

    private static ulong Word(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        }

        ulong word = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            word |= (ulong)bytes[i] << (8 * i);
        }

        return word;
    }
}
