using HighLight.Sparsity;

namespace HighLight.Formats;

/// <summary>
/// Walks a matrix in <see cref="HssFormat"/> in place, by the arithmetic that hardware uses: fibers of a rank are numbered in stored order, entry e of fiber
/// f of a rank with rule G:H is item f·G + e of that rank's offsets, and the same number is the fiber of the rank below.
/// </summary>
public sealed class HssReader
{
    private readonly StreamContent?[] _offsets;
    private readonly long[] _fibers;
    private readonly int _tail;

    /// <summary>A reader over <paramref name="encoded"/>; nothing is copied.</summary>
    /// <exception cref="ArgumentException">The matrix is in another format.</exception>
    public HssReader(EncodedMatrix encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        Matrix = encoded;
        Format = encoded.Format as HssFormat
            ?? throw new ArgumentException($"The matrix is encoded as {encoded.Format}; an HssReader reads HssFormat.", nameof(encoded));
        _offsets = [.. Enumerable.Range(0, Format.Layout.Pattern.RankCount).Select(encoded.Metadata)];
        _fibers = new long[_offsets.Length];
        _fibers[^1] = (long)encoded.Rows * Layout.SegmentsPerRow * Layout.GroupsPerSegment;
        for (var rank = _fibers.Length - 2; rank >= 0; rank--)
        {
            _fibers[rank] = _fibers[rank + 1] * Layout.Pattern[rank + 1].G;
        }

        _tail = Layout.Tails == TailPolicy.Dense ? Layout.TailLength : 0;
    }

    /// <summary>What is read.</summary>
    public EncodedMatrix Matrix { get; }

    /// <summary>Its format.</summary>
    public HssFormat Format { get; }

    /// <summary>Pattern, segments and groups.</summary>
    public HssLayout Layout => Format.Layout;

    /// <summary>How many fibers of <paramref name="rank"/> are stored; 0 is the lowest rank.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
    public long FiberCount(int rank)
    {
        Check(rank, _fibers.Length, nameof(rank));
        return _fibers[rank];
    }

    /// <summary>The number of a group: the fiber of the highest rank.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row, segment or group.</exception>
    public long Group(int row, int segment, int group)
    {
        Check(group, Layout.GroupsPerSegment, nameof(group));
        return (Segment(row, segment) * Layout.GroupsPerSegment) + group;
    }

    /// <summary>The offset, in 0..H−1, of one of the G entries of a fiber. Ranks with G = H have none stored: there it is <paramref name="entry"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank, fiber or entry.</exception>
    public int Offset(int rank, long fiber, int entry)
    {
        var item = Child(rank, fiber, entry);
        return _offsets[rank] is { } offsets ? (int)offsets.ItemAt(item) : entry;
    }

    /// <summary>Where an entry leads: the number of the fiber one rank below; on rank 0, see <see cref="ValueIndex"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank, fiber or entry.</exception>
    public long Child(int rank, long fiber, int entry)
    {
        Check(fiber, FiberCount(rank), nameof(fiber));
        var rule = Layout.Pattern[rank];
        Check(entry, rule.G, nameof(entry));
        return (fiber * rule.G) + entry;
    }

    /// <summary>The item of <see cref="EncodedMatrix.Values"/> that an entry of a rank-0 fiber holds; a padding entry holds 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such fiber or entry.</exception>
    public long ValueIndex(long fiber, int entry)
    {
        var kept = Child(0, fiber, entry);
        return kept + (kept / (Layout.StoredPerSegment - _tail) * _tail);
    }

    /// <summary>The item of <see cref="EncodedMatrix.Values"/> that holds value <paramref name="i"/> of a segment's dense tail.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row, segment or value of a dense tail.</exception>
    public long TailIndex(int row, int segment, int i)
    {
        Check(i, _tail, nameof(i));
        return ((Segment(row, segment) + 1) * Layout.StoredPerSegment) - _tail + i;
    }

    private static void Check(long value, long count, string name)
    {
        if ((ulong)value >= (ulong)count)
        {
            throw new ArgumentOutOfRangeException(name, value, count == 0 ? "There are none." : Invariant($"The legal range is 0..{count - 1}."));
        }
    }

    private long Segment(int row, int segment)
    {
        Check(row, Matrix.Rows, nameof(row));
        Check(segment, Layout.SegmentsPerRow, nameof(segment));
        return ((long)row * Layout.SegmentsPerRow) + segment;
    }
}
