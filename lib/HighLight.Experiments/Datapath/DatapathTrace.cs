using System.Collections.Immutable;
using HighLight.Simulation;

namespace HighLight.Experiments.Datapath;

/// <summary>One request's run, followed from the first cycle to the last.</summary>
/// <param name="Result">What was computed and counted.</param>
/// <param name="Events">What the parts told.</param>
internal sealed record DatapathTrace(SimulationResult Result, ImmutableArray<TraceEvent> Events)
{
    public string Design => Result.Request.Design.Name;

    /// <summary>What lanes multiply, in the order of cycles, rows and lanes.</summary>
    public IEnumerable<(long Cycle, LaneProduct Product)> Products => Events.Where(e => e.Product is not null).Select(e => (e.Cycle, e.Product!.Value));

    /// <summary>Multiplies of two nonzeros.</summary>
    public long EffectualMacs => Products.Count(p => p.Product.IsEffectual);

    /// <exception cref="ArgumentException">The product is too large to be followed.</exception>
    public static DatapathTrace Of(SimulationRequest request)
    {
        var recorder = new TraceRecorder();
        var result = Simulator.Run(request with { Trace = recorder });
        var trace = recorder.ToTrace();
        return trace.Note is { } note
            ? throw new ArgumentException(Invariant($"The product {result.Gemm} on {request.Design.Name} is too large to be followed: {note}"), nameof(request))
            : new(result, trace.Rows);
    }

    /// <summary>One row for each cycle and row of the array.</summary>
    public IEnumerable<CycleRow> Timeline() =>
        from cycle in Events.Where(e => e.Product is not null || e.Part is "VFMU").GroupBy(e => e.Cycle)
        let all = Events.Where(e => e.Cycle == cycle.Key).ToLookup(e => e.Part, StringComparer.Ordinal)
        from row in all["processing elements"].Select(e => e.Product!.Value.Row).DefaultIfEmpty().Distinct()
        select CycleRow.Of(Design, cycle.Key, row, all);
}
