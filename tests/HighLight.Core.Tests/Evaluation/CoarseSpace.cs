using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>
/// The mapper of version 0.1.0, which no later one may fall behind: tiles of M that are multiples of the accumulation tile, one for each
/// number of tiles; beside each the smallest tile of N and the largest that fits; all of K in the buffer. Where that does not fit, one
/// accumulation tile with K cut into the fewest parts of whole steps that fit.
/// </summary>
internal static class CoarseSpace
{
    /// <summary>The lowest cost; infinite where no mapping of the space fits.</summary>
    public static double Best(Evaluator evaluator, in Gemm gemm, Objective objective)
    {
        var accumulation = evaluator.Design.Accumulation;
        var bestCost = double.PositiveInfinity;
        for (var tileM = Smallest(gemm.M, accumulation.TileM); tileM > 0; tileM = Next(tileM, gemm.M, accumulation.TileM))
        {
            var smallest = Smallest(gemm.N, accumulation.TileN);
            if (!evaluator.Fits(new Mapping(tileM, gemm.K, smallest, DramLoopOrder.MOuter)))
            {
                break;
            }

            TryBoth(evaluator, gemm, tileM, smallest, objective, ref bestCost);
            var largest = Largest(evaluator, gemm, tileM);
            if (largest > smallest)
            {
                TryBoth(evaluator, gemm, tileM, largest, objective, ref bestCost);
            }
        }

        if (double.IsPositiveInfinity(bestCost))
        {
            CutReduction(evaluator, gemm, objective, ref bestCost);
        }

        return bestCost;
    }

    private static void CutReduction(Evaluator evaluator, in Gemm gemm, Objective objective, ref double bestCost)
    {
        int tileM = Smallest(gemm.M, evaluator.Design.Accumulation.TileM), tileN = Smallest(gemm.N, evaluator.Design.Accumulation.TileN);
        Mapping Part(int tileK) => new(tileM, tileK, tileN, DramLoopOrder.MOuter);
        if (!evaluator.Fits(Part(1)))
        {
            return;
        }

        // Parts of whole steps, so that only the last one leaves lanes idle; of single columns where not even one step fits.
        var unit = evaluator.Fits(Part(Math.Min(evaluator.ReductionPerStep, gemm.K))) ? evaluator.ReductionPerStep : 1;

        // The longest part that fits, by bisection: need grows with the part.
        var units = ((gemm.K - 1) / unit) + 1;
        int fits = 1, fails = units;
        while (fails - fits > 1)
        {
            var middle = fits + ((fails - fits) / 2);
            (fits, fails) = evaluator.Fits(Part(middle * unit)) ? (middle, fails) : (fits, middle);
        }

        var parts = ((units - 1) / fits) + 1;
        var tileK = (int)Math.Min(gemm.K, ((((long)units - 1) / parts) + 1) * unit);
        Try(evaluator, gemm, Part(tileK), objective, ref bestCost);
    }

    private static void TryBoth(Evaluator evaluator, in Gemm gemm, int tileM, int tileN, Objective objective, ref double bestCost)
    {
        Try(evaluator, gemm, new Mapping(tileM, gemm.K, tileN, DramLoopOrder.MOuter), objective, ref bestCost);
        Try(evaluator, gemm, new Mapping(tileM, gemm.K, tileN, DramLoopOrder.NOuter), objective, ref bestCost);
    }

    private static void Try(Evaluator evaluator, in Gemm gemm, in Mapping mapping, Objective objective, ref double bestCost)
    {
        bestCost = Math.Min(bestCost, Mapper.Cost(evaluator.Evaluate(gemm, mapping), objective));
    }

    /// <summary>The tile of N for the fewest tiles that fit beside <paramref name="tileM"/>; one accumulation tile does.</summary>
    private static int Largest(Evaluator evaluator, in Gemm gemm, int tileM)
    {
        var unit = evaluator.Design.Accumulation.TileN;
        var units = ((gemm.N - 1) / unit) + 1;
        int fits = 1, fails = units + 1;
        while (fails - fits > 1)
        {
            var middle = fits + ((fails - fits) / 2);
            var mapping = new Mapping(tileM, gemm.K, (int)Math.Min(gemm.N, (long)middle * unit), DramLoopOrder.MOuter);
            (fits, fails) = evaluator.Fits(mapping) ? (middle, fails) : (fits, middle);
        }

        // No larger than that number of tiles needs.
        var tiles = ((units - 1) / fits) + 1;
        var perTile = ((units - 1) / tiles) + 1;
        return (int)Math.Min(gemm.N, (long)perTile * unit);
    }

    private static int Smallest(int size, int unit) => Math.Min(size, unit);

    /// <summary>The next larger tile that lowers the number of tiles; 0 behind the last.</summary>
    private static int Next(int tile, int size, int unit)
    {
        if (tile >= size)
        {
            return 0;
        }

        var tiles = ((size - 1) / tile) + 1;
        var units = ((size - 1) / unit) + 1;

        // The smallest multiple of the unit with fewer tiles than now.
        var perTile = ((units - 1) / (tiles - 1)) + 1;
        return (int)Math.Min(size, (long)perTile * unit);
    }
}
