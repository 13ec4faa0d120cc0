namespace HighLight.Evaluation;

/// <summary>Sizes of tiles and numbers of them, as a search of mappings steps through them.</summary>
internal static class TileSizes
{
    /// <summary>Parts of a register tile that a search takes.</summary>
    public const int Eighths = 8;

    /// <summary>Numbers of tiles are tried one by one up to here, then each an eighth larger than the one before.</summary>
    private const int DenseCounts = 8;

    /// <summary>So many eighths of a register tile, at most <paramref name="most"/>.</summary>
    public static int Part(int unit, int eighths, int most) => (int)Math.Min(most, Math.Max(1, (long)unit * eighths / Eighths));

    /// <summary>How many tiles a dimension takes.</summary>
    public static int Count(int size, int tile) => tile < 1 ? size : ((size - 1) / tile) + 1;

    /// <summary>The smallest tile of which a dimension takes so many.</summary>
    public static int Even(int size, int tiles) => ((size - 1) / tiles) + 1;

    /// <summary>The whole units in a tile.</summary>
    public static int Whole(int tile, int unit) => tile / unit * unit;

    /// <summary>The tile of whole units for a number of tiles.</summary>
    public static int Aligned(int size, int tiles, int unit)
    {
        var units = ((size - 1) / unit) + 1;
        return (int)Math.Min(size, ((((long)units - 1) / tiles) + 1) * unit);
    }

    /// <summary>
    /// The smallest tile for a number of tiles that cut no more units than the dimension itself does: all but the last one may be short.
    /// </summary>
    public static int Snug(int size, int tiles, int unit)
    {
        var aligned = Aligned(size, tiles, unit);
        var rest = size - ((tiles - 1L) * aligned);
        if (tiles == 1 || rest < 1)
        {
            return aligned;
        }

        // The last tile grows to whole units; what is left is shared by the others.
        var last = ((rest - 1) / unit * unit) + unit;
        return (int)Math.Min(aligned, ((size - last - 1) / (tiles - 1)) + 1);
    }

    /// <summary>The number of tiles that is tried after another; 0 behind the last.</summary>
    public static int NextCount(int size, int tiles)
    {
        var next = tiles < DenseCounts ? tiles + 1 : tiles + (tiles / DenseCounts);
        return tiles >= size || next < tiles ? 0 : Math.Min(size, next);
    }
}
