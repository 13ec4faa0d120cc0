using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.DualStructured;

/// <summary>What two structured operands give: cycles, energy and EDP of each design by the pattern of B, and their areas.</summary>
public sealed record DualStructuredResult : ExperimentResult
{
    internal DualStructuredResult(
        ResultTable table,
        ResultTable summary,
        ResultTable areas,
        Figure figure,
        ImmutableArray<PaperComparison> comparisons)
        : base(DualStructuredExperiment.Experiment, table, [figure], comparisons, [summary, areas])
    {
        Summary = summary;
        Areas = areas;
    }

    /// <summary>Each design at each pattern of B, over the first design with dense B.</summary>
    public ResultTable Summary { get; }

    /// <summary>The area of each design.</summary>
    public ResultTable Areas { get; }
}
