using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>
/// One search of the mapper. Every order of the loops has one operand whose tile is best as small as the register files allow, and one
/// whose tile is best as large as fits; the search takes eighths of a register tile for the one, and for the other what is as large as
/// fits and what is as even as can be, with whole register tiles and without.
/// </summary>
/// <remarks>
/// Derived from <see cref="DramLoops"/>. With all of K in the buffer, or K innermost, the operand outside is read once and the other one
/// once for each tile of it. With K between the two loops the same holds, and sums are spilled once for each further part of K, so that
/// tiles of the outer loop are traded for parts of K. With K outermost both operands are read once if one of them is whole. Other tiles
/// gain little: the tests hold the search to 1 % of a finer space. What cannot beat the best so far, by the traffic that its loops alone
/// cost, is not evaluated. Where the constraints name an order, every mapping takes that one.
/// </remarks>
internal static class MappingSearch
{
    /// <summary>Searches.</summary>
    /// <returns>Whether there is a mapping at all.</returns>
    public static bool Run(
        Evaluator evaluator, in Gemm gemm, Objective objective, MappingConstraints constraints, out EvaluationResult best)
    {
        var trials = new MappingTrials(evaluator, gemm, objective, constraints);
        WholeReductionSearch.Run(ref trials);
        if (trials.MayCutK)
        {
            trials.TryCut(trials.MostM, trials.MostN, DramLoopOrder.MOuter);
            trials.TryCut(Math.Min(trials.UnitM, trials.MostM), Math.Min(trials.UnitN, trials.MostN), DramLoopOrder.MOuter);
            SpilledSearch.Run(ref trials);
        }

        Shrink(ref trials);
        NeighbourSearch.Run(ref trials);
        best = trials.Best;
        return trials.BestCost < double.PositiveInfinity;
    }

    /// <summary>Where a buffer is too small for all else: halves of a register tile, down to one row beside one column.</summary>
    private static void Shrink(ref MappingTrials trials)
    {
        var (tileM, tileN) = (Math.Min(trials.UnitM, trials.MostM), Math.Min(trials.UnitN, trials.MostN));
        while (double.IsPositiveInfinity(trials.BestCost) && (tileM > 1 || tileN > 1))
        {
            (tileM, tileN) = (Math.Max(1, tileM / 2), Math.Max(1, tileN / 2));
            if (trials.MayCutK)
            {
                trials.TryCut(tileM, tileN, DramLoopOrder.MOuter);
            }

            if (trials.MayHoldK)
            {
                trials.TryWhole(tileM, tileN);
            }
        }
    }
}
