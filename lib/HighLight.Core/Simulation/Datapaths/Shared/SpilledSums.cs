using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>
/// Partial sums of Z outside the register files, where a nest leaves a tile of Z before its K is done: in the innermost level that keeps Z,
/// and further out where that one turns to another tile as well.
/// </summary>
internal sealed class SpilledSums
{
    private readonly List<(int Level, SumStore Store)> _stores = [];
    private readonly DatapathJob _job;
    private readonly SumStore _innermost;
    private readonly ActionCounters _counters;

    public SpilledSums(DatapathJob job, ActionCounters counters)
    {
        _job = job;
        _counters = counters;
        _innermost = new SumStore(job, 0, null, counters.Levels[0]);
        for (var level = 1; level <= job.Nest.Levels; level++)
        {
            if (job.Design.Levels[level].Holds(KeptOperands.Z))
            {
                _innermost = new SumStore(job, level, _innermost, counters.Levels[level]);
                _stores.Add((level, _innermost));
            }
        }
    }

    /// <summary>Before the array takes the next tile: levels turn to their tiles, from outside inwards.</summary>
    public void Enter(NestWalk walk)
    {
        foreach (var (level, store) in _stores)
        {
            // The part of K that the visit begins with decides whether sums are new.
            store.Enter(walk, walk.Of(level) with { FromK = walk.Innermost.FromK });
        }
    }

    /// <summary>When the array is through with it: levels turn away from theirs, from inside outwards.</summary>
    public void Leave(NestWalk walk)
    {
        for (var i = _stores.Count - 1; i >= 0; i--)
        {
            _stores[i].Store.Leave(walk, walk.Innermost.ToK == _job.Gemm.K);
        }
    }

    /// <summary>Sums of a row leave the register files: each is read there and written here.</summary>
    public void Store(int row, int firstColumn, ReadOnlySpan<int> sums)
    {
        _innermost.Store(row, firstColumn, sums);
        _counters.AccumulatorReads += sums.Length;
        Tell(row, firstColumn, sums, "leaves for");
    }

    /// <summary>They come back.</summary>
    public void Load(int row, int firstColumn, Span<int> sums)
    {
        _innermost.Load(row, firstColumn, sums);
        _counters.AccumulatorWrites += sums.Length;
        Tell(row, firstColumn, sums, "is back from");
    }

    private void Tell(int row, int firstColumn, ReadOnlySpan<int> sums, string what) => _job.Probe?.Tell(
        "spilled sums",
        Invariant($"z[{row},{firstColumn}..{firstColumn + sums.Length - 1}]"),
        Invariant($"{string.Join(' ', sums.ToArray())} {what} {_innermost.Name}"));
}
