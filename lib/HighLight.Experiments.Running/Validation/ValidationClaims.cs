using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Experiments.Results;
using HighLight.Simulation;
using HighLight.Workloads;

namespace HighLight.Experiments.Running.Validation;

/// <summary>What this project requires of its analytical model, each with what was found.</summary>
internal static class ValidationClaims
{
    public static ImmutableArray<PaperComparison> Of(Gemm large, ImmutableArray<ValidationRun> runs, ImmutableArray<LayerError> layers)
    {
        var exact = runs.SelectMany(run => run.Rows).Where(row => row.Claim.Kind == ClaimKind.Exact).ToArray();
        var atLarge = runs.Where(run => run.Group == ValidationGroup.Grid && run.Gemm == large).ToArray();
        var dstc = atLarge.Where(run => run.Design == "DSTC").ToArray();
        var conflicts = runs.Where(run => run.Group == ValidationGroup.Conflicts).ToArray();
        var comparisons = ImmutableArray.CreateBuilder<PaperComparison>();
        comparisons.Add(PaperComparison.Without("wrong products", "1", runs.Count(run => !run.ProductIsExact), Invariant($"of {runs.Length} simulated products; required: none")));
        comparisons.Add(PaperComparison.Without("exact quantities that differ", "1", exact.Count(row => !row.Holds), Invariant($"of {exact.Length} compared; required: none")));
        Add("HighLight, sparse B: mean error", Statistical(atLarge.Where(run => run is { Design: "HighLight", Zeros: ZeroPlacement.Uniform })).DefaultIfEmpty().Average(), Invariant($"statistical quantities at {large}; required: within 2 %"));
        Add("DSTC, cycles without stalls: largest error", Errors(dstc, nameof(CycleBounds.Compute)).DefaultIfEmpty().Max(), Invariant($"{large}, uniform densities; required: within 5 %"));
        Add("DSTC, stalls by bank conflicts: most", dstc.Select(run => run.ConflictShare).DefaultIfEmpty().Max(), "of the cycles without stalls, the design's own collector; not charged");
        Add("DSTC, fitted conflicts: largest error", Errors(conflicts, nameof(CycleBounds.Compute)).DefaultIfEmpty().Max(), "cycles of the array with tighter and ampler collectors");
        foreach (var group in layers.GroupBy(e => (e.Design, e.Quantity)))
        {
            Add(Invariant($"real layers, {group.Key.Design}, {group.Key.Quantity}: mean error"), group.Average(e => Math.Abs(e.Measured ?? 0)), Invariant($"zeros as measured; at random places {100 * group.Average(e => Math.Abs(e.Shuffled ?? 0)):0.##} %"));
        }

        return comparisons.ToImmutable();

        void Add(string quantity, double share, string note) => comparisons.Add(PaperComparison.Without(quantity, "%", 100 * share, note));
    }

    private static IEnumerable<double> Statistical(IEnumerable<ValidationRun> runs) =>
        runs.SelectMany(run => run.Rows).Where(row => row.Claim.Kind == ClaimKind.Statistical).Select(row => Math.Abs(row.RelativeDifference ?? 0));

    private static IEnumerable<double> Errors(IEnumerable<ValidationRun> runs, string quantity) => runs.Select(run => Math.Abs(run[quantity].RelativeDifference ?? 0));
}
