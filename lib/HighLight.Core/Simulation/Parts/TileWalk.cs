using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Simulation.Parts;

/// <summary>
/// The loops outside the array, in the order of a <see cref="Mapping"/>: tiles from DRAM, in each the accumulation tiles, and the parts of the reduction innermost, so that
/// partial sums are never spilled.
/// </summary>
internal static class TileWalk
{
    /// <summary>All visits of the array, in order.</summary>
    public static IEnumerable<TileVisit> Of(Gemm gemm, Mapping mapping, AccumulationBuffer accumulation)
    {
        foreach (var (m, n) in Outer(gemm, mapping))
        {
            int toM = Math.Min(gemm.M, m + mapping.TileM), toN = Math.Min(gemm.N, n + mapping.TileN);
            for (var fromM = m; fromM < toM; fromM += accumulation.TileM)
            {
                for (var fromN = n; fromN < toN; fromN += accumulation.TileN)
                {
                    for (long k = 0; k < gemm.K; k += mapping.TileK)
                    {
                        var buffered = new TileBounds(m, toM, n, toN, (int)k, (int)Math.Min(gemm.K, k + mapping.TileK));
                        yield return new(fromM, Math.Min(toM, fromM + accumulation.TileM), fromN, Math.Min(toN, fromN + accumulation.TileN), buffered);
                    }
                }
            }
        }
    }

    private static IEnumerable<(int M, int N)> Outer(Gemm gemm, Mapping mapping)
    {
        var mOuter = !mapping.NEnclosesM || mapping.TileK < gemm.K;
        var (outer, outerTile) = mOuter ? (gemm.M, mapping.TileM) : (gemm.N, mapping.TileN);
        var (inner, innerTile) = mOuter ? (gemm.N, mapping.TileN) : (gemm.M, mapping.TileM);
        for (long i = 0; i < outer; i += outerTile)
        {
            for (long j = 0; j < inner; j += innerTile)
            {
                yield return mOuter ? ((int)i, (int)j) : ((int)j, (int)i);
            }
        }
    }
}
