using HighLight.Tensors;

namespace HighLight.Simulation;

/// <summary>What a datapath reports.</summary>
/// <param name="Z">The product.</param>
/// <param name="Counts">Actions.</param>
/// <param name="Stalls">Stalls, part of the array's cycles.</param>
/// <param name="ArrayCycles">Cycles of the array, stalls included.</param>
/// <param name="Utilisation">The multipliers over those cycles.</param>
internal sealed record DatapathRun(Matrix<int> Z, SimulatedCounts Counts, Stalls Stalls, long ArrayCycles, UtilisationProfile Utilisation)
{
    /// <summary>B as it was multiplied, where the datapath prunes it; null: B as given.</summary>
    public Matrix<sbyte>? PrunedB { get; init; }
}
