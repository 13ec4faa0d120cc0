namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>Partial sums in one level of storage: those of the tile that it holds, in the outermost level all.</summary>
internal sealed class SumStore
{
    private readonly SumStore? _outer;
    private readonly LevelCounters _counters;
    private readonly int[] _sums;
    private readonly int _stride;
    private readonly int _loop;
    private TileBounds _tile;

    /// <param name="job">The job.</param>
    /// <param name="level">The level; 0 is the outermost.</param>
    /// <param name="outer">The next one out that keeps Z; null for the outermost.</param>
    /// <param name="counters">What the level moves.</param>
    public SumStore(DatapathJob job, int level, SumStore? outer, LevelCounters counters)
    {
        var nest = job.Nest;
        _outer = outer;
        _counters = counters;
        Name = job.Design.Levels[level].Name;
        _stride = nest.Size(level, GemmLoop.N);
        _sums = new int[checked(nest.Size(level, GemmLoop.M) * _stride)];
        _loop = level == 0 ? -1 : nest.FetchLoop(level, GemmLoop.K);
    }

    /// <summary>The level's name.</summary>
    public string Name { get; }

    /// <summary>The level turns to a tile of Z: new, or as it was left, in the next level out.</summary>
    public void Enter(NestWalk walk, in TileBounds tile)
    {
        if (_outer is null || walk.Begins > _loop)
        {
            return;
        }

        _tile = tile;
        for (var m = tile.FromM; m < tile.ToM && tile.FromK > 0; m++)
        {
            var sums = Row(m, tile.FromN, tile.ToN - tile.FromN);
            _outer.Load(m, tile.FromN, sums);
            _counters.SumsWritten += sums.Length;
        }
    }

    /// <summary>It turns away from the tile: sums that are not done go out.</summary>
    public void Leave(NestWalk walk, bool isDone)
    {
        if (_outer is null || walk.Ends > _loop)
        {
            return;
        }

        for (var m = _tile.FromM; m < _tile.ToM && !isDone; m++)
        {
            var sums = Row(m, _tile.FromN, _tile.ToN - _tile.FromN);
            _counters.SumsRead += sums.Length;
            _outer.Store(m, _tile.FromN, sums);
        }
    }

    /// <summary>Sums of a row of Z come from inside.</summary>
    public void Store(int row, int firstColumn, ReadOnlySpan<int> sums)
    {
        sums.CopyTo(Row(row, firstColumn, sums.Length));
        _counters.SumsWritten += sums.Length;
    }

    /// <summary>They go back there.</summary>
    public void Load(int row, int firstColumn, Span<int> sums)
    {
        Row(row, firstColumn, sums.Length).CopyTo(sums);
        _counters.SumsRead += sums.Length;
    }

    private Span<int> Row(int row, int firstColumn, int columns) =>
        _sums.AsSpan(((row - _tile.FromM) * _stride) + firstColumn - _tile.FromN, columns);
}
