namespace HighLight.Sparsity;

/// <summary>
/// How a pattern lies over the rows of a matrix: each row is cut into segments (for convolution weights the C values of one (r, s), so
/// that groups do not straddle kernel positions), each segment into groups of ∏H values, and the rest is a tail.
/// </summary>
/// <remarks>
/// Fills that tails cost raise the density that is stored and computed: C = 64 under <c>C1(4:7)→C0(2:4)</c> stores 24 of 64 values (.375), not
/// 2/7 (derived). Evaluate <see cref="EffectiveDensity"/>; report both.
/// </remarks>
public sealed record HssLayout
{
    /// <summary>Lays <paramref name="pattern"/> over rows of <paramref name="columns"/> values.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="columns">Values in a row, 0 or more.</param>
    /// <param name="segmentLength">Values in a segment; it divides <paramref name="columns"/>. Null: the whole row is one segment.</param>
    /// <param name="tails">What to do with values that do not fill a group.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is negative, or the segments do not divide the row.</exception>
    /// <exception cref="ArgumentException">There is a tail and <paramref name="tails"/> is <see cref="TailPolicy.Reject"/>, or one row stores more values than an array can index.</exception>
    public HssLayout(HssPattern pattern, int columns, int? segmentLength = null, TailPolicy tails = TailPolicy.Pad)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (!Enum.IsDefined(tails))
        {
            throw new ArgumentOutOfRangeException(nameof(tails), tails, "Tails are Pad, Dense or Reject.");
        }

        var segment = SegmentOf(columns, segmentLength);
        Pattern = pattern;
        Columns = columns;
        SegmentLength = segment;
        Tails = tails;
        SegmentsPerRow = segment == 0 ? 0 : columns / segment;
        var groupSize = pattern.GroupSize;
        FullGroupsPerSegment = (int)(segment / groupSize);
        TailLength = (int)(segment - (FullGroupsPerSegment * groupSize));
        if (TailLength > 0 && tails == TailPolicy.Reject)
        {
            throw new ArgumentException(
                Invariant($"Segments of {segment} values are no multiple of the {groupSize} values of a group of {pattern}: {TailLength} are left over. Use TailPolicy.Pad or Dense, or another pattern."),
                nameof(tails));
        }

        GroupsPerSegment = FullGroupsPerSegment + (TailLength > 0 && tails == TailPolicy.Pad ? 1 : 0);
        var stored = (GroupsPerSegment * pattern.KeptPerGroup) + (tails == TailPolicy.Dense ? TailLength : 0);
        if (stored * SegmentsPerRow > Array.MaxLength || GroupsPerSegment * groupSize > int.MaxValue)
        {
            throw new ArgumentException(
                Invariant($"A row of {columns} values under {pattern} pads to more than {Array.MaxLength} values. Use smaller groups."),
                nameof(pattern));
        }

        GroupSize = GroupsPerSegment == 0 ? 0 : (int)groupSize;
        StoredPerSegment = (int)stored;
    }

    /// <summary>The pattern.</summary>
    public HssPattern Pattern { get; }

    /// <summary>Values in a row.</summary>
    public int Columns { get; }

    /// <summary>Values in a segment.</summary>
    public int SegmentLength { get; }

    /// <summary>What happens to tails.</summary>
    public TailPolicy Tails { get; }

    /// <summary>Segments in a row.</summary>
    public int SegmentsPerRow { get; }

    /// <summary>Groups in a segment that no tail cuts short.</summary>
    public int FullGroupsPerSegment { get; }

    /// <summary>Groups in a segment that follow the rules: the full ones, and under <see cref="TailPolicy.Pad"/> the padded one.</summary>
    public int GroupsPerSegment { get; }

    /// <summary>Values that a group spans; 0 where segments hold no group, so that an integer always measures it.</summary>
    internal int GroupSize { get; }

    /// <summary>Values in a segment behind its last full group.</summary>
    public int TailLength { get; }

    /// <summary>Values stored for a segment, padding included.</summary>
    public int StoredPerSegment { get; }

    /// <summary>Values stored for a row, padding included.</summary>
    public int StoredPerRow => StoredPerSegment * SegmentsPerRow;

    /// <summary>Whether any segment has a tail.</summary>
    public bool HasTails => TailLength > 0 && SegmentsPerRow > 0;

    /// <summary>The pattern's own density, ∏ G/H.</summary>
    public Fraction NominalDensity => Pattern.Density;

    /// <summary>Stored values over all values; it exceeds the nominal density where tails are padded or dense. The nominal one for empty rows.</summary>
    public Fraction EffectiveDensity => Columns == 0 ? NominalDensity : new Fraction(StoredPerRow, Columns);

    /// <summary>For example <c>C1(4:7)→C0(2:4) over 64 columns, tails Pad: stores 24 (3/8)</c>, with <c>in segments of 16</c> where a row has several.</summary>
    public override string ToString()
    {
        var segments = SegmentsPerRow > 1 ? Invariant($" in segments of {SegmentLength}") : "";
        var tails = TailLength > 0 ? $", tails {Tails}" : "";
        return Invariant($"{Pattern} over {Columns} columns{segments}{tails}: stores {StoredPerRow} ({EffectiveDensity})");
    }

    /// <summary>The length of a segment; the whole row when none is given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or does not divide the row.</exception>
    internal static int SegmentOf(int columns, int? segmentLength)
    {
        var segment = segmentLength ?? columns;
        return segment >= 0 && (columns == 0 || (segment > 0 && columns % segment == 0))
            ? segment
            : throw new ArgumentOutOfRangeException(
                nameof(segmentLength),
                segmentLength,
                Invariant($"A segment must divide the {columns} columns; for convolution weights it is the number of input channels."));
    }
}
