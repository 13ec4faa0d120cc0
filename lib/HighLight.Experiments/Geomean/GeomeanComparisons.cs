using System.Collections.Immutable;
using HighLight.Experiments.Reference;
using HighLight.Experiments.Sweep;
using HighLight.Sparsity;

namespace HighLight.Experiments.Geomean;

/// <summary>The summary beside the paper's claims. Where a claim can be read in several ways, each reading has a line.</summary>
internal static class GeomeanComparisons
{
    public static ImmutableArray<PaperComparison> Of(SweepGrid grid, ImmutableArray<GeomeanRow> rows)
    {
        var edp = rows.Where(row => row.Set.Name == CellSet.All && row.Metric == SweepMetric.Edp).ToImmutableArray();
        var dense = edp.First(row => row.Opponent.Name == grid.Baseline.Name);
        var (mean, most) = WithEnergyAsCycles(grid);
        var comparisons = ImmutableArray.CreateBuilder<PaperComparison>();
        comparisons.Add(Against(
            "claim-vs-dense-geomean", $"geomean EDP, {grid.Baseline.Name} / {grid.Subject.Name}", dense.Geomean,
            Invariant($"Cycles follow A's density exactly; with energy falling as far as cycles, this grid would give {mean:0.0}x.")));
        comparisons.Add(Against(
            "claim-vs-dense-max", $"greatest EDP, {grid.Baseline.Name} / {grid.Subject.Name}", dense.Greatest.Factor,
            Invariant($"At {dense.Greatest.Cell.Label}. With energy falling as far as cycles: {most:0.0}x.")));

        var rivals = edp.Where(row => row.Opponent.Kind == "sparse").ToImmutableArray();
        if (edp.FirstOrDefault(row => row.Opponent.Name == Opponent.AllSparse) is { } sparse)
        {
            var strongest = rivals.MaxBy(row => row.Geomean)!;
            comparisons.Add(Against(
                "claim-vs-sparse-geomean", $"geomean EDP, all sparse designs / {grid.Subject.Name}", sparse.Geomean,
                Invariant($"Over {sparse.Count} pairs of a sparse design and a cell that both support.")));
            comparisons.Add(Against(
                "claim-vs-sparse-geomean", $"geomean EDP, {strongest.Opponent.Name} / {grid.Subject.Name} (greatest of a sparse design)", strongest.Geomean,
                "Another reading: the greatest of the means over single sparse designs."));
            comparisons.Add(Against(
                "claim-vs-sparse-max", $"greatest EDP, sparse design / {grid.Subject.Name}", sparse.Greatest.Factor,
                $"{sparse.Greatest.Design} at {sparse.Greatest.Cell.Label}."));
        }

        var greatest = rivals.Append(dense).MaxBy(row => row.Geomean)!;
        comparisons.Add(Against(
            "claim-geomean-edp", "greatest geomean EDP over an existing design", greatest.Geomean,
            $"{greatest.Opponent.Name}. The abstract does not say over which degrees, or which workloads, the mean is taken."));
        comparisons.AddRange(edp.Where(row => row.Opponent.Kind is "sparse" or "variant" || row.Opponent.Name == Opponent.BestSparse).Select(row => PaperComparison.Without(
            $"geomean EDP, {row.Opponent.Name} / {grid.Subject.Name}", "x", row.Geomean, Invariant($"Over {row.Count} cells; from {row.Least.Factor:0.00}x to {row.Greatest.Factor:0.00}x."))));
        return comparisons.ToImmutable();
    }

    /// <summary>What the grid would give if energy fell exactly as cycles do, by 1 / density of A: EDP by its square.</summary>
    private static (double Mean, double Most) WithEnergyAsCycles(SweepGrid grid)
    {
        var factors = grid.SparsityOfA.Select(sparsity => Math.Pow((Fraction.One - sparsity).ToDouble(), -2)).ToImmutableArray();
        return (Math.Exp(factors.Average(Math.Log)), factors.Max());
    }

    private static PaperComparison Against(string id, string quantity, double ours, string note)
    {
        var target = PaperTargets.Find(id);
        return PaperComparison.With(quantity, target.Unit, ours, target.Value, target.Confidence, target.Source, note);
    }
}
