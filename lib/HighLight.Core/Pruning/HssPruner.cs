using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>
/// Prunes to an HSS pattern of any number of ranks, lowest rank first (HighLight, MICRO 2023, the sparsification of HSS): rank 0 keeps
/// the G0 largest magnitudes of each block of H0 values; rank n keeps the G_n payload fibers with the highest size-normalised L2 norm
/// (root mean square) of what survived below. A one-rank pattern is general G:H pruning, 2:4 for example.
/// </summary>
/// <remarks>
/// <para>Ties go to the lowest coordinate; scores are sums of squares in double precision, added in the order of columns, and tie when
/// these are equal. Each row, and each segment of it, is pruned by itself.</para>
/// <para>The size of a payload fiber is the number of its positions that exist, kept or not; padding does not count. A fiber cut short by
/// a tail thus competes by the magnitude of its weights instead of losing to its natural zeros.</para>
/// <para>Every fiber keeps G of its existing positions or payload fibers, or all of them if they are fewer, also where weights are zero.
/// Without tails a row keeps exactly <see cref="HssLayout.StoredPerRow"/> positions; in a padded tail it may keep fewer (padding is
/// stored but not kept), and then the count depends on which fibers win.</para>
/// <para>How good the greedy choice is (derived): where no group is cut short, it is the best mask of its layout in kept L2, because a
/// payload fiber's best content does not depend on its neighbours. It need not be the best in L1, in a padded tail (a short fiber may win
/// by its mean and lose by its sum), or in output error.</para>
/// </remarks>
public sealed record HssPruner : IPruner
{
    /// <summary>Creates the pruner.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="tails">What happens to values at the end of a segment that do not fill a group.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tails"/> is not a policy.</exception>
    public HssPruner(HssPattern pattern, TailPolicy tails = TailPolicy.Pad)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (!Enum.IsDefined(tails))
        {
            throw new ArgumentOutOfRangeException(nameof(tails), tails, "Tails are Pad, Dense or Reject.");
        }

        Pattern = pattern;
        Tails = tails;
    }

    /// <summary>The pattern.</summary>
    public HssPattern Pattern { get; }

    /// <summary>What happens to tails.</summary>
    public TailPolicy Tails { get; }

    /// <inheritdoc/>
    public string Name => $"HSS {Pattern}" + (Tails == TailPolicy.Pad ? "" : $", tails {Tails}");

    /// <summary>
    /// How the pattern lies over rows of <paramref name="columns"/> values in segments of <paramref name="segmentLength"/> (null: the row).
    /// </summary>
    /// <exception cref="ArgumentException">See the constructor of <see cref="HssLayout"/>.</exception>
    public HssLayout Layout(int columns, int? segmentLength = null) => new(Pattern, columns, segmentLength, Tails);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// A weight is NaN or infinite; the segments do not divide the columns; or there is a tail and the policy is
    /// <see cref="TailPolicy.Reject"/>.
    /// </exception>
    public Mask Prune(Matrix<float> weights, int? segmentLength = null)
    {
        PrunableWeights.ThrowIfNotFinite(weights, nameof(weights));
        var layout = Layout(weights.Columns, segmentLength);
        var segment = new HssSegmentPruning(layout);
        var words = Mask.Allocate(weights.Rows, weights.Columns);
        for (var row = 0; row < weights.Rows; row++)
        {
            var values = weights.Row(row);
            var bits = Mask.RowOf(words, row, weights.Columns);
            for (var start = 0; start < values.Length; start += layout.SegmentLength)
            {
                segment.Prune(values.Slice(start, layout.SegmentLength), bits, start);
            }
        }

        return Mask.Wrap(weights.Rows, weights.Columns, words);
    }

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
