using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Sweep;

/// <summary>What the sweep gives: every cell on every design, drawn over the baseline, and the patterns that each design got.</summary>
public sealed record SyntheticSweepResult : ExperimentResult
{
    internal SyntheticSweepResult(
        ResultTable table,
        Figure bars,
        Figure edp,
        ResultTable patterns,
        ImmutableArray<PaperComparison> comparisons)
        : base(SyntheticSweepExperiment.Experiment, table, [bars, edp], comparisons, [patterns])
    {
        BarsFigure = bars;
        EdpFigure = edp;
        Patterns = patterns;
    }

    /// <summary>Cycles, energy and EDP over the baseline, a panel for each metric and degree of A.</summary>
    public Figure BarsFigure { get; }

    /// <summary>EDP over the baseline in every cell.</summary>
    public Figure EdpFigure { get; }

    /// <summary>Which pattern each design got.</summary>
    public ResultTable Patterns { get; }
}
