using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Degrees;

/// <summary>What the degrees give: table, the figure of degrees and muxes, comparison, and the muxes under every assumption.</summary>
public sealed record SparsityDegreesResult : ExperimentResult
{
    internal SparsityDegreesResult(
        ResultTable table,
        ResultTable muxes,
        Figure figure,
        ImmutableArray<PaperComparison> comparisons)
        : base(SparsityDegreesExperiment.Experiment, table, [figure], comparisons, [muxes])
    {
        Muxes = muxes;
    }

    /// <summary>The muxes of each family under every assumption of the count.</summary>
    public ResultTable Muxes { get; }
}
