using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Hardware;

namespace HighLight.Simulation;

/// <summary>The evaluation of a product beside its simulation, quantity by quantity, and whether the product is right.</summary>
public sealed record SimulationComparison
{
    private SimulationComparison(
        SimulationResult simulation,
        Evaluator evaluator,
        EvaluationResult evaluation,
        bool productIsExact,
        ImmutableArray<ComparisonRow> rows)
    {
        Simulation = simulation;
        Evaluator = evaluator;
        Evaluation = evaluation;
        ProductIsExact = productIsExact;
        Rows = rows;
    }

    /// <summary>What was simulated.</summary>
    public SimulationResult Simulation { get; }

    /// <summary>The prepared analytical model of the same design and operands.</summary>
    public Evaluator Evaluator { get; }

    /// <summary>The evaluation of the same operands with the same mapping, and with the density of the Z that was computed.</summary>
    public EvaluationResult Evaluation { get; }

    /// <summary>
    /// Whether Z is the product of the operands (of the pruned B where the design prunes it), computed apart by a plain triple loop.
    /// </summary>
    public bool ProductIsExact { get; }

    /// <summary>
    /// One row a quantity: cycles (the array's without its stalls, which follow apart, unless the evaluation charges them), then actions,
    /// then what only the simulator knows. Storage of more than DRAM and a buffer of A and B has rows level by level, under its names.
    /// </summary>
    public ImmutableArray<ComparisonRow> Rows { get; }

    /// <summary>Whether Z is right and every quantity that is claimed exact is.</summary>
    public bool ExactClaimsHold => ProductIsExact && Rows.All(row => row.Claim.Kind != ClaimKind.Exact || row.Holds);

    /// <summary>Whether Z is right and every claim holds, the statistical ones within their tolerance.</summary>
    public bool AllClaimsHold => ProductIsExact && Rows.All(row => row.Holds);

    /// <summary>Simulates and evaluates a request.</summary>
    /// <exception cref="Exception">See <see cref="Simulator.Run(SimulationRequest)"/>.</exception>
    public static SimulationComparison Run(SimulationRequest request)
    {
        var simulation = Simulator.Run(request, out var claims);
        var z = simulation.Z;
        var nonzeros = z.Values.Length - z.Values.Count(0);
        var evaluator = AnalyticalModel.Of(request, (double)nonzeros / z.Values.Length);
        var evaluation = evaluator.Evaluate(simulation.Gemm, simulation.Mapping);
        var isExact = ReferenceProduct.Of(request.A, simulation.PrunedB ?? request.B).BitwiseEquals(z);
        return new(simulation, evaluator, evaluation, isExact, RowsOf(simulation, evaluation, claims));
    }

    private static ImmutableArray<ComparisonRow> RowsOf(
        SimulationResult simulation, in EvaluationResult evaluation, AnalyticalClaims claims)
    {
        var rows = ImmutableArray.CreateBuilder<ComparisonRow>();
        void Add(string quantity, string unit, double analytical, double simulated) =>
            rows.Add(new(quantity, unit, analytical, simulated, claims.Of(quantity)));
        var (expected, actual) = (evaluation.Bounds, simulation.Bounds);
        Add(nameof(CycleBounds.Cycles), "cycles", expected.Cycles, actual.Cycles);
        Add(nameof(CycleBounds.Ideal), "cycles", expected.Ideal, actual.Ideal);
        var chargesStalls = simulation.Request.Design.Skipping is SkippingScheme.OuterProduct { ChargesConflicts: true };
        Add(nameof(CycleBounds.Compute), "cycles", expected.Compute, chargesStalls ? actual.Compute : simulation.WorkingCycles);
        rows.AddRange(StorageRows.OfCycles(simulation.Request.Design, expected, actual, claims));
        var (model, counts) = (evaluation.Counts, simulation.Counts);
        Add(nameof(AccessCounts.MacsDone), "multiplies", model.MacsDone, counts.MacsDone);
        Add(nameof(AccessCounts.MacsGated), "multiplies", model.MacsGated, counts.MacsGated);
        Add(nameof(AccessCounts.MacsSkipped), "multiplies", model.MacsSkipped, counts.MacsSkipped);
        Add(nameof(AccessCounts.RegisterAccesses), "accesses", model.RegisterAccesses, counts.RegisterAccesses);
        Add(nameof(AccessCounts.LocalAccumulatorAccesses), "accesses", model.LocalAccumulatorAccesses, counts.LocalAccumulatorAccesses);
        Add(nameof(AccessCounts.RegisterMetadataBits), "bits", model.RegisterMetadataBits, counts.RegisterMetadataBits);
        Add(nameof(AccessCounts.AccumulatorReads), "accesses", model.AccumulatorReads, counts.AccumulatorReads);
        Add(nameof(AccessCounts.AccumulatorWrites), "accesses", model.AccumulatorWrites, counts.AccumulatorWrites);
        rows.AddRange(StorageRows.OfCounts(simulation.Request.Design, model, counts, claims));
        foreach (var cause in Stalls.Causes.Where(cause => simulation.Stalls[cause] > 0))
        {
            rows.Add(new($"stalls {cause}", "cycles", null, simulation.Stalls[cause], Claim.SimulatorOnly));
        }

        foreach (var e in counts.Events)
        {
            rows.Add(new($"{e.Part} {e.Action}", "events", null, e.Count, Claim.SimulatorOnly));
        }

        return rows.ToImmutable();
    }
}
