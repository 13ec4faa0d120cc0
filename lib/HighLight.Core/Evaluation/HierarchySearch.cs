using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>
/// The search for designs with levels between DRAM and the global buffer: tiles of the buffer that are good without those levels, and around
/// them the outer tiles that cost least, by powers of two and all of a dimension.
/// </summary>
/// <remarks>
/// The buffer's tiles are those that the search for two levels takes: as the design's DRAM bounds, as nothing outside bounds, and for energy.
/// Each is tried in every order; a level's tile is chosen from the outermost inwards, the levels inside it holding the buffer's tile meanwhile,
/// and all levels are gone through again until nothing gets better. Constraints hold for the buffer's tile; an order holds for every level.
/// </remarks>
internal sealed class HierarchySearch
{
    private const int MostRounds = 4;

    private readonly Evaluator _evaluator;
    private readonly Gemm _gemm;
    private readonly Objective _objective;
    private readonly MappingConstraints _constraints;
    private readonly LevelTile[] _outer;
    private EvaluationResult _best;
    private double _bestCost = double.PositiveInfinity;

    private HierarchySearch(Evaluator evaluator, in Gemm gemm, Objective objective, MappingConstraints constraints)
    {
        (_evaluator, _gemm, _objective, _constraints) = (evaluator, gemm, objective, constraints);
        _outer = new LevelTile[evaluator.Design.Levels.Count - 2];
    }

    /// <summary>Searches.</summary>
    /// <returns>Whether there is a mapping at all.</returns>
    public static bool Run(Evaluator evaluator, in Gemm gemm, Objective objective, MappingConstraints constraints, out EvaluationResult best)
    {
        var search = new HierarchySearch(evaluator, gemm, objective, constraints);
        foreach (var inner in search.InnerTiles())
        {
            search.Around(inner);
        }

        best = search._best;
        return search._bestCost < double.PositiveInfinity;
    }

    /// <summary>The buffer's tiles of the search without the levels between, each in every order.</summary>
    private IEnumerable<Mapping> InnerTiles()
    {
        var design = _evaluator.Design;
        var bounded = design with { Levels = [design.Dram, design.GlobalBuffer] };
        var unbounded = bounded with
        {
            Dram = design.Dram with { ReadBytesPerCycle = StorageLevel.Unlimited, WriteBytesPerCycle = StorageLevel.Unlimited },
        };
        var found = new HashSet<Mapping>();
        foreach (var (flat, objective) in new[] { (bounded, _objective), (unbounded, _objective), (bounded, Objective.Energy) })
        {
            if (MappingSearch.Run(_evaluator.For(flat), _gemm, objective, _constraints, out var result))
            {
                var mapping = result.Mapping with { SpillsZ = false };
                foreach (var order in Orders)
                {
                    found.Add(mapping with { Order = order });
                }
            }
        }

        return found;
    }

    private IEnumerable<DramLoopOrder> Orders => _constraints.Order is { } order ? [order] : Enum.GetValues<DramLoopOrder>();

    private void Around(in Mapping inner)
    {
        var buffer = inner.TileOf(1);
        _outer.AsSpan().Fill(buffer);
        var cost = Try(inner);
        for (var (round, before) = (0, double.PositiveInfinity); round < MostRounds && cost < before; round++)
        {
            before = cost;
            for (var level = 0; level < _outer.Length; level++)
            {
                cost = Improve(inner, level, cost);
            }
        }
    }

    /// <summary>The best tile of one level, the others as they are.</summary>
    private double Improve(in Mapping inner, int level, double cost)
    {
        var within = level + 1 < _outer.Length ? _outer[level + 1] : new LevelTile(inner.TileM, inner.TileK, inner.TileN, inner.Order);
        var kept = _outer[level];
        foreach (var order in Orders)
        {
            foreach (var m in Sizes(within.M, _gemm.M))
            {
                foreach (var n in Sizes(within.N, _gemm.N))
                {
                    foreach (var k in Sizes(within.K, _gemm.K))
                    {
                        _outer[level] = new(m, k, n, order);
                        if (Try(inner) is var now && now < cost)
                        {
                            (cost, kept) = (now, _outer[level]);
                        }
                    }
                }
            }
        }

        _outer[level] = kept;
        return cost;
    }

    /// <summary>The inner tile, twice, four times … as much, and all.</summary>
    private static IEnumerable<int> Sizes(int inner, int all)
    {
        for (long size = inner; size < all; size *= 2)
        {
            yield return (int)size;
        }

        yield return all;
    }

    /// <summary>Evaluates the inner tile with the outer ones.</summary>
    /// <returns>The cost; infinite where it is not allowed or does not fit.</returns>
    private double Try(Mapping mapping)
    {
        mapping = mapping with { OuterTiles = new(_outer) };
        for (var level = 1; level <= _outer.Length; level++)
        {
            var (data, metadata) = _evaluator.Need(_gemm, mapping, level);
            if (data > _evaluator.Design.Levels[level].CapacityBytes || metadata > _evaluator.Design.Levels[level].MetadataCapacityBytes)
            {
                return double.PositiveInfinity;
            }
        }

        mapping = mapping with { SpillsZ = _evaluator.SpillsSums(_gemm, mapping) };
        if (!_constraints.Allow(_gemm, mapping, mapping.SpillsZ) || _evaluator.ProblemOf(_gemm, mapping) is not null)
        {
            return double.PositiveInfinity;
        }

        var result = _evaluator.Evaluate(_gemm, mapping);
        var cost = Mapper.Cost(result, _objective);
        if (cost < _bestCost)
        {
            (_best, _bestCost) = (result, cost);
        }

        return cost;
    }
}
