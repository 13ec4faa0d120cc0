using System.Collections.Immutable;
using System.Numerics;
using HighLight.Sparsity;

namespace HighLight.Formats;

/// <summary>Reads the streams of <see cref="HssFormat"/>: one walk, depth first, that verifies each offset, each padding zero and each tail.</summary>
internal ref struct HssUnpacker<TBits>
    where TBits : unmanaged, IBinaryInteger<TBits>
{
    private readonly HssLayout _layout;
    private readonly ImmutableArray<Gh> _rules;
    private readonly int[] _spans;
    private readonly StreamContent?[] _offsets;
    private readonly int[] _streams;
    private readonly long[] _next;
    private readonly ReadOnlySpan<TBits> _values;
    private int _nextValue;
    private Span<TBits> _segment;
    private StreamFault? _fault;

    public HssUnpacker(HssFormat format, EncodedMatrix encoded)
    {
        _layout = format.Layout;
        _rules = format.Layout.Pattern.Rules;
        _spans = format.Spans();
        _offsets = new StreamContent?[_rules.Length];
        _streams = new int[_rules.Length];
        _next = new long[_rules.Length];
        _values = encoded.Values.Values<TBits>();
        var stream = 1;
        for (var level = 0; level < _rules.Length; level++)
        {
            if (!_rules[level].IsDense)
            {
                _streams[level] = stream;
                _offsets[level] = encoded.Streams[stream++];
            }
        }
    }

    public StreamFault? Unpack(int rows, Span<TBits> destination)
    {
        if (_layout.StoredPerRow == 0)
        {
            return null;
        }

        var length = _layout.SegmentLength;
        for (var segment = 0L; segment < (long)rows * _layout.SegmentsPerRow && _fault is null; segment++)
        {
            if (!destination.IsEmpty)
            {
                _segment = destination[..length];
                destination = destination[length..];
            }

            for (var group = 0; group < _layout.GroupsPerSegment && _fault is null; group++)
            {
                Fiber(0, group * _layout.GroupSize);
            }

            if (_layout.Tails == TailPolicy.Dense)
            {
                var tail = _values.Slice(_nextValue, _layout.TailLength);
                _nextValue += tail.Length;
                if (!_segment.IsEmpty)
                {
                    tail.CopyTo(_segment[(length - tail.Length)..]);
                }
            }
        }

        return _fault;
    }

    /// <summary>Reads one fiber; whether it holds a nonempty value.</summary>
    private bool Fiber(int level, int position)
    {
        var rule = _rules[level];
        var offsets = _offsets[level];
        var first = _next[level];
        _next[level] += rule.G;
        var previous = -1;
        var any = false;
        for (var entry = 0; entry < rule.G; entry++)
        {
            var offset = entry;
            if (offsets is not null)
            {
                offset = (int)offsets.ItemAt(first + entry);
                if (offset <= previous || offset >= rule.H)
                {
                    _fault = new StreamFault(
                        _streams[level],
                        first + entry,
                        Invariant($"the offset {offset}{(entry == 0 ? "" : Invariant($" behind {previous}"))} in a fiber of {rule}"),
                        Invariant($"{SparseFormat.Range(previous + 1, rule.H - rule.G + entry)}: offsets rise strictly"));
                    return any;
                }

                previous = offset;
            }

            var start = position + (offset * _spans[level]);
            var filled = level < _rules.Length - 1 ? Fiber(level + 1, start) : Value(start);
            if (_fault is not null)
            {
                return any;
            }

            if (!filled && offset != entry)
            {
                _fault = new StreamFault(
                    _streams[level],
                    first + entry,
                    Invariant($"the offset {offset} of entry {entry} in a fiber of {rule}, with nothing but zeros below"),
                    Invariant($"{entry}: padding takes the lowest empty coordinates"));
                return any;
            }

            any |= filled;
        }

        return any;
    }

    private bool Value(int column)
    {
        var at = _nextValue++;
        var value = _values[at];
        if (value == TBits.Zero)
        {
            return false;
        }

        if (column >= _layout.SegmentLength)
        {
            _fault = new StreamFault(
                0, at, Invariant($"a nonempty value at place {column} of a segment of {_layout.SegmentLength}"), "0 behind the end of the segment");
        }
        else if (!_segment.IsEmpty)
        {
            _segment[column] = value;
        }

        return true;
    }
}
