using System.Collections.Immutable;
using HighLight.Sparsity;

namespace HighLight.Formats;

/// <summary>
/// HSS coordinate-payload: each fiber of a rank with rule G:H stores exactly G coordinates as offsets in 0..H−1, strictly rising, and below each its
/// payload: a fiber of the next rank or, on the lowest, a value. A rank with G = H stores no offsets.
/// </summary>
/// <remarks>
/// <para>Rows, segments and groups follow in order (<see cref="HssLayout"/>). A fiber with fewer than G nonempty coordinates also stores the lowest of its
/// empty ones, with zeros below: an empty payload at entry i has the offset i. So the length is fixed by the shape, and the encoding is unique.</para>
/// <para>Tails: under Pad a segment's last group is stored whole, its values behind the end of the segment being zero; under Dense the values of the
/// tail follow those of the segment's groups, without offsets.</para>
/// <para>Offsets take ceil(log2 H) bits, or the bits of the largest H that a design supports: HighLight spends 3 on rank 1 and 2 on rank 0
/// whatever H.</para>
/// </remarks>
public sealed record HssFormat : SparseFormat
{
    /// <summary>The widest offset: that of <see cref="Gh.MaxH"/>.</summary>
    public const int MaxOffsetBits = 16;

    /// <summary>Creates the format.</summary>
    /// <param name="layout">The pattern, and how it lies over the rows; matrices have its number of columns.</param>
    /// <param name="offsetBits">Bits of an offset for each rank, highest first; empty: ceil(log2 H). What is given for ranks with G = H is not used.</param>
    /// <exception cref="ArgumentException">A number of widths other than that of ranks, or widths that do not fit: all named at once.</exception>
    public HssFormat(HssLayout layout, params ReadOnlySpan<int> offsetBits)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var rules = layout.Pattern.Rules;
        if (!offsetBits.IsEmpty && offsetBits.Length != rules.Length)
        {
            throw new ArgumentException(Invariant($"{layout.Pattern} takes {rules.Length} widths, highest rank first, not {offsetBits.Length}."), nameof(offsetBits));
        }

        var bits = new int[rules.Length];
        var problems = new List<string>();
        for (var level = 0; level < bits.Length; level++)
        {
            var needed = rules[level].OffsetBits;
            bits[level] = offsetBits.IsEmpty || rules[level].IsDense ? needed : offsetBits[level];
            if (bits[level] < needed || bits[level] > MaxOffsetBits)
            {
                problems.Add(Invariant($"C{bits.Length - 1 - level}({rules[level]}) takes {needed}..{MaxOffsetBits} bits, not {bits[level]}."));
            }
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"Offset widths do not fit {layout.Pattern}: {string.Join(' ', problems)}", nameof(offsetBits));
        }

        Layout = layout;
        OffsetBits = [.. bits];
    }

    /// <summary>The pattern, and how it lies over the rows.</summary>
    public HssLayout Layout { get; }

    /// <summary>Bits of an offset for each rank, highest rank first; 0 where G = H.</summary>
    public ImmutableArray<int> OffsetBits { get; }

    /// <inheritdoc/>
    public override string Name => "HSS";

    /// <inheritdoc/>
    public override FormatId Id => FormatId.Hss;

    /// <summary>The format of a design that supports <paramref name="family"/>: offsets as wide as the family's largest H needs on each rank.</summary>
    /// <exception cref="ArgumentException">The family does not hold the layout's pattern.</exception>
    public static HssFormat For(HssLayout layout, HssFamily family)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(family);
        return family.Contains(layout.Pattern)
            ? new HssFormat(layout, [.. family.Ranges.Select(range => Gh.BitsFor(range.H.Max))])
            : throw new ArgumentException(
                $"{family} does not hold {layout.Pattern}: choose one of its patterns, for example {HssPattern.Create([.. family.Ranges.Select(range => range.First)])}.", nameof(layout));
    }

    /// <summary>The exact size of a matrix of <paramref name="rows"/> rows: the values do not matter.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is negative.</exception>
    public FormatSize SizeOf(ElementType element, int rows) => SizeOf(element, rows, Layout.Columns, rows * (long)Layout.StoredPerRow);

    /// <summary>Same layout and the same widths.</summary>
    public bool Equals(HssFormat? other) => other is not null && Layout == other.Layout && OffsetBits.AsSpan().SequenceEqual(other.OffsetBits.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => OffsetBits.Aggregate(Layout.GetHashCode(), HashCode.Combine);

    /// <summary>For example <c>HSS(C1(4:8)→C0(2:4), offsets 3+2)</c>.</summary>
    public override string ToString() => $"{Name}({Layout.Pattern}, offsets {string.Join('+', OffsetBits)})";

    internal override string? Misfit(int rows, int columns, long stored) => columns == Layout.Columns
        ? null
        : Invariant($"The layout is for {Layout.Columns} columns, but the matrix has {columns}: create the layout for {columns}.");

    internal override (long Least, long Most) StoredRange(int rows, int columns) => (rows * (long)Layout.StoredPerRow, rows * (long)Layout.StoredPerRow);

    private protected override long CountStored<TBits>(int rows, int columns, ReadOnlySpan<TBits> values) => rows * (long)Layout.StoredPerRow;

    internal override FormatSize Formula(int elementBits, int rows, int columns, long stored)
    {
        var rules = Layout.Pattern.Rules;
        var streams = ImmutableArray.CreateBuilder<StreamSize>(rules.Length + 1);
        streams.Add(Data(elementBits, stored));
        var entries = (long)rows * Layout.SegmentsPerRow * Layout.GroupsPerSegment;
        for (var level = 0; level < rules.Length; level++)
        {
            // Without groups, entries stay 0 whatever the rules.
            entries = checked(entries * rules[level].G);
            if (!rules[level].IsDense)
            {
                var rank = rules.Length - 1 - level;
                streams.Add(Metadata(Invariant($"offsets C{rank}"), rank, OffsetBits[level], entries));
            }
        }

        return new FormatSize(streams.ToImmutable());
    }

    internal override ImmutableArray<StreamContent> Pack<TBits>(ElementType element, int rows, int columns, ReadOnlySpan<TBits> values, FormatSize size) =>
        new HssPacker<TBits>(this, element, size).Pack(rows, values);

    internal override StreamFault? Unpack<TBits>(EncodedMatrix encoded, Span<TBits> destination) =>
        new HssUnpacker<TBits>(this, encoded).Unpack(encoded.Rows, destination);

    internal override byte[] Parameters() => HssParameters.Write(this);

    /// <summary>Values that one coordinate of each rank spans, highest rank first. Meaningful where a row has groups.</summary>
    internal int[] Spans()
    {
        var rules = Layout.Pattern.Rules;
        var spans = new int[rules.Length];
        var span = 1;
        for (var level = rules.Length - 1; level >= 0; level--)
        {
            spans[level] = span;
            span = unchecked(span * rules[level].H);
        }

        return spans;
    }
}
