namespace HighLight.Simulation.Datapaths.OuterProduct;

/// <summary>
/// The nonzeros of one column of A, or row of B, in the operand registers: packed for each warp tile, with their coordinates in it.
/// </summary>
internal sealed class GatheredNonzeros
{
    private readonly int _tile;
    private readonly int[] _coordinates;
    private readonly sbyte[] _values;
    private readonly int[] _counts;

    /// <param name="length">Values that an accumulation tile takes.</param>
    /// <param name="tile">Values of a warp tile; divides <paramref name="length"/>.</param>
    public GatheredNonzeros(int length, int tile)
    {
        _tile = tile;
        _coordinates = new int[length];
        _values = new sbyte[length];
        _counts = new int[length / tile];
    }

    /// <summary>Warp tiles that hold values.</summary>
    public int Tiles { get; private set; }

    /// <summary>Nonzeros of all of them.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the nonzeros from <paramref name="from"/> to before <paramref name="to"/>.</summary>
    public void Gather(BitmapReader operand, int k, int from, int to)
    {
        (Tiles, Count) = (0, 0);
        for (var at = from; at < to; at += _tile)
        {
            var start = Tiles * _tile;
            var count = operand.Read(k, at, Math.Min(_tile, to - at), _coordinates.AsSpan(start), _values.AsSpan(start));
            _counts[Tiles++] = count;
            Count += count;
        }
    }

    /// <summary>Coordinates within a warp tile, rising, and values.</summary>
    public void Of(int tile, out ReadOnlySpan<int> coordinates, out ReadOnlySpan<sbyte> values)
    {
        coordinates = _coordinates.AsSpan(tile * _tile, _counts[tile]);
        values = _values.AsSpan(tile * _tile, _counts[tile]);
    }

    /// <summary>Coordinates in the operand with their values, for example <c>3:-7 5:1</c>.</summary>
    public string Describe(int from) => string.Join(' ', Enumerable.Range(0, Tiles).SelectMany(tile =>
        Enumerable.Range(tile * _tile, _counts[tile]).Select(i => Invariant($"{from + (tile * _tile) + _coordinates[i]}:{_values[i]}"))));
}
