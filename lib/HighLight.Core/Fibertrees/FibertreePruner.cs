using System.Collections.Immutable;
using HighLight.Sparsity;

namespace HighLight.Fibertrees;

/// <summary>Prunes an arranged tree rank by rank, the lowest first.</summary>
internal sealed class FibertreePruner
{
    private readonly Arrangement _arrangement;
    private readonly TailPolicy _tails;
    private readonly Dictionary<string, RankDensity> _densities;

    /// <exception cref="SparsityFormatException">The specification does not fit the tree.</exception>
    /// <exception cref="ArgumentException">Densities are missing or name no unconstrained rank; tails are rejected and there are some.</exception>
    public FibertreePruner(Fibertree tree, SparsitySpecification specification, TailPolicy tails, ReadOnlySpan<RankDensity> densities)
    {
        _arrangement = Arrangement.Create(specification, tree.OriginalRanks);
        _arrangement.CheckTails(tails);
        _tails = tails;
        _densities = Checked(_arrangement.Ranks, densities);
        Arranged = tree.With(_arrangement.Layout);
    }

    public Fibertree Arranged { get; }

    public IEnumerable<PruneStep> Steps()
    {
        CheckFinite();
        var tree = Arranged;
        foreach (var rank in _arrangement.Ranks.Reverse().Where(r => r.Rule.Kind != RankRuleKind.Dense))
        {
            var step = Step(tree, rank);
            yield return step;
            tree = step.After;
        }
    }

    /// <summary>The first fiber, lowest rank first and in the order of the tree, that breaks the rule of its rank.</summary>
    public static FiberViolation? FirstViolation(Fibertree tree, SparsitySpecification specification, TailPolicy tails)
    {
        var arrangement = Arrangement.Create(specification, tree.OriginalRanks);
        arrangement.CheckTails(tails);
        var arranged = tree.With(arrangement.Layout);
        foreach (var rank in arrangement.Ranks.Reverse())
        {
            if (rank.Rule.Rule is not { } rule)
            {
                continue;
            }

            foreach (var (path, fiber) in arranged.FibersAt(rank.Depth))
            {
                if (fiber.Occupancy > rule.G && !(tails == TailPolicy.Dense && rank.IsTail(path.Coordinates.AsSpan())))
                {
                    return new FiberViolation(rank.Rank.Name, rule, path, fiber);
                }
            }
        }

        return null;
    }

    private static Dictionary<string, RankDensity> Checked(ImmutableArray<ArrangedRank> ranks, ReadOnlySpan<RankDensity> densities)
    {
        var problems = new List<string>();
        var unconstrained = ranks.Where(r => r.Rule.Kind == RankRuleKind.Unconstrained).Select(r => r.Rank.Name).ToArray();
        var byRank = new Dictionary<string, RankDensity>(StringComparer.Ordinal);
        foreach (var density in densities)
        {
            ArgumentNullException.ThrowIfNull(density, nameof(densities));
            if (!unconstrained.Contains(density.Rank, StringComparer.Ordinal))
            {
                var known = unconstrained.Length == 0 ? "none is" : $"these are: {string.Join(", ", unconstrained)}";
                problems.Add($"A density is given for '{density.Rank}', which is not an unconstrained rank ({known}). Leave it out, or write {density.Rank}(unconstrained).");
            }
            else if (!byRank.TryAdd(density.Rank, density))
            {
                problems.Add($"Rank {density.Rank} has two densities. Give one.");
            }
        }

        problems.AddRange(unconstrained.Where(name => !byRank.ContainsKey(name))
            .Select(name => $"Rank {name} is unconstrained, and its density is not given. Add new RankDensity(\"{name}\", 0.5)."));
        return problems.Count == 0 ? byRank : throw new ArgumentException(string.Join(' ', problems), nameof(densities));
    }

