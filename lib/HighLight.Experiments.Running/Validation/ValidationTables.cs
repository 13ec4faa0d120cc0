using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Experiments.Tables;
using HighLight.Simulation;
using HighLight.Workloads;

namespace HighLight.Experiments.Running.Validation;

/// <summary>The tables of <see cref="ValidationExperiment"/>.</summary>
internal static class ValidationTables
{
    /// <summary>Every quantity of every run.</summary>
    public static ResultTable All(string name, IEnumerable<ValidationRun> runs) => ResultTable.From(name, runs.SelectMany(run => run.Rows.Select(row => (Run: run, Row: row))), columns => columns
        .Text("group", r => Lower(r.Run.Group), "grid; conflicts (DSTC's banks and collector); layers of the model.")
        .Text("design", r => r.Run.Design)
        .Text("workload", r => r.Run.Workload)
        .Integer("m", "1", r => (int?)r.Run.Gemm.M)
        .Integer("k", "1", r => (int?)r.Run.Gemm.K)
        .Integer("n", "1", r => (int?)r.Run.Gemm.N, "Columns that were simulated.")
        .Text("a_pattern", r => r.Run.PatternOfA, "Null: dense, or zeros in any place.")
        .Number("a_density", "1", r => (double?)r.Run.DensityOfA)
        .Text("b_pattern", r => r.Run.PatternOfB)
        .Number("b_density", "1", r => (double?)r.Run.DensityOfB)
        .Text("b_zeros", r => Lower(r.Run.Zeros), "Where B's zeros lie.")
        .Text("mapping", r => r.Run.Mapping.ToString(), "Of both sides.")
        .Text("quantity", r => r.Row.Quantity)
        .Text("unit", r => r.Row.Unit)
        .Number("analytical", "1", r => r.Row.Analytical, "In the row's unit; null where only the simulator knows.")
        .Number("simulated", "1", r => (double?)r.Row.Simulated, "In the row's unit.")
        .Number("relative_difference", "1", r => r.Row.RelativeDifference, "Analytical less simulated, over simulated.")
        .Text("claim", r => r.Row.Claim.ToString())
        .Flag("holds", r => r.Row.Holds, "Whether the claim holds in this run; statistical ones are claimed at large shapes and uniform zeros."));

    /// <summary>What is claimed, and whether it holds, by design.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="large">The shape of the grid that statistical claims are made for.</param>
    public static ResultTable Claims(IEnumerable<ValidationRun> runs, Gemm large) =>
        ResultTable.From("claims by design", runs.Where(run => run.Group != ValidationGroup.Conflicts).GroupBy(run => (run.Design, run.Group)), columns => columns
            .Text("design", g => g.Key.Design)
            .Text("group", g => Lower(g.Key.Group))
            .Integer("products", "1", g => (int?)g.Count())
            .Integer("wrong_products", "1", g => (int?)g.Count(run => !run.ProductIsExact))
            .Integer("exact_quantities", "1", g => (int?)Rows(g, ClaimKind.Exact).Count(), "Quantities that are claimed to be equal, over all products.")
            .Integer("that_differ", "1", g => (int?)Rows(g, ClaimKind.Exact).Count(row => !row.Holds))
            .Integer("statistical_quantities", "1", g => (int?)Rows(g, ClaimKind.Statistical).Count())
            .Number("mean_error", "1", g => Errors(g.Where(run => run.Group != ValidationGroup.Grid || run.Gemm == large)).DefaultIfEmpty().Average(), Invariant($"Of statistical quantities: mean magnitude of the relative difference; of the grid at {large}.")));

    /// <summary>The quantities that are not always equal.</summary>
    public static ResultTable Errors(string name, ImmutableArray<ValidationError> errors)
    {
        var rows = errors.Where(error => !error.IsNone).ToArray();
        return ResultTable.From(name, rows, columns => columns
            .Text("design", e => e.Design)
            .Text("quantity", e => e.Quantity)
            .Text("claim", e => e.Kind switch { ClaimKind.Exact => "exact", ClaimKind.Statistical => "expected value", _ => "none" }, "What is claimed in the run where least is.")
            .Integer("products", "1", e => (int?)e.Runs)
            .Number("mean_error", "1", e => (double?)e.Mean)
            .Number("largest_error", "1", e => (double?)e.Largest)).WithShownRows(Math.Max(1, rows.Length));
    }

    /// <summary>What measured zeros change, layer by layer.</summary>
    public static ResultTable Layers(ImmutableArray<LayerError> layers) => ResultTable.From("measured zeros", layers, columns => columns
        .Text("design", e => e.Design)
        .Text("quantity", e => e.Quantity)
        .Text("layer", e => e.Layer)
        .Text("gemm", e => e.Gemm.ToString())
        .Number("b_density", "1", e => (double?)e.DensityOfB)
        .Number("error_measured", "1", e => e.Measured, "Analytical less simulated, over simulated: zeros where they were.")
        .Number("error_shuffled", "1", e => e.Shuffled, "The same with B's values at random places.")
        .Number("conflict_stalls", "1", e => (double?)e.ConflictShare, "Stalls by bank conflicts over the other cycles.")
        .Number("dropped_values", "1", e => (double?)e.DroppedShare, "Share of B's nonzeros that the top-NNZ unit drops.")).WithShownRows(Math.Max(1, layers.Length));

    /// <summary>DSTC's conflicts, simulated and fitted.</summary>
    public static ResultTable Conflicts(IEnumerable<ValidationRun> runs)
    {
        var rows = runs.Where(run => run.Group == ValidationGroup.Conflicts).ToArray();
        return ResultTable.From("conflicts of DSTC", rows, columns => columns
            .Text("collector", r => r.Workload)
            .Number("a_density", "1", r => (double?)r.DensityOfA)
            .Number("b_density", "1", r => (double?)r.DensityOfB)
            .Integer("cycles_without_stalls", "cycles", r => (long?)r.WorkingCycles)
            .Integer("conflict_stalls", "cycles", r => (long?)r.Stalls[StallCause.BankConflict])
            .Integer("drain_stalls", "cycles", r => (long?)r.Stalls[StallCause.AccumulatorDrain])
            .Number("cycles_by_the_fit", "cycles", r => r[nameof(CycleBounds.Compute)].Analytical)
            .Number("error", "1", r => r[nameof(CycleBounds.Compute)] is { Holds: true, Difference: { } d } && Math.Abs(d) < 1e-6 ? 0 : r[nameof(CycleBounds.Compute)].RelativeDifference, "Of the array's cycles with stalls.")).WithShownRows(Math.Max(1, rows.Length));
    }

    private static IEnumerable<ComparisonRow> Rows(IEnumerable<ValidationRun> runs, ClaimKind kind) => runs.SelectMany(run => run.Rows).Where(row => row.Claim.Kind == kind);

    private static IEnumerable<double> Errors(IEnumerable<ValidationRun> runs) => Rows(runs, ClaimKind.Statistical).Select(row => Math.Abs(row.RelativeDifference ?? 0));

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "Shown to people.")]
    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
