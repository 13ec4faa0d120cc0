using System.Collections.Immutable;
using System.Numerics;
using HighLight.Sparsity;

namespace HighLight.Formats;

/// <summary>Writes the streams of <see cref="HssFormat"/>: one walk over the matrix, depth first.</summary>
internal ref struct HssPacker<TBits>
    where TBits : unmanaged, IBinaryInteger<TBits>
{
    private readonly HssLayout _layout;
    private readonly ImmutableArray<Gh> _rules;
    private readonly int[] _spans;
    private readonly BitWriter?[] _offsets;
    private readonly bool[][] _filled;
    private ValueWriter<TBits> _values;
    private ReadOnlySpan<TBits> _segment;
    private int _row;
    private int _segmentIndex;
    private int _group;

    public HssPacker(HssFormat format, FormatSize size)
    {
        _layout = format.Layout;
        _rules = format.Layout.Pattern.Rules;
        _spans = format.Spans();
        _offsets = new BitWriter?[_rules.Length];
        _filled = new bool[_rules.Length][];
        _values = new ValueWriter<TBits>(size.Streams[0]);
        var stream = 1;
        for (var level = 0; level < _rules.Length; level++)
        {
            _filled[level] = new bool[_rules[level].H];
            _offsets[level] = _rules[level].IsDense ? null : new BitWriter(size.Streams[stream++]);
        }
    }

    public ImmutableArray<StreamContent> Pack(int rows, ReadOnlySpan<TBits> values)
    {
        var length = _layout.SegmentLength;
        var groupSize = _layout.GroupsPerSegment == 0 ? 0 : (int)_layout.Pattern.GroupSize;
        for (_row = 0; _row < rows && _layout.Columns > 0; _row++)
        {
            for (_segmentIndex = 0; _segmentIndex < _layout.SegmentsPerRow; _segmentIndex++)
            {
                _segment = values[..length];
                values = values[length..];
                for (_group = 0; _group < _layout.GroupsPerSegment; _group++)
                {
                    Fiber(0, _group * groupSize);
                }

                if (_layout.Tails == TailPolicy.Dense)
                {
                    _values.AddRange(_segment[(length - _layout.TailLength)..]);
                }
            }
        }

        return [_values.ToStream(), .. _offsets.Where(writer => writer is not null).Select(writer => writer!.ToStream())];
    }

    private void Fiber(int level, int position)
    {
        var rule = _rules[level];
        var span = _spans[level];
        var filled = _filled[level];
        var count = 0;
        for (var i = 0; i < filled.Length; i++)
        {
            filled[i] = IsFilled(position + (i * span), span);
            count += filled[i] ? 1 : 0;
        }

        if (count > rule.G)
        {
            throw new HssViolationException(
                _layout, _row, _segmentIndex, _group, _rules.Length - 1 - level, (_segmentIndex * _layout.SegmentLength) + position, count);
        }

        var padding = rule.G - count;
        for (int i = 0, entries = 0; entries < rule.G; i++)
        {
            if (filled[i] || padding-- > 0)
            {
                entries++;
                _offsets[level]?.Write((uint)i);
                var start = position + (i * span);
                if (level < _rules.Length - 1)
                {
                    Fiber(level + 1, start);
                }
                else
                {
                    _values.Add(filled[i] ? _segment[start] : TBits.Zero);
                }
            }
        }
    }

    /// <summary>Whether the values from <paramref name="start"/> hold a nonempty one; behind the segment's end there is none.</summary>
    private readonly bool IsFilled(int start, int span) => span == 1
        ? start < _segment.Length && _segment[start] != TBits.Zero
        : start < _segment.Length && _segment.Slice(start, Math.Min(span, _segment.Length - start)).ContainsAnyExcept(TBits.Zero);
}
