using System.Numerics;

namespace HighLight.Formats;

/// <summary>Reads what CSR and CSC share: pointers to the values of each line, and the place of each value in its line.</summary>
internal static class CompressedLines
{
    /// <summary>Walks the streams 0 (values), 1 (pointers) and 2 (indices); the value at place p of line l goes to l·lineStride + p·placeStride.</summary>
    public static StreamFault? Unpack<TBits>(
        EncodedMatrix encoded, int lines, int lineLength, int lineStride, int placeStride, Span<TBits> destination)
        where TBits : unmanaged, IBinaryInteger<TBits>
    {
        var values = encoded.Values.Values<TBits>();
        var pointers = encoded.Streams[1];
        var indices = encoded.Streams[2];
        if (pointers.ItemBits == 0)
        {
            return null; // No bits for a pointer: the width was checked, so there are no values.
        }

        if (pointers.ItemAt(0) != 0)
        {
            return new StreamFault(1, 0, Invariant($"the first pointer is {pointers.ItemAt(0)}"), "0");
        }

        long start = 0;
        for (var line = 0; line < lines; line++)
        {
            var end = (long)pointers.ItemAt(line + 1L);
            if (end < start || end > values.Length)
            {
                return new StreamFault(
                    1, line + 1L, Invariant($"the pointer {end}"), Invariant($"{start}..{values.Length}: pointers never fall, and end at the number of values"));
            }

            long previous = -1;
            for (; start < end; start++)
            {
                var place = (long)indices.ItemAt(start);
                if (place <= previous || place >= lineLength)
                {
                    return new StreamFault(
                        2, start, Invariant($"the index {place} behind {(previous < 0 ? "none" : previous)}"), Invariant($"rising indices in 0..{lineLength - 1L}"));
                }

                var value = values[(int)start];
                if (value == TBits.Zero)
                {
                    return new StreamFault(0, start, "an empty value", "values that are not 0");
                }

                if (!destination.IsEmpty)
                {
                    destination[(line * lineStride) + ((int)place * placeStride)] = value;
                }

                previous = place;
            }
        }

        return start == values.Length
            ? null
            : new StreamFault(1, lines, Invariant($"the last pointer is {start}"), Invariant($"{values.Length}, the number of values"));
    }
}
