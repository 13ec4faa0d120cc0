using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Simulation.OuterProduct;
using HighLight.Simulation.Structured;
using HighLight.Simulation.TimeUnrolled;

namespace HighLight.Simulation;

/// <summary>Runs products on the cycle-level model of a design: the exact result, and every action counted by the part that took it. README.md says what is modelled.</summary>
public static class Simulator
{
    /// <summary>Simulates one product. Deterministic: the same request gives the same result, traced or not.</summary>
    /// <param name="request">Design and operands.</param>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    /// <exception cref="UnsupportedOperandException">The design refuses an operand.</exception>
    /// <exception cref="Formats.HssViolationException">An operand violates the pattern that the request promises, or the one that the design runs it as.</exception>
    /// <exception cref="MappingException">No mapping, or not the given one, fits the global buffer.</exception>
    /// <exception cref="UnsupportedDatapathException">The design, or the mapping, asks for what the datapath does not have.</exception>
    public static SimulationResult Run(SimulationRequest request) => Run(request, out _);

    internal static SimulationResult Run(SimulationRequest request, out IDatapath datapath)
    {
        ArgumentNullException.ThrowIfNull(request);
        var setup = SimulationSetup.Of(request);
        datapath = DatapathOf(setup);
        var run = datapath.Run();
        var executed = run.Counts.MacsDone + run.Counts.MacsGated;
        return new SimulationResult
        {
            Request = request,
            Evaluator = setup.Evaluator,
            Gemm = setup.Gemm,
            Mapping = setup.Mapping,
            Z = run.Z,
            PrunedB = run.PrunedB,
            Counts = run.Counts,
            Bounds = CycleModel.Of(setup.Design, run.Counts.ToAccessCounts(), (double)executed / setup.Design.Array.Multipliers, run.ArrayCycles),
            Stalls = run.Stalls,
            Utilisation = run.Utilisation,
        };
    }

    /// <summary>The datapath that turns zeros into cycles as the design does.</summary>
    private static IDatapath DatapathOf(SimulationSetup setup) => setup.Design.Skipping switch
    {
        SkippingScheme.Structured => new StructuredDatapath(setup),
        SkippingScheme.OuterProduct outer => new OuterProductDatapath(setup, outer),
        SkippingScheme.TimeUnrolled unrolled => new TimeUnrolledDatapath(setup, unrolled),
        var scheme => throw new UnsupportedDatapathException(setup.Design, [$"There is no datapath for {scheme}."]),
    };
}
