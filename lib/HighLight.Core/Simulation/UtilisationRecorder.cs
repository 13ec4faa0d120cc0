using System.Collections.Immutable;

namespace HighLight.Simulation;

/// <summary>Collects a <see cref="UtilisationProfile"/> in a fixed number of buckets: when a cycle falls behind the last one, pairs of buckets are merged and each covers twice as many cycles.</summary>
internal sealed class UtilisationRecorder
{
    private readonly int _multipliers;
    private readonly long[] _done;
    private readonly long[] _gated;
    private int _shift;

    public UtilisationRecorder(int multipliers, int buckets)
    {
        _multipliers = multipliers;
        _done = new long[buckets];
        _gated = new long[buckets];
    }

    /// <summary>Cycles seen so far.</summary>
    public long Cycles { get; private set; }

    /// <summary>One cycle in which the multipliers did and gated as many multiplies.</summary>
    public void Cycle(long done, long gated)
    {
        var bucket = Cycles++ >> _shift;
        if (bucket >= _done.Length)
        {
            Merge();
            bucket = (Cycles - 1) >> _shift;
        }

        _done[bucket] += done;
        _gated[bucket] += gated;
    }

    /// <summary>Cycles in which the array stands still.</summary>
    public void Idle(long cycles)
    {
        Cycles += cycles;
        while ((Cycles - 1) >> _shift >= _done.Length)
        {
            Merge();
        }
    }

    public UtilisationProfile ToProfile()
    {
        var length = 1L << _shift;
        var count = (int)((Cycles + length - 1) >> _shift);
        var buckets = ImmutableArray.CreateBuilder<UtilisationBucket>(count);
        for (var i = 0; i < count; i++)
        {
            buckets.Add(new(i * length, Math.Min(length, Cycles - (i * length)), _done[i], _gated[i]));
        }

        return new(_multipliers, length, buckets.MoveToImmutable());
    }

    private void Merge()
    {
        var half = _done.Length / 2;
        for (var i = 0; i < half; i++)
        {
            _done[i] = _done[2 * i] + _done[(2 * i) + 1];
            _gated[i] = _gated[2 * i] + _gated[(2 * i) + 1];
        }

        _done.AsSpan(half).Clear();
        _gated.AsSpan(half).Clear();
        _shift++;
    }
}
