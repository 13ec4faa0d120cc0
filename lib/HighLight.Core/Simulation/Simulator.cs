using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Simulation.Datapaths.OuterProduct;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Simulation.Datapaths.Structured;
using HighLight.Simulation.Datapaths.TimeUnrolled;

namespace HighLight.Simulation;

/// <summary>
/// Runs products on the cycle-level model of a design: the exact result, and every action counted by the part that took it. README.md
/// says what is modelled.
/// </summary>
public static class Simulator
{
    /// <summary>Simulates one product. Deterministic: the same request gives the same result, traced or not.</summary>
    /// <param name="request">Design and operands.</param>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    /// <exception cref="InvalidDesignException">The design breaks a rule.</exception>
    /// <exception cref="UnsupportedOperandException">The design refuses an operand.</exception>
    /// <exception cref="Formats.HssViolationException">An operand violates the pattern that the request promises, or the one that the
    /// design runs it as.</exception>
    /// <exception cref="MappingException">No mapping, or not the given one, is possible.</exception>
    /// <exception cref="UnsupportedDatapathException">The design, the operands or the mapping ask for what the datapath does not
    /// have.</exception>
    public static SimulationResult Run(SimulationRequest request) => Run(request, out _);

    internal static SimulationResult Run(SimulationRequest request, out AnalyticalClaims claims)
    {
        ArgumentNullException.ThrowIfNull(request);
        var gemm = request.Gemm;
        request.Design.ThrowIfInvalid();
        var mapping = request.Mapping ?? Mapper.Best(AnalyticalModel.Of(request, outputDensity: 1), gemm, request.Objective).Mapping;
        var job = SimulationJob.Of(request, mapping);
        var datapath = DatapathOf(job);
        var run = datapath.Run();
        claims = new AnalyticalClaims(job, datapath, run);
        return new SimulationResult
        {
            Request = request,
            Gemm = gemm,
            Mapping = mapping,
            Z = run.Z,
            PrunedB = run.PrunedB,
            Counts = SimulatedCounts.Of(request.Design, run.Counters),
            Bounds = SimulatedCycles.Of(request.Design, run),
            Stalls = Stalls.Of(run.Clock),
            Utilisation = UtilisationProfile.Of(run.Clock.Utilisation),
        };
    }

    /// <summary>The datapath that turns zeros into cycles as the design does.</summary>
    private static IDatapath DatapathOf(DatapathJob job)
    {
        var sizes = OperandSizes.Problems(job, (job.Design.Skipping as SkippingScheme.TimeUnrolled)?.Block ?? 1);
        switch (job.Design.Skipping)
        {
            case SkippingScheme.Structured:
                var plan = StructuredPlan.Of(job);
                ThrowIfAny(job, sizes.Concat(plan.Problems));
                return new StructuredDatapath(job, plan);
            case SkippingScheme.OuterProduct outer:
                ThrowIfAny(job, sizes.Concat(OuterProductLimits.Problems(job, outer)));
                return new OuterProductDatapath(job, outer);
            case SkippingScheme.TimeUnrolled unrolled:
                ThrowIfAny(job, sizes.Concat(TimeUnrolledLimits.Problems(job, unrolled)));
                return new TimeUnrolledDatapath(job, unrolled);
            default:
                throw new UnsupportedDatapathException(job.Design, [$"There is no datapath for {job.Design.Skipping}."]);
        }
    }

    private static void ThrowIfAny(DatapathJob job, IEnumerable<string> problems)
    {
        var all = problems.ToArray();
        if (all.Length > 0)
        {
            throw new UnsupportedDatapathException(job.Design, all);
        }
    }
}
