using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>The accumulation tiles of Z that the array visits while a tile is in the buffer.</summary>
internal static class TileWalk
{
    /// <summary>The visits of one tile, in order.</summary>
    public static IEnumerable<TileVisit> Of(LoopNest nest, NestWalk walk, AccumulationBuffer files)
    {
        var (tile, fits) = (walk.Innermost, nest.FitsFiles(files));
        bool enters = !fits || walk.Begins <= nest.LoopOfSums, leaves = !fits || walk.Ends <= nest.LoopOfSums;
        for (long m = tile.FromM; m < tile.ToM; m += files.TileM)
        {
            for (long n = tile.FromN; n < tile.ToN; n += files.TileN)
            {
                int toM = (int)Math.Min(tile.ToM, m + files.TileM), toN = (int)Math.Min(tile.ToN, n + files.TileN);
                yield return new((int)m, toM, (int)n, toN, tile, enters, leaves);
            }
        }
    }
}
