using System.Collections.Immutable;

namespace HighLight.Sparsity;

/// <summary>Checks one group of a row against the rules of its layout.</summary>
internal static class HssGroupCheck
{
    /// <summary>
    /// The first fiber of the group with too many nonempty coordinates, the lowest rank first, in the order of columns; null when there is none.
    /// </summary>
    public static HssViolation? FirstViolation<TRow>(HssLayout layout, TRow occupancy, int row, int segment, int group)
        where TRow : IRowOccupancy, allows ref struct
    {
        var pattern = layout.Pattern;
        var start = (segment * layout.SegmentLength) + (group * layout.GroupSize);
        var length = Math.Min(layout.GroupSize, layout.SegmentLength - (group * layout.GroupSize));
        var payload = 1;
        for (var rank = 0; rank < pattern.RankCount; rank++)
        {
            var rule = pattern[rank];
            var shape = payload * rule.H;
            for (var first = 0; first < length && !rule.IsDense; first += shape)
            {
                var end = Math.Min(first + shape, length);
                var nonempty = 0;
                for (var at = first; at < end; at += payload)
                {
                    nonempty += occupancy.Any(start + at, Math.Min(payload, end - at)) ? 1 : 0;
                }

                if (nonempty > rule.G)
                {
                    return new HssViolation(
                        row,
                        segment,
                        rank,
                        Coordinates(layout, rank, group, first),
                        start + first,
                        end - first,
                        Nonempty(occupancy, start + first, end - first, payload),
                        rule);
                }
            }

            payload = shape;
        }

        return null;
    }

    private static ImmutableArray<int> Nonempty<TRow>(TRow occupancy, int start, int length, int payload)
        where TRow : IRowOccupancy, allows ref struct
    {
        var result = ImmutableArray.CreateBuilder<int>();
        for (var at = 0; at < length; at += payload)
        {
            if (occupancy.Any(start + at, Math.Min(payload, length - at)))
            {
                result.Add(at / payload);
            }
        }

        return result.ToImmutable();
    }

    /// <summary>The group, then the coordinate of each rank above <paramref name="rank"/> of the fiber at <paramref name="offset"/> in its group.</summary>
    private static ImmutableArray<int> Coordinates(HssLayout layout, int rank, int group, int offset)
    {
        var result = ImmutableArray.CreateBuilder<int>(layout.Pattern.RankCount - rank);
        result.Add(group);
        var size = layout.GroupSize;
        for (var above = layout.Pattern.RankCount - 1; above > rank; above--)
        {
            size /= layout.Pattern[above].H;
            result.Add(offset / size);
            offset %= size;
        }

        return result.MoveToImmutable();
    }
}
