using System.Collections.Immutable;
using HighLight.Experiments.Tables;
using HighLight.Fibertrees;

namespace HighLight.Experiments.Primer;

/// <summary>What the primer shows: the result of the experiment and the trees to look at.</summary>
/// <param name="Result">Table, figure and comparison.</param>
/// <param name="Row">The row of 16 values as a fibertree with the one rank C.</param>
/// <param name="Steps">Pruning that row to 3:4→2:4, rank by rank.</param>
/// <param name="Specifications">What each specification keeps of the example filters.</param>
/// <param name="RowFormats">The pruned row in every format, stream by stream.</param>
public sealed record HssPrimerResult(
    ExperimentResult Result, Fibertree Row, ImmutableArray<PruneStep> Steps, ResultTable Specifications, ResultTable RowFormats)
{
    /// <summary>The pruned row, in the ranks C1 and C0.</summary>
    public Fibertree PrunedRow => Steps[^1].After;
}
