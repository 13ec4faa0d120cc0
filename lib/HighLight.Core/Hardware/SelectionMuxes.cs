using HighLight.Sparsity;

namespace HighLight.Hardware;

/// <summary>
/// The multiplexers that route operand B to the multipliers of an array whose operand A follows a pattern of <see cref="Family"/>, in 2:1 muxes
/// per multiplier lane. This is the muxing overhead of the sparsity-degrees experiment and the largest part of the SAFs' area.
/// </summary>
/// <remarks>
/// Derived. The hardware serves the largest G and H of each rank. One group of rank r has G slots, each picking one payload out of
/// its candidates. Offsets in a fiber are sorted, so slot i of G can only hold coordinates i..i+H−G: H−G+1 candidates, H−G 2:1 muxes. A payload of rank r is a
/// block of ∏H words (the ranks below), and its slot feeds ∏G lanes. For two ranks this is, per lane,
/// words W = H0·(H1−G1)/(G0·R) + (H0−G0) and selectors N = (H1−G1)/(G0·R) + (H0−G0).
/// Assumptions, each a property: the rows of A prune independently, so that the selections above rank 0 serve one row unless
/// <see cref="RowsSharingSelection"/> rows share their coordinates; offsets are sorted unless <see cref="SortedOffsets"/> is off (a tree over
/// all H inputs, H−1 muxes). Metadata decoding is not part of it.
/// </remarks>
public sealed record SelectionMuxes
{
    /// <summary>Muxes for every pattern of <paramref name="family"/>.</summary>
    public SelectionMuxes(HssFamily family)
    {
        ArgumentNullException.ThrowIfNull(family);
        Family = family;
    }

    /// <summary>The patterns to be served.</summary>
    public HssFamily Family { get; }

    /// <summary>R: rows of A that share their coordinates above rank 0, and so one selection. At least 1; default 1 (independent rows).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int RowsSharingSelection
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    /// <summary>Whether offsets within a fiber are sorted, so that a slot has H−G+1 candidates; otherwise H. Default true.</summary>
    public bool SortedOffsets { get; init; } = true;

    /// <summary>W: word-wide 2:1 muxes per lane; a select of a block of n words counts n.</summary>
    public Fraction WordsPerLane => Sum(rank => WordsPerLaneOfRank(rank));

    /// <summary>N: 2:1 selectors per lane; a select of a whole block counts one.</summary>
    public Fraction SelectorsPerLane => Sum(rank => SelectorsPerLaneOfRank(rank));

    /// <summary>The part of <see cref="WordsPerLane"/> at one rank; 0 is the lowest.</summary>
    public Fraction WordsPerLaneOfRank(int rank)
    {
        var words = Fraction.One;
        for (var below = 0; below < rank; below++)
        {
            words *= Family[below].H.Max;
        }

        return words * SelectorsPerLaneOfRank(rank);
    }

    /// <summary>The part of <see cref="SelectorsPerLane"/> at one rank; 0 is the lowest.</summary>
    public Fraction SelectorsPerLaneOfRank(int rank)
    {
        var range = Family[rank];
        Fraction selectors = SortedOffsets ? range.H.Max - range.G.Max : range.H.Max - 1;
        for (var below = 0; below < rank; below++)
        {
            selectors /= Family[below].G.Max;
        }

        return rank == 0 ? selectors : selectors / RowsSharingSelection;
    }

    /// <summary>One-bit 2:1 muxes of a whole array: <see cref="WordsPerLane"/> × lanes × bits.</summary>
    /// <param name="lanes">Multipliers, 1 or more.</param>
    /// <param name="wordBits">Bits of an operand word, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is below 1.</exception>
    public Fraction BitMuxes(int lanes, int wordBits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(wordBits, 1);
        return WordsPerLane * lanes * wordBits;
    }

    private Fraction Sum(Func<int, Fraction> part)
    {
        var sum = Fraction.Zero;
        for (var rank = 0; rank < Family.RankCount; rank++)
        {
            sum += part(rank);
        }

        return sum;
    }
}
