using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Datapath;

/// <summary>What a small product gives: every observation, the lanes over cycles, the work, and each design cycle by cycle.</summary>
public sealed record DatapathResult : ExperimentResult
{
    private readonly ImmutableArray<(string Design, ResultTable Timeline)> timelines;

    internal DatapathResult(
        ResultTable table,
        ResultTable work,
        ResultTable operandA,
        ImmutableArray<(string Design, ResultTable Timeline)> timelines,
        Figure figure,
        ImmutableArray<PaperComparison> comparisons)
        : base(DatapathExperiment.Experiment, table, [figure], comparisons, [work, operandA, .. timelines.Select(pair => pair.Timeline)])
    {
        Work = work;
        OperandA = operandA;
        this.timelines = timelines;
    }

    /// <summary>What each design did for the same product.</summary>
    public ResultTable Work { get; }

    /// <summary>The operand A of the first design, zeros as dots.</summary>
    public ResultTable OperandA { get; }

    /// <summary>A design, cycle by cycle.</summary>
    /// <param name="design">The design's name, for example <c>HighLight</c>.</param>
    /// <exception cref="ArgumentException">The run has no such design; the message lists those it has.</exception>
    public ResultTable Timeline(string design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return timelines.FirstOrDefault(pair => string.Equals(pair.Design, design, StringComparison.OrdinalIgnoreCase)).Timeline
            ?? throw new ArgumentException(
                $"This run has no design '{design}'. {NearestName.Advice(design, [.. timelines.Select(pair => pair.Design)])}", nameof(design));
    }
}
