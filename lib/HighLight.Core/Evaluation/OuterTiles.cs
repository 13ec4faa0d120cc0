namespace HighLight.Evaluation;

/// <summary>The tiles of the levels between DRAM and the global buffer, outermost first; none for a design with one level on chip.</summary>
public readonly record struct OuterTiles
{
    /// <summary>The most tiles: DRAM and the global buffer have none here.</summary>
    public const int MaxCount = Hardware.StorageLevel.MaxLevels - 2;

    private readonly PerLevel<LevelTile> _tiles;

    /// <summary>Tiles.</summary>
    /// <param name="tiles">Outermost first, at most <see cref="MaxCount"/>.</param>
    /// <exception cref="ArgumentException">There are more.</exception>
    public OuterTiles(ReadOnlySpan<LevelTile> tiles)
    {
        if (tiles.Length > MaxCount)
        {
            throw new ArgumentException(Invariant($"A mapping has at most {MaxCount} tiles outside the global buffer, not {tiles.Length}."), nameof(tiles));
        }

        Count = tiles.Length;
        tiles.CopyTo(_tiles);
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>A tile; 0 is the outermost.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tile.</exception>
    public LevelTile this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _tiles[index];
        }
    }
}
