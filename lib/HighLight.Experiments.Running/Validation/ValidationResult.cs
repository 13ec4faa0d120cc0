using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Running.Validation;

/// <summary>What the validation gives: every quantity of every product as counted and as simulated.</summary>
public sealed record ValidationResult : ExperimentResult
{
    internal ValidationResult(
        ResultTable table,
        Figure errorsFigure,
        Figure layersFigure,
        Figure conflictsFigure,
        ResultTable claims,
        ResultTable errors,
        ResultTable layers,
        ResultTable conflicts,
        ImmutableArray<PaperComparison> comparisons)
        : base(
            ValidationExperiment.Experiment,
            table,
            [errorsFigure, layersFigure, conflictsFigure],
            comparisons,
            [claims, errors, layers, conflicts])
    {
        ErrorsFigure = errorsFigure;
        LayersFigure = layersFigure;
        ConflictsFigure = conflictsFigure;
        Claims = claims;
        Errors = errors;
        Layers = layers;
        Conflicts = conflicts;
    }

    /// <summary>The largest error by quantity and design.</summary>
    public Figure ErrorsFigure { get; }

    /// <summary>What measured zeros change, layer by layer.</summary>
    public Figure LayersFigure { get; }

    /// <summary>The cycles of DSTC with bank conflicts, simulated and by the fitted term.</summary>
    public Figure ConflictsFigure { get; }

    /// <summary>What is claimed of each design, and whether it holds.</summary>
    public ResultTable Claims { get; }

    /// <summary>The quantities that are not always equal.</summary>
    public ResultTable Errors { get; }

    /// <summary>What measured zeros change, by layer.</summary>
    public ResultTable Layers { get; }

    /// <summary>The bank conflicts of DSTC.</summary>
    public ResultTable Conflicts { get; }
}
