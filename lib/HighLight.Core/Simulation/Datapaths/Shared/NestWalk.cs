namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>Where a nest is: the tile of each level, which loop brought it there and which one goes on next.</summary>
internal sealed class NestWalk
{
    private readonly LoopNest _nest;
    private readonly int[] _from;
    private readonly int[] _to;
    private bool _isUnderWay;

    /// <param name="nest">The nest; it stands before its first tile.</param>
    public NestWalk(LoopNest nest)
    {
        _nest = nest;
        _from = new int[(nest.Levels + 1) * LoopNest.Dimensions];
        _to = new int[_from.Length];
        foreach (var loop in Enum.GetValues<GemmLoop>())
        {
            _to[(int)loop] = nest.Size(0, loop);
        }
    }

    /// <summary>The loop that began another iteration, and all inside it with it; −1 at the first tile.</summary>
    public int Begins { get; private set; } = -1;

    /// <summary>The loop that goes on after this tile; −1 behind the last one.</summary>
    public int Ends { get; private set; } = -1;

    /// <summary>The tile in the innermost level.</summary>
    public TileBounds Innermost => Of(_nest.Levels);

    /// <summary>Goes on to the next tile of the innermost level.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        if (_isUnderWay && Ends < 0)
        {
            return false;
        }

        (Begins, _isUnderWay) = (_isUnderWay ? Ends : -1, true);
        if (Begins >= 0)
        {
            Enter(Begins, _from[At(Begins)] + _nest.Size(LevelOf(Begins), _nest[Begins]));
        }

        for (var loop = Begins + 1; loop < _nest.Loops; loop++)
        {
            Enter(loop, _from[At(loop) - LoopNest.Dimensions]);
        }

        Ends = _nest.Loops - 1;
        while (Ends >= 0 && _to[At(Ends)] == _to[At(Ends) - LoopNest.Dimensions])
        {
            Ends--;
        }

        return true;
    }

    /// <summary>The tile of a level.</summary>
    public TileBounds Of(int level)
    {
        var first = level * LoopNest.Dimensions;
        int m = first + (int)GemmLoop.M, k = first + (int)GemmLoop.K, n = first + (int)GemmLoop.N;
        return new(_from[m], _to[m], _from[n], _to[n], _from[k], _to[k]);
    }

    private static int LevelOf(int loop) => (loop / LoopNest.Dimensions) + 1;

    private int At(int loop) => (LevelOf(loop) * LoopNest.Dimensions) + (int)_nest[loop];

    private void Enter(int loop, int from)
    {
        var at = At(loop);
        _from[at] = from;
        _to[at] = (int)Math.Min(_to[at - LoopNest.Dimensions], (long)from + _nest.Size(LevelOf(loop), _nest[loop]));
    }
}
