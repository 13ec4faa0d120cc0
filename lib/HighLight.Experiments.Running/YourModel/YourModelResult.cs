using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>What a model gives: its layers, pruned versions, every design with the reason, and patterns layer by layer.</summary>
public sealed record YourModelResult : ExperimentResult
{
    internal YourModelResult(
        ResultTable table,
        Figure totals,
        Figure bounds,
        Figure assignmentsFigure,
        ResultTable layers,
        ResultTable notEvaluated,
        ResultTable variants,
        ResultTable designs,
        ResultTable subjectLayers,
        ResultTable patternsByLayer,
        ResultTable assignments,
        ImmutableArray<PaperComparison> comparisons)
        : base(
            YourModelExperiment.Experiment,
            table,
            [totals, bounds, assignmentsFigure],
            comparisons,
            [layers, notEvaluated, variants, designs, subjectLayers, patternsByLayer, assignments])
    {
        TotalsFigure = totals;
        BoundsFigure = bounds;
        AssignmentsFigure = assignmentsFigure;
        Layers = layers;
        NotEvaluated = notEvaluated;
        Variants = variants;
        Designs = designs;
        SubjectLayers = subjectLayers;
        PatternsByLayer = patternsByLayer;
        Assignments = assignments;
    }

    /// <summary>Cycles, energy and EDP of the model on every design.</summary>
    public Figure TotalsFigure { get; }

    /// <summary>Cycles by the resource that sets them.</summary>
    public Figure BoundsFigure { get; }

    /// <summary>EDP against loss: one pattern for all layers, and a pattern for each.</summary>
    public Figure AssignmentsFigure { get; }

    /// <summary>The layers as they ran, with measured zeros.</summary>
    public ResultTable Layers { get; }

    /// <summary>What is not evaluated, and why.</summary>
    public ResultTable NotEvaluated { get; }

    /// <summary>The pruned versions of the model.</summary>
    public ResultTable Variants { get; }

    /// <summary>The whole model on every design, and why.</summary>
    public ResultTable Designs { get; }

    /// <summary>The layers on the subject at the greatest degree, and why.</summary>
    public ResultTable SubjectLayers { get; }

    /// <summary>The patterns that were chosen layer by layer.</summary>
    public ResultTable PatternsByLayer { get; }

    /// <summary>Every assignment of patterns.</summary>
    public ResultTable Assignments { get; }
}
