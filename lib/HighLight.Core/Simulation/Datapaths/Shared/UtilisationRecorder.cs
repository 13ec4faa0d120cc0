namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>
/// Collects what multipliers do in a fixed number of buckets: when a cycle falls behind the last one, pairs of buckets are merged and each
/// covers twice as many cycles.
/// </summary>
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

    /// <summary>Cycles of a bucket.</summary>
    public long CyclesPerBucket => 1L << _shift;

    /// <summary>Buckets that hold cycles.</summary>
    public int Count => (int)((Cycles + CyclesPerBucket - 1) >> _shift);

    /// <summary>Multipliers of the array.</summary>
    public int Multipliers => _multipliers;

    /// <summary>Multiplies of one bucket, done and gated.</summary>
    public (long Done, long Gated) this[int bucket] => (_done[bucket], _gated[bucket]);

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
