using HighLight.Sparsity;

namespace HighLight.Formats;

/// <summary>A matrix cannot be stored in <see cref="HssFormat"/>, because a fiber holds more nonempty coordinates than its rule allows.</summary>
public sealed class HssViolationException : ArgumentException
{
    internal HssViolationException(HssLayout layout, int row, int segment, int group, int rank, int column, int found)
        : base(Describe(layout, row, segment, group, rank, column, found))
    {
        Pattern = layout.Pattern;
        Row = row;
        Segment = segment;
        Group = group;
        Rank = rank;
        Column = column;
        Found = found;
    }

    /// <summary>The pattern that is violated.</summary>
    public HssPattern Pattern { get; }

    /// <summary>The row of the fiber.</summary>
    public int Row { get; }

    /// <summary>The segment of the row.</summary>
    public int Segment { get; }

    /// <summary>The group of the segment.</summary>
    public int Group { get; }

    /// <summary>The rank of the fiber; 0 is the lowest.</summary>
    public int Rank { get; }

    /// <summary>The column of the matrix where the fiber starts.</summary>
    public int Column { get; }

    /// <summary>Nonempty coordinates found.</summary>
    public int Found { get; }

    /// <summary>The rule of the rank.</summary>
    public Gh Rule => Pattern[Rank];

    private static string Describe(HssLayout layout, int row, int segment, int group, int rank, int column, int found)
    {
        var rule = layout.Pattern[rank];
        long span = rule.H;
        for (var lower = 0; lower < rank; lower++)
        {
            span *= layout.Pattern[lower].H;
        }

        var last = Math.Min(column + span, (segment + 1L) * layout.SegmentLength) - 1;
        return Invariant($"Row {row}, segment {segment}, group {group}: the fiber of rank C{rank} at columns {column}..{last} ")
            + Invariant($"has {found} nonempty coordinates, but {layout.Pattern} allows {rule.G} of {rule.H}. ")
            + "Prune the matrix to the pattern first, or choose a denser pattern.";
    }
}
