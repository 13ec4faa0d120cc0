using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>What a datapath reports.</summary>
/// <param name="Z">The product.</param>
/// <param name="Counters">Actions.</param>
/// <param name="Clock">The array's timeline.</param>
internal sealed record DatapathRun(Matrix<int> Z, ActionCounters Counters, ArrayClock Clock)
{
    /// <summary>B as it was multiplied, where the datapath prunes it; null: B as given.</summary>
    public Matrix<sbyte>? PrunedB { get; init; }
}
