using System.Numerics;
using HighLight.Sparsity;

namespace HighLight.Formats;

/// <summary>The values of one row, nonempty by the rule of formats: any bit is 1.</summary>
internal readonly ref struct ValueRow<TBits>(ReadOnlySpan<TBits> values) : IRowOccupancy
    where TBits : unmanaged, IBinaryInteger<TBits>
{
    private readonly ReadOnlySpan<TBits> _values = values;

    public bool Any(int start, int length) => _values.Slice(start, length).ContainsAnyExcept(TBits.Zero);
}
