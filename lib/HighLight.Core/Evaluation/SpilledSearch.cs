namespace HighLight.Evaluation;

/// <summary>
/// K in parts whose sums are spilled: every number of parts with every number of tiles of the operand outside, and of the other operand
/// the largest tile that fits.
/// </summary>
internal static class SpilledSearch
{
    public static void Run(ref MappingTrials trials)
    {
        var (k, step) = (trials.Gemm.K, trials.Evaluator.ReductionPerStep);
        for (var parts = 2; trials.MaySpill && parts > 0; parts = TileSizes.NextCount(k, parts))
        {
            var tileK = Math.Min(TileSizes.Aligned(k, parts, step), trials.MostK);
            var once = new Mapping(trials.MostM, tileK, 1, DramLoopOrder.KOuterMInner);
            if (!trials.Pays(once))
            {
                return;
            }

            TryBeside(ref trials, once, isM: true);
            TryBeside(ref trials, new Mapping(1, tileK, trials.MostN, DramLoopOrder.KOuterNInner), isM: false);
            AroundM(ref trials, tileK);
            AroundN(ref trials, tileK);
        }
    }

    /// <summary>The loop over tiles of M outside.</summary>
    private static void AroundM(ref MappingTrials trials, int tileK)
    {
        var (size, most, unit) = (trials.Gemm.M, trials.MostM, trials.UnitM);
        for (var tiles = TileSizes.Count(size, most); tiles > 0; tiles = TileSizes.NextCount(size, tiles))
        {
            var mapping = new Mapping(Math.Min(most, TileSizes.Even(size, tiles)), tileK, 1, DramLoopOrder.MOuterNInner);
            if (!trials.Pays(mapping))
            {
                break;
            }

            TryBeside(ref trials, mapping, isM: true);
            TryBeside(ref trials, mapping with { TileM = Math.Min(most, TileSizes.Snug(size, tiles, unit)) }, isM: true);
        }
    }

    /// <summary>That over tiles of N.</summary>
    private static void AroundN(ref MappingTrials trials, int tileK)
    {
        var (size, most, unit) = (trials.Gemm.N, trials.MostN, trials.UnitN);
        for (var tiles = TileSizes.Count(size, most); tiles > 0; tiles = TileSizes.NextCount(size, tiles))
        {
            var mapping = new Mapping(1, tileK, Math.Min(most, TileSizes.Even(size, tiles)), DramLoopOrder.NOuterMInner);
            if (!trials.Pays(mapping))
            {
                break;
            }

            TryBeside(ref trials, mapping, isM: false);
            TryBeside(ref trials, mapping with { TileN = Math.Min(most, TileSizes.Snug(size, tiles, unit)) }, isM: false);
        }
    }

    /// <summary>
    /// Tries, beside one tile of a mapping (that of M, or of N), the largest of the other, the smallest of as many, and whole register
    /// tiles or columns of the array.
    /// </summary>
    private static void TryBeside(ref MappingTrials trials, in Mapping mapping, bool isM)
    {
        var array = trials.Evaluator.Design.Array;
        var (tile, size, most, unit, columns) = isM
            ? (mapping.TileM, trials.Gemm.N, trials.MostN, trials.UnitN, array.SpatialN)
            : (mapping.TileN, trials.Gemm.M, trials.MostM, trials.UnitM, array.SpatialM);
        var fits = trials.Evaluator.LargestBeside(tile, mapping.TileK, most, isM: !isM);
        if (fits > 0)
        {
            trials.Try(With(mapping, fits, isM));
            trials.Try(With(mapping, TileSizes.Even(size, TileSizes.Count(size, fits)), isM));
            trials.Try(With(mapping, TileSizes.Whole(fits, unit), isM));
            trials.Try(With(mapping, TileSizes.Whole(fits, columns), isM));
            if ((isM ? trials.Evaluator.WarpTileOfB : trials.Evaluator.WarpTileOfA) is { } warp)
            {
                trials.Try(With(mapping, TileSizes.Whole(fits, warp.Lanes), isM));
                trials.Try(With(mapping, TileSizes.Whole(fits - warp.Cut, warp.Whole) + warp.Cut, isM));
            }
        }
    }

    private static Mapping With(in Mapping mapping, int beside, bool isM) =>
        isM ? mapping with { TileN = beside } : mapping with { TileM = beside };
}
