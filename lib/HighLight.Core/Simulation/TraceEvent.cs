namespace HighLight.Simulation;

/// <summary>What one part of a datapath holds in one cycle: a row of the trace.</summary>
/// <param name="Cycle">The cycle of the array, from 0.</param>
/// <param name="Part">The part, for example <c>VFMU</c>.</param>
/// <param name="Place">Where in it, for example <c>row 2 lane 5</c>; empty for a part of which there is one.</param>
/// <param name="Holds">What it holds or does, for example <c>a[2,17]=3 × b[17,0]=-4</c>.</param>
public readonly record struct TraceEvent(long Cycle, string Part, string Place, string Holds)
{
    /// <summary>The same as numbers, where a lane of a structured datapath multiplies; null elsewhere.</summary>
    public LaneProduct? Product { get; init; }
}
