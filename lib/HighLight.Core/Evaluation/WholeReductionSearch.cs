namespace HighLight.Evaluation;

/// <summary>All of K in the buffer: beside a small tile of one operand, the largest of the other.</summary>
internal static class WholeReductionSearch
{
    public static void Run(ref MappingTrials trials)
    {
        if (!trials.MayHoldK)
        {
            return;
        }

        for (var eighths = TileSizes.Eighths; eighths > 0; eighths--)
        {
            Beside(ref trials, eighths);
        }

        Beside(ref trials, trials.MostM, trials.MostN);
        var (tilesM, tilesN) = (TileSizes.Count(trials.MostM, trials.UnitM), TileSizes.Count(trials.MostN, trials.UnitN));
        for (var units = 2; units <= TileSizes.Eighths && (units - 1 < tilesM || units - 1 < tilesN); units++)
        {
            Beside(ref trials, units * TileSizes.Eighths);
        }

        CutWarpTiles(ref trials);
    }

    /// <summary>An outer product may take fewer steps where its last warp tile is cut.</summary>
    private static void CutWarpTiles(ref MappingTrials trials)
    {
        if (trials.Evaluator.WarpTileOfA is { } a && a.Cut < a.Whole)
        {
            BesideM(ref trials, Math.Min(trials.MostM, a.Cut));
            BesideM(ref trials, Math.Min(trials.MostM, a.Cut + a.Whole));
        }

        if (trials.Evaluator.WarpTileOfB is { } b && b.Cut < b.Whole)
        {
            BesideN(ref trials, Math.Min(trials.MostN, Math.Max(1, b.Cut - 2)));
            BesideN(ref trials, Math.Min(trials.MostN, b.Cut));
            BesideN(ref trials, Math.Min(trials.MostN, b.Cut + b.Whole));
        }
    }

    private static void Beside(ref MappingTrials trials, int eighths) =>
        Beside(ref trials, TileSizes.Part(trials.UnitM, eighths, trials.MostM), TileSizes.Part(trials.UnitN, eighths, trials.MostN));

    private static void Beside(ref MappingTrials trials, int smallM, int smallN)
    {
        BesideM(ref trials, smallM);
        BesideN(ref trials, smallN);
    }

    private static void BesideM(ref MappingTrials trials, int smallM)
    {
        var (evaluator, gemm) = (trials.Evaluator, trials.Gemm);
        var fits = evaluator.LargestBeside(smallM, gemm.K, trials.MostN, isM: false);
        if (fits < 1)
        {
            return;
        }

        var even = TileSizes.Even(gemm.N, TileSizes.Count(gemm.N, fits));
        trials.TryWhole(smallM, fits);
        trials.TryWhole(smallM, even);
        trials.TryWhole(evaluator.LargestBeside(even, gemm.K, trials.MostM, isM: true), even);
        trials.TryWhole(smallM, TileSizes.Whole(fits, trials.UnitN));
        trials.TryWhole(smallM, TileSizes.Whole(fits, evaluator.Design.Array.SpatialN));
        trials.TryWhole(smallM, EvenUnits(gemm.N, fits, trials.UnitN));
        if (evaluator.WarpTileOfB is { } warp)
        {
            trials.TryWhole(smallM, TileSizes.Whole(fits, warp.Lanes));
            trials.TryWhole(smallM, TileSizes.Whole(fits - warp.Cut, warp.Whole) + warp.Cut);
        }
    }

    private static void BesideN(ref MappingTrials trials, int smallN)
    {
        var (evaluator, gemm) = (trials.Evaluator, trials.Gemm);
        var fits = evaluator.LargestBeside(smallN, gemm.K, trials.MostM, isM: true);
        if (fits < 1)
        {
            return;
        }

        var even = TileSizes.Even(gemm.M, TileSizes.Count(gemm.M, fits));
        trials.TryWhole(fits, smallN);
        trials.TryWhole(even, smallN);
        trials.TryWhole(even, evaluator.LargestBeside(even, gemm.K, trials.MostN, isM: false));
        trials.TryWhole(TileSizes.Whole(fits, trials.UnitM), smallN);
        trials.TryWhole(TileSizes.Whole(fits, evaluator.Design.Array.SpatialM), smallN);
        trials.TryWhole(EvenUnits(gemm.M, fits, trials.UnitM), smallN);
        if (evaluator.WarpTileOfA is { } warp)
        {
            trials.TryWhole(TileSizes.Whole(fits, warp.Lanes), smallN);
            trials.TryWhole(TileSizes.Whole(fits - warp.Cut, warp.Whole) + warp.Cut, smallN);
        }
    }

    /// <summary>Whole units, as even as the fewest tiles that fit allow.</summary>
    private static int EvenUnits(int size, int fits, int unit) =>
        TileSizes.Aligned(size, TileSizes.Count(size, TileSizes.Whole(fits, unit)), unit);
}
