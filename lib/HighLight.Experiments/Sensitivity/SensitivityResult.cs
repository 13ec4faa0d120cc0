using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Sensitivity;

/// <summary>What the sensitivity gives: the EDP over that of each rival under every setting of every parameter.</summary>
public sealed record SensitivityResult : ExperimentResult
{
    internal SensitivityResult(
        ResultTable table,
        ResultTable ranges,
        ResultTable effects,
        Figure figure,
        ImmutableArray<PaperComparison> comparisons)
        : base(SensitivityExperiment.Experiment, table, [figure], comparisons, [ranges, effects])
    {
        Ranges = ranges;
        Effects = effects;
    }

    /// <summary>How far each parameter moves the ratio to each rival.</summary>
    public ResultTable Ranges { get; }

    /// <summary>Every setting of every parameter, by the design that it changes.</summary>
    public ResultTable Effects { get; }
}