    private void CheckFinite()
    {
        var values = Arranged.ValuesOf(Arranged.Root);
        for (var i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                throw new ArgumentException($"The value at {Arranged.Leaves().ElementAt(i)} cannot be compared with others. Replace NaN and infinite values before pruning.");
            }
        }
    }

    private PruneStep Step(Fibertree tree, ArrangedRank rank)
    {
        var fibers = tree.FibersAt(rank.Depth).ToArray();
        var keys = Array.ConvertAll(fibers, f => Keys(tree, f));
        var kept = _densities.TryGetValue(rank.Rank.Name, out var density) && density.Scope == DensityScope.Rank
            ? KeepOverRank(keys, density.Kept(tree.Layout.PositionsAt(rank.Depth)))
            : KeepInFibers(fibers, keys, rank, density);
        var keepLeaf = new bool[tree.LeafCount];
        var choices = ImmutableArray.CreateBuilder<FiberChoice>(fibers.Length);
        for (var f = 0; f < fibers.Length; f++)
        {
            var (path, fiber) = fibers[f];
            for (var i = 0; i < fiber.Occupancy; i++)
            {
                var (first, count) = fiber.Fibers.IsEmpty ? (fiber.FirstLeaf + i, 1) : (fiber.Fibers[i].FirstLeaf, fiber.Fibers[i].LeafCount);
                keepLeaf.AsSpan(first, count).Fill(kept[f][i]);
            }

            choices.Add(new FiberChoice(path, fiber.Shape, Scores(fiber, keys[f]), [.. fiber.Coordinates.Where((_, i) => kept[f][i])], IsExempt(rank, path)));
        }

        return new PruneStep(rank.Rank, rank.Rule, Arranged, tree, tree.Where(keepLeaf), choices.MoveToImmutable());
    }

    private bool IsExempt(ArrangedRank rank, FiberPath path) =>
        _tails == TailPolicy.Dense && rank.Rule.Rule is not null && rank.IsTail(path.Coordinates.AsSpan());

    /// <summary>What the coordinates of a fiber compete by: magnitudes, or mean squares, whose roots could tie where they differ.</summary>
    private static double[] Keys(Fibertree tree, LocatedFiber located)
    {
        var (path, fiber) = located;
        int[] below = [.. path.Coordinates, 0];
        var keys = new double[fiber.Occupancy];
        for (var i = 0; i < keys.Length; i++)
        {
            below[^1] = fiber.Coordinates[i];
            keys[i] = fiber.Fibers.IsEmpty ? Math.Abs(fiber.Values[i]) : SumOfSquares(fiber.Fibers[i]) / tree.Layout.PositionsBelow(below);
        }

        return keys;
    }

    private static ImmutableArray<ScoredCoordinate> Scores(Fiber fiber, double[] keys) =>
        [.. fiber.Coordinates.Select((c, i) => new ScoredCoordinate(c, fiber.Fibers.IsEmpty ? keys[i] : Math.Sqrt(keys[i])))];

    /// <summary>Added fiber by fiber, as HssPruner adds, so that both round alike.</summary>
    private static double SumOfSquares(Fiber fiber)
    {
        double sum = 0;
        foreach (var value in fiber.Values)
        {
            sum += (double)value * value;
        }

        foreach (var payload in fiber.Fibers)
        {
            sum += SumOfSquares(payload);
        }

        return sum;
    }

    private bool[][] KeepInFibers(LocatedFiber[] fibers, double[][] keys, ArrangedRank rank, RankDensity? density)
    {
        var kept = new bool[fibers.Length][];
        for (var f = 0; f < fibers.Length; f++)
        {
            var count = IsExempt(rank, fibers[f].Path) ? fibers[f].Fiber.Shape
                : rank.Rule.Rule is { } rule ? rule.G
                : density!.Kept(fibers[f].Fiber.Shape);
            kept[f] = new bool[keys[f].Length];
            foreach (var i in Largest(keys[f], count))
            {
                kept[f][i] = true;
            }
        }

        return kept;
    }

    private static bool[][] KeepOverRank(double[][] keys, long count)
    {
        var kept = Array.ConvertAll(keys, k => new bool[k.Length]);
        var all = keys.SelectMany((fiber, f) => fiber.Select((key, i) => (Fiber: f, Index: i, Key: key)));
        foreach (var (fiber, index, _) in all.OrderByDescending(c => c.Key).Take((int)Math.Min(count, int.MaxValue)))
        {
            kept[fiber][index] = true;
        }

        return kept;
    }

    /// <summary>The indices of the <paramref name="count"/> largest keys; ties go to the lower coordinate, for the sort is stable.</summary>
    private static IEnumerable<int> Largest(double[] keys, long count) => keys.Length <= count
        ? Enumerable.Range(0, keys.Length)
        : Enumerable.Range(0, keys.Length).OrderByDescending(i => keys[i]).Take((int)count);
}
