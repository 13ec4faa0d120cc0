using System.Numerics;
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
    public static HssViolation? FindViolation(Mask mask, HssLayout layout)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(layout);
        if (mask.Columns != layout.Columns)
        {
            throw new ArgumentException(
                Invariant($"The layout is for rows of {layout.Columns} columns, but there are {mask.Columns}. Make one for {mask.Columns}."), nameof(layout));
        }

        for (var row = 0; row < mask.Rows; row++)
        {
            for (var segment = 0; segment < layout.SegmentsPerRow; segment++)
            {
                for (var group = 0; group < layout.GroupsPerSegment; group++)
                {
                    if (HssGroupCheck.FirstViolation(layout, new MaskRow(mask.Row(row)), row, segment, group) is { } violation)
                    {
                        return violation;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The first fiber of the matrix's nonzeros with too many nonempty coordinates, or null. NaN is a nonzero, −0 is a zero: a matrix without
    /// −0 passes if and only if <see cref="Formats.HssFormat"/>, which stores −0, encodes it.
    /// </summary>
    /// <inheritdoc cref="FindViolation(Mask, HssLayout)"/>
    public static HssViolation? FindViolation<T>(Matrix<T> matrix, HssLayout layout)
        where T : unmanaged, INumberBase<T> => FindViolation(Mask.FromNonzeros(matrix), layout);
}
