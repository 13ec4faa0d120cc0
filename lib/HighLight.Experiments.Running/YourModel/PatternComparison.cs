using System.Collections.Immutable;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>What came of the search.</summary>
/// <param name="Points">All assignments: single patterns, the dense model first; then those of the search, by rising budget.</param>
/// <param name="Shown">A pattern for each layer, under the budget that the settings name.</param>
/// <param name="BestUniform">The best single pattern under that budget; the dense model where none keeps enough.</param>
internal sealed record PatternComparison(ImmutableArray<AssignmentPoint> Points, AssignmentPoint Shown, AssignmentPoint BestUniform)
{
    /// <summary>All of them.</summary>
    public ImmutableArray<AssignmentPoint> All => [.. Points, Shown];
}
