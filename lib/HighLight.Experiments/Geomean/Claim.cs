using System.Collections.Immutable;
using HighLight.Experiments.Reference;
using HighLight.Experiments.Results;
using HighLight.Experiments.Sweep;
using HighLight.Sparsity;

namespace HighLight.Experiments.Geomean;

/// <summary>A claim of the paper beside our value of it. Where it can be read in several ways, each reading is one.</summary>
/// <param name="Label">A short name, unique in a figure.</param>
/// <param name="Comparison">The two values, and why they differ.</param>
internal sealed record Claim(string Label, PaperComparison Comparison)
{
    private const string DenseMean = "claim-vs-dense-geomean";
    private const string DenseMost = "claim-vs-dense-max";
    private const string SparseMean = "claim-vs-sparse-geomean";
    private const string SparseMost = "claim-vs-sparse-max";

    /// <summary>The claims about EDP over all cells of a grid.</summary>
    public static ImmutableArray<Claim> Of(SweepGrid grid, ImmutableArray<GeomeanRow> rows)
    {
        var edp = rows.Where(row => row.Set.Name == CellSet.All && row.Metric == SweepMetric.Edp).ToImmutableArray();
        var dense = edp.First(row => row.Opponent.Name == grid.Baseline.Name);
        var rivals = edp.Where(row => row.Opponent.Kind == "sparse").ToImmutableArray();
        var greatest = rivals.Prepend(dense).MaxBy(row => row.Geomean)!;
        return
        [
            .. OverDense(grid, dense),
            .. edp.Where(row => row.Opponent.Kind == Opponent.DenseVariant).SelectMany(row => OverDense(grid, row)),
            .. edp.Where(row => row.Opponent.Name == Opponent.AllSparse).SelectMany(row => OverSparse(grid, row, rivals)),
            Beside(
                "claim-geomean-edp", "greatest geomean", "greatest geomean EDP over an existing design", greatest.Geomean,
                $"{greatest.Opponent.Name}. The abstract does not say over which degrees or workloads the mean is taken."),
        ];
    }

    private static IEnumerable<Claim> OverDense(SweepGrid grid, GeomeanRow row)
    {
        var (mean, most) = IfEnergyFellAsCycles(grid);
        yield return Beside(
            DenseMean, $"geomean, {row.Opponent.Name}", $"geomean EDP, {row.Opponent.Name} / {grid.Subject.Name}", row.Geomean,
            Invariant($"If energy fell with A's density as far as cycles do, this grid would give {mean:0.0}x."));
        yield return Beside(
            DenseMost, $"greatest, {row.Opponent.Name}", $"greatest EDP, {row.Opponent.Name} / {grid.Subject.Name}", row.Greatest.Factor,
            Invariant($"At {row.Greatest.Cell.Label}. If energy fell with A's density as far as cycles do: {most:0.0}x."));
    }

    private static IEnumerable<Claim> OverSparse(SweepGrid grid, GeomeanRow all, ImmutableArray<GeomeanRow> rivals)
    {
        var furthest = rivals.MaxBy(row => row.Geomean)!;
        yield return Beside(
            SparseMean, "geomean, all sparse", $"geomean EDP, all sparse designs / {grid.Subject.Name}", all.Geomean,
            Invariant($"Over {all.Count} pairs of a sparse design and a cell that both support."));
        yield return Beside(
            SparseMean, $"geomean, {furthest.Opponent.Name}", $"greatest geomean EDP, one sparse design / {grid.Subject.Name}", furthest.Geomean,
            $"Another reading: the greatest mean over a single sparse design, {furthest.Opponent.Name}.");
        yield return Beside(
            SparseMost, "greatest, all sparse", $"greatest EDP, sparse design / {grid.Subject.Name}", all.Greatest.Factor,
            $"{all.Greatest.Design} at {all.Greatest.Cell.Label}.");
    }

    /// <summary>EDP goes with the square of A's density then; B changes nothing.</summary>
    private static (double Mean, double Most) IfEnergyFellAsCycles(SweepGrid grid)
    {
        var factors = grid.SparsityOfA.Select(sparsity => Math.Pow((Fraction.One - sparsity).ToDouble(), -2)).ToImmutableArray();
        return (Math.Exp(factors.Average(Math.Log)), factors.Max());
    }

    private static Claim Beside(string id, string label, string quantity, double ours, string note)
    {
        var target = PaperTargets.Find(id);
        return new(label, PaperComparison.With(quantity, target.Unit, ours, target.Value, target.Confidence, target.Source, note));
    }
}
