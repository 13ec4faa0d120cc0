using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>
/// The accumulation tiles of Z that the array visits, in the order of a nest: all those of a tile in the buffer, then the next tile.
/// </summary>
internal static class TileWalk
{
    /// <summary>All visits of the array, in order.</summary>
    public static IEnumerable<TileVisit> Of(LoopNest nest, AccumulationBuffer accumulation)
    {
        foreach (var tile in nest.Walk())
        {
            for (long m = tile.FromM; m < tile.ToM; m += accumulation.TileM)
            {
                for (long n = tile.FromN; n < tile.ToN; n += accumulation.TileN)
                {
                    int toM = (int)Math.Min(tile.ToM, m + accumulation.TileM), toN = (int)Math.Min(tile.ToN, n + accumulation.TileN);
                    yield return new((int)m, toM, (int)n, toN, tile);
                }
            }
        }
    }
}
