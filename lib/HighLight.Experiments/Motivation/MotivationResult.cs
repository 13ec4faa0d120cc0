using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Motivation;

/// <summary>What matched accuracy gives: the lowest EDP of each design among its points that lose at most so much.</summary>
public sealed record MotivationResult : ExperimentResult
{
    internal MotivationResult(
        ResultTable table,
        Figure bars,
        Figure swept,
        ResultTable matched,
        ImmutableArray<PaperComparison> comparisons)
        : base(MotivationExperiment.Experiment, table, [bars, swept], comparisons, [matched])
    {
        BarsFigure = bars;
        LossesFigure = swept;
        Matched = matched;
    }

    /// <summary>EDP of each design at the one loss of the settings.</summary>
    public Figure BarsFigure { get; }

    /// <summary>EDP of each design over the greatest loss allowed.</summary>
    public Figure LossesFigure { get; }

    /// <summary>The rows at the one loss of the settings.</summary>
    public ResultTable Matched { get; }
}
