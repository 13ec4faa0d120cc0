using System.Collections.Immutable;
using System.Numerics;
using HighLight.Sparsity;

namespace HighLight.Formats;

/// <summary>Writes the streams of <see cref="HssFormat"/>: one walk over the matrix, depth first.</summary>
internal ref struct HssPacker<TBits>
    where TBits : unmanaged, IBinaryInteger<TBits>
{
    private readonly HssLayout _layout;
    private readonly ElementType _element;
    private readonly ImmutableArray<Gh> _rules;
    private readonly int[] _spans;
    private readonly BitWriter?[] _offsets;
    private readonly bool[][] _filled;
    private ValueWriter<TBits> _values;
    private ReadOnlySpan<TBits> _segment;

    public HssPacker(HssFormat format, ElementType element, FormatSize size)
    {
        _layout = format.Layout;
        _element = element;
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
        for (var row = 0; row < rows && _layout.Columns > 0; row++)
        {
            var line = values.Slice(row * _layout.Columns, _layout.Columns);
            for (var segment = 0; segment < _layout.SegmentsPerRow; segment++)
            {
                _segment = line.Slice(segment * length, length);
                for (var group = 0; group < _layout.GroupsPerSegment; group++)
                {
                    if (!TryFiber(0, group * _layout.GroupSize))
                    {
                        throw Violation(line, row, segment, group);
                    }
                }

                if (_layout.Tails == TailPolicy.Dense)
                {
                    _values.AddRange(_segment[(length - _layout.TailLength)..]);
                }
            }
        }

        return [_values.ToStream(), .. _offsets.Where(writer => writer is not null).Select(writer => writer!.ToStream())];
    }

    /// <summary>Writes a fiber and all below it; false where one of them holds too many nonempty coordinates.</summary>
    private bool TryFiber(int level, int position)
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
            return false;
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
                    if (!TryFiber(level + 1, start))
                    {
                        return false;
                    }
                }
                else
                {
                    _values.Add(filled[i] ? _segment[start] : TBits.Zero);
                }
            }
        }

        return true;
    }

    /// <summary>The exception for the first fiber of an overfull group, as a verifier would find it.</summary>
    private readonly HssViolationException Violation(ReadOnlySpan<TBits> line, int row, int segment, int group)
    {
        var violation = HssGroupCheck.FirstViolation(_layout, new ValueRow<TBits>(line), row, segment, group)!;
        var negativeZeros = 0;
        if (_element is ElementType.Float16 or ElementType.Float32 or ElementType.Float64)
        {
            var negativeZero = TBits.RotateRight(TBits.One, 1);
            var payload = _spans[_rules.Length - 1 - violation.Rank];
            foreach (var coordinate in violation.Nonempty)
            {
                var start = coordinate * payload;
                var block = line.Slice(violation.FirstColumn + start, Math.Min(payload, violation.ColumnCount - start));
                negativeZeros += block.ContainsAnyExcept(TBits.Zero, negativeZero) ? 0 : 1;
            }
        }

        return new HssViolationException(violation, negativeZeros);
    }

    /// <summary>Whether the values from <paramref name="start"/> hold a nonempty one; behind the segment's end there is none.</summary>
    private readonly bool IsFilled(int start, int span) => span == 1
        ? start < _segment.Length && _segment[start] != TBits.Zero
        : start < _segment.Length && _segment.Slice(start, Math.Min(span, _segment.Length - start)).ContainsAnyExcept(TBits.Zero);
}
