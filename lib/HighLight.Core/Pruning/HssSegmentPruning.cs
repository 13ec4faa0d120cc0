using HighLight.Sparsity;

namespace HighLight.Pruning;

/// <summary>
/// Prunes one segment after another under one layout, reusing its buffers; O(segment length × ranks) expected. Not thread-safe.
/// </summary>
internal sealed class HssSegmentPruning
{
    private readonly HssLayout _layout;
    private readonly int _ruled;
    private readonly double[] _scores;
    private readonly double[] _keys;
    private readonly double[] _scratch;

    public HssSegmentPruning(HssLayout layout)
    {
        _layout = layout;
        _ruled = layout.Tails == TailPolicy.Dense ? layout.SegmentLength - layout.TailLength : layout.SegmentLength;
        _scores = new double[_ruled == 0 ? 0 : ((_ruled - 1) / layout.Pattern[0].H) + 1];
        var widest = layout.Pattern.Rules.Max(rule => Math.Min(rule.H, _ruled));
        _keys = new double[widest];
        _scratch = new double[widest];
    }

    /// <summary>Sets the kept bits of a segment.</summary>
    /// <param name="values">The segment's weights, finite.</param>
    /// <param name="bits">The mask's row; the segment's bits are clear.</param>
    /// <param name="start">The segment's first column in the row.</param>
    public void Prune(ReadOnlySpan<float> values, Span<ulong> bits, int start)
    {
        BitRow.Set(bits, start + _ruled, values.Length - _ruled);
        if (_ruled == 0)
        {
            return;
        }

        var count = PruneValues(values[.._ruled], bits, start);
        var span = _layout.Pattern[0].H;
        for (var rank = 1; rank < _layout.Pattern.RankCount; rank++)
        {
            var rule = _layout.Pattern[rank];
            count = PruneFibers(rule, count, span, bits, start);
            span *= rule.H;
        }
    }

    /// <summary>Rank 0; returns the number of its fibers, whose sums of kept squares are then in the scores.</summary>
    private int PruneValues(ReadOnlySpan<float> values, Span<ulong> bits, int start)
    {
        var rule = _layout.Pattern[0];
        var fiber = 0;
        for (var first = 0; first < values.Length; first += rule.H, fiber++)
        {
            var keys = _keys.AsSpan(0, Math.Min(rule.H, values.Length - first));
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = Math.Abs(values[first + i]);
            }

            var (threshold, ties) = TopSelection.Cut<double>(keys, rule.G, _scratch);
            double squares = 0;
            for (var i = 0; i < keys.Length; i++)
            {
                if (keys[i] > threshold || (keys[i] == threshold && ties-- > 0))
                {
                    squares += keys[i] * keys[i];
                    BitRow.Set(bits, start + first + i);
                }
            }

            _scores[fiber] = squares;
        }

        return fiber;
    }

    /// <summary>
    /// A higher rank over <paramref name="count"/> payload fibers of shape <paramref name="span"/>; returns the number of its fibers.
    /// </summary>
    private int PruneFibers(Gh rule, int count, int span, Span<ulong> bits, int start)
    {
        var fiber = 0;
        for (var first = 0; first < count; first += rule.H, fiber++)
        {
            // Comparing mean squares is comparing their roots.
            var keys = _keys.AsSpan(0, Math.Min(rule.H, count - first));
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = _scores[first + i] / Existing(first + i, span);
            }

            var (threshold, ties) = TopSelection.Cut<double>(keys, rule.G, _scratch);
            double squares = 0;
            for (var i = 0; i < keys.Length; i++)
            {
                var payload = first + i;
                if (keys[i] > threshold || (keys[i] == threshold && ties-- > 0))
                {
                    squares += _scores[payload];
                }
                else
                {
                    BitRow.Clear(bits, start + (payload * span), Existing(payload, span));
                }
            }

            // In place: fiber ≤ first, and the payloads' scores have been read.
            _scores[fiber] = squares;
        }

        return fiber;
    }

    private int Existing(int fiber, int span) => Math.Min(span, _ruled - (fiber * span));
}
