using System.Collections.Immutable;
using HighLight.Experiments.Results;
using HighLight.Hardware;
using HighLight.Simulation;

namespace HighLight.Experiments.Datapath;

/// <summary>A small product through the datapath, cycle by cycle: what each part holds, and what hierarchical skipping leaves out.</summary>
public static class DatapathExperiment
{
    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(13, "datapath", "A small product through HighLight's datapath, cycle by cycle");

    /// <summary>Runs <see cref="DatapathExample"/> on HighLight and TC.</summary>
    public static DatapathResult Run() => Run(DatapathExample.Requests);

    /// <summary>Follows any small products through the datapath that TC, STC, HighLight and DSSO share.</summary>
    /// <param name="requests">At least one, each of a design with a name of its own; the first is what the others are compared with.</param>
    /// <returns>Every observation, the lanes over cycles, the work that each design does, and each design cycle by cycle.</returns>
    /// <exception cref="ArgumentException">There is none, two designs have one name, a design has another datapath, or a product is too large to be followed.</exception>
    /// <exception cref="UnsupportedDatapathException">The datapath does not have what a request asks for.</exception>
    public static DatapathResult Run(ImmutableArray<SimulationRequest> requests)
    {
        if (requests.IsDefaultOrEmpty || requests.Select(r => r.Design.Name).Distinct(StringComparer.Ordinal).Count() != requests.Length)
        {
            throw new ArgumentException("Give at least one request, each of a design with a name of its own: a variant is a 'with { Name = …, … }'.", nameof(requests));
        }

        if (requests.FirstOrDefault(r => r.Design.Skipping is not SkippingScheme.Structured) is { } other)
        {
            throw new ArgumentException($"{other.Design.Name} has no lanes that hold A and broadcast B, so this table cannot show it: give designs like TC, STC, HighLight or DSSO.", nameof(requests));
        }

        var traces = requests.Select(DatapathTrace.Of).ToImmutableArray();
        return new(
            DatapathTables.All(Experiment.Name, traces),
            DatapathTables.Work(traces),
            DatapathTables.Operand(traces[0]),
            [.. traces.Select(trace => (trace.Design, DatapathTables.Timeline(trace)))],
            DatapathFigures.Lanes(traces),
            Compare(traces));
    }

    private static ImmutableArray<PaperComparison> Compare(ImmutableArray<DatapathTrace> traces) =>
    [
        .. traces.Select(trace => PaperComparison.Without(Invariant($"cycles, {trace.Design}"), "cycles", trace.Result.ArrayCycles, Invariant($"{trace.Result.Gemm}; Z is exact"))),
        .. traces.Skip(1).Select(trace => PaperComparison.Without(
            Invariant($"cycles, {trace.Design} / {traces[0].Design}"), "x", (double)trace.Result.ArrayCycles / traces[0].Result.ArrayCycles, "the inverse of A's density where lanes are full")),
    ];
}
