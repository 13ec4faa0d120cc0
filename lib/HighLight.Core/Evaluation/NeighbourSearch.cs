namespace HighLight.Evaluation;

/// <summary>From the best so far: one or two tiles more or fewer of one operand, and of the other what fits beside them.</summary>
internal static class NeighbourSearch
{
    private const int MostRounds = 3;

    /// <summary>How much dearer than the best of all the best of an order may be to be worth a look.</summary>
    private const double Near = 1.05;

    public static void Run(ref MappingTrials trials)
    {
        for (var order = DramLoopOrder.MOuter; order <= DramLoopOrder.KOuterMInner; order++)
        {
            From(ref trials, order);
        }
    }

    private static void From(ref MappingTrials trials, DramLoopOrder order)
    {
        var (cost, mapping) = trials.BestOf(order);
        var before = double.PositiveInfinity;
        for (var round = 0; round < MostRounds && cost < before && cost < Near * trials.BestCost; round++)
        {
            for (var more = -2; more <= 2; more++)
            {
                Even(ref trials, TileSizes.Count(trials.Gemm.M, mapping.TileM) + more, mapping, isM: true);
                Even(ref trials, TileSizes.Count(trials.Gemm.N, mapping.TileN) + more, mapping, isM: false);
            }

            if (trials.Evaluator.WarpTileOfA is not null)
            {
                Aside(ref trials, mapping);
            }

            before = cost;
            (cost, mapping) = trials.BestOf(order);
        }
    }

    /// <summary>One or two rows or columns more or fewer: an outer product's steps change with each.</summary>
    private static void Aside(ref MappingTrials trials, in Mapping mapping)
    {
        DramLoopOrder? cut = mapping.TileK < trials.Gemm.K ? mapping.Order : null;
        for (var more = -2; more <= 2; more++)
        {
            TryPair(ref trials, Math.Min(trials.MostM, mapping.TileM + more), mapping.TileN, cut, isM: true);
            TryPair(ref trials, mapping.TileM, Math.Min(trials.MostN, mapping.TileN + more), cut, isM: true);
        }
    }

    /// <summary>Even tiles of one operand, of whole register tiles and of whole columns of the array too.</summary>
    private static void Even(ref MappingTrials trials, int tiles, in Mapping mapping, bool isM)
    {
        if (tiles < 1)
        {
            return;
        }

        var array = trials.Evaluator.Design.Array;
        var (size, most, unit, granule) = isM
            ? (trials.Gemm.M, trials.MostM, trials.UnitM, array.SpatialM)
            : (trials.Gemm.N, trials.MostN, trials.UnitN, array.SpatialN);
        var even = TileSizes.Even(size, tiles);
        var (aligned, coarse) = (TileSizes.Snug(size, tiles, granule), TileSizes.Snug(size, tiles, unit));
        Beside(ref trials, Math.Min(most, even), mapping, isM);
        if (aligned != even)
        {
            Beside(ref trials, Math.Min(most, aligned), mapping, isM);
        }

        if (coarse != aligned && coarse != even)
        {
            Beside(ref trials, Math.Min(most, coarse), mapping, isM);
        }
    }

    /// <summary>A tile of one operand, and tiles of the other near that of <paramref name="mapping"/>.</summary>
    private static void Beside(ref MappingTrials trials, int tile, in Mapping mapping, bool isM)
    {
        var (size, most, other) = isM ? (trials.Gemm.N, trials.MostN, mapping.TileN) : (trials.Gemm.M, trials.MostM, mapping.TileM);
        var granule = isM ? trials.Evaluator.Design.Array.SpatialN : trials.Evaluator.Design.Array.SpatialM;
        DramLoopOrder? cut = mapping.TileK < trials.Gemm.K ? mapping.Order : null;
        var fits = trials.Evaluator.LargestBeside(tile, mapping.TileK, most, isM: !isM);
        if (fits > 0)
        {
            TryPair(ref trials, tile, fits, cut, isM);
            TryPair(ref trials, tile, TileSizes.Even(size, TileSizes.Count(size, fits)), cut, isM);
            TryPair(ref trials, tile, TileSizes.Whole(fits, granule), cut, isM);
        }

        if (cut is not null)
        {
            var step = Math.Max(1, other / TileSizes.Eighths);
            TryPair(ref trials, tile, other, cut, isM);
            TryPair(ref trials, tile, Math.Min(most, other + step), cut, isM);
            TryPair(ref trials, tile, Math.Max(1, other - step), cut, isM);
        }
    }

    private static void TryPair(ref MappingTrials trials, int tile, int beside, DramLoopOrder? cut, bool isM)
    {
        var (tileM, tileN) = isM ? (tile, beside) : (beside, tile);
        if (tileM < 1 || tileN < 1)
        {
            return;
        }

        if (cut is { } order)
        {
            trials.TryCut(tileM, tileN, order);
        }
        else
        {
            trials.TryWhole(tileM, tileN);
        }
    }
}
