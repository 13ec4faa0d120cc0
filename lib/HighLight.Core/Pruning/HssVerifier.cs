using System.Collections.Immutable;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>Checks that the nonzeros of a matrix, or the kept positions of a mask, obey every rule of a layout.</summary>
public static class HssVerifier
{
    /// <summary>
    /// The first fiber with too many nonempty coordinates, or null when there is none. Groups are walked row by row, in the order of
    /// columns; within a group the lowest rank first, because an overfull block is fixed before one asks which blocks to keep. Tails
    /// under <see cref="TailPolicy.Dense"/> follow no rule.
    /// </summary>
    /// <exception cref="ArgumentException">The layout is for another number of columns.</exception>
    public static FiberViolation? FindViolation(Mask mask, HssLayout layout)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(layout);
        if (mask.Columns != layout.Columns)
        {
            throw new ArgumentException(
                Invariant($"The layout is for rows of {layout.Columns} columns, but there are {mask.Columns}. Make one for {mask.Columns}."), nameof(layout));
        }

        // A layout with groups has groups that an int measures.
        var groupSize = layout.GroupsPerSegment == 0 ? 0 : (int)layout.Pattern.GroupSize;
        for (var row = 0; row < mask.Rows; row++)
        {
            for (var segment = 0; segment < layout.SegmentsPerRow; segment++)
            {
                for (var group = 0; group < layout.GroupsPerSegment; group++)
                {
                    if (FindInGroup(mask.Row(row), layout, row, segment, group, groupSize) is { } violation)
                    {
                        return violation;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The first fiber of the matrix's nonzeros with too many nonempty coordinates, or null. NaN is a nonzero, −0 is a zero.
    /// </summary>
    /// <inheritdoc cref="FindViolation(Mask, HssLayout)"/>
    public static FiberViolation? FindViolation(Matrix<float> matrix, HssLayout layout) => FindViolation(Mask.FromNonzeros(matrix), layout);

    private static FiberViolation? FindInGroup(ReadOnlySpan<ulong> bits, HssLayout layout, int row, int segment, int group, int groupSize)
    {
        var pattern = layout.Pattern;
        var start = (segment * layout.SegmentLength) + (group * groupSize);
        var length = Math.Min(groupSize, layout.SegmentLength - (group * groupSize));
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
                    nonempty += BitRow.Any(bits, start + at, Math.Min(payload, end - at)) ? 1 : 0;
                }

                if (nonempty > rule.G)
                {
                    return new FiberViolation(
                        row,
                        segment,
                        rank,
                        Coordinates(pattern, rank, group, first),
                        start + first,
                        end - first,
                        NonemptyCoordinates(bits, start + first, end - first, payload),
                        rule);
                }
            }

            payload = shape;
        }

        return null;
    }

    private static ImmutableArray<int> NonemptyCoordinates(ReadOnlySpan<ulong> bits, int start, int length, int payload)
    {
        var result = ImmutableArray.CreateBuilder<int>();
        for (var at = 0; at < length; at += payload)
        {
            if (BitRow.Any(bits, start + at, Math.Min(payload, length - at)))
            {
                result.Add(at / payload);
            }
        }

        return result.ToImmutable();
    }

    /// <summary>
    /// The group, then the coordinate of each rank above <paramref name="rank"/> of the fiber at <paramref name="offset"/> in its group.
    /// </summary>
    private static ImmutableArray<int> Coordinates(HssPattern pattern, int rank, int group, int offset)
    {
        var result = ImmutableArray.CreateBuilder<int>(pattern.RankCount - rank);
        result.Add(group);
        var size = (int)pattern.GroupSize;
        for (var above = pattern.RankCount - 1; above > rank; above--)
        {
            size /= pattern[above].H;
            result.Add(offset / size);
            offset %= size;
        }

        return result.MoveToImmutable();
    }
}
