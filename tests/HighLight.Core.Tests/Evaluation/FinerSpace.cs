using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>
/// A search without thought: tiles of M and N in steps of 16 or by number of tiles, parts of K in whole steps of the array, every order.
/// </summary>
internal static class FinerSpace
{
    public static (double Cost, Mapping Mapping) Best(Evaluator evaluator, Gemm gemm, Objective objective, MappingConstraints constraints)
    {
        var (best, mapping) = (double.PositiveInfinity, default(Mapping));
        var parts = Parts(gemm.K, evaluator.ReductionPerStep);
        foreach (var tileM in Tiles(gemm.M, 16))
        {
            foreach (var tileN in Tiles(gemm.N, 16))
            {
                foreach (var tileK in parts)
                {
                    foreach (var order in Enum.GetValues<DramLoopOrder>())
                    {
                        if (tileK >= gemm.K && order > DramLoopOrder.NOuter)
                        {
                            break;
                        }

                        var tried = new Mapping(tileM, tileK, tileN, order);
                        if (!evaluator.Fits(tried))
                        {
                            break;
                        }

                        var spills = evaluator.SpillsSums(gemm, tried);
                        if (!constraints.Allow(gemm, tried, spills))
                        {
                            continue;
                        }

                        var cost = Mapper.Cost(evaluator.Evaluate(gemm, tried with { SpillsZ = spills }), objective);
                        if (cost < best)
                        {
                            (best, mapping) = (cost, tried);
                        }
                    }
                }
            }
        }

        return (best, mapping);
    }

    private static int[] Tiles(int size, int step) =>
    [
        .. Enumerable.Range(1, (size - 1) / step).Select(i => i * step)
            .Concat(Enumerable.Range(1, Math.Min(size, 40)).Select(tiles => ((size - 1) / tiles) + 1))
            .Where(tile => tile <= size)
            .Distinct()
            .Order(),
    ];

    private static int[] Parts(int size, int step) =>
    [
        .. Enumerable.Range(1, Math.Min(size, 24)).Select(parts => ((size - 1) / parts) + 1)
            .Select(part => Math.Min(size, ((part - 1) / step * step) + step))
            .Distinct()
            .OrderDescending(),
    ];
}
