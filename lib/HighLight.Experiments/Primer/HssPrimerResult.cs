using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;
using HighLight.Fibertrees;

namespace HighLight.Experiments.Primer;

/// <summary>What the primer gives: the result of the experiment and the trees to look at.</summary>
public sealed record HssPrimerResult : ExperimentResult
{
    internal HssPrimerResult(
        ResultTable table,
        Fibertree row,
        ImmutableArray<PruneStep> steps,
        ResultTable specifications,
        ResultTable rowFormats,
        Figure figure,
        ImmutableArray<PaperComparison> comparisons)
        : base(HssPrimerExperiment.Experiment, table, [figure], comparisons, [specifications, rowFormats])
    {
        Row = row;
        Steps = steps;
        Specifications = specifications;
        RowFormats = rowFormats;
    }

    /// <summary>The row of 16 values as a fibertree with the one rank C.</summary>
    public Fibertree Row { get; }

    /// <summary>Pruning that row to 3:4→2:4, rank by rank.</summary>
    public ImmutableArray<PruneStep> Steps { get; }

    /// <summary>What each specification keeps of the example filters.</summary>
    public ResultTable Specifications { get; }

    /// <summary>The pruned row in every format, stream by stream.</summary>
    public ResultTable RowFormats { get; }

    /// <summary>The pruned row, in the ranks C1 and C0.</summary>
    public Fibertree PrunedRow => Steps[^1].After;
}
