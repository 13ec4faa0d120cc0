using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Geomean;

/// <summary>What the summary of the sweep gives: geometric means and greatest values against every opponent.</summary>
public sealed record GeomeanSummaryResult : ExperimentResult
{
    internal GeomeanSummaryResult(
        ResultTable table,
        Figure means,
        Figure byDegree,
        ResultTable overview,
        ImmutableArray<PaperComparison> comparisons)
        : base(GeomeanSummaryExperiment.Experiment, table, [means, byDegree], comparisons, [overview])
    {
        MeansFigure = means;
        DegreesFigure = byDegree;
        Overview = overview;
    }

    /// <summary>The geometric means and greatest values beside the claims of the paper.</summary>
    public Figure MeansFigure { get; }

    /// <summary>The geometric means by the sparsity degree of A.</summary>
    public Figure DegreesFigure { get; }

    /// <summary>The means over all cells, one row an opponent.</summary>
    public ResultTable Overview { get; }
}
