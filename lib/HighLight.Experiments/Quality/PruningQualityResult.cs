using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Quality;

/// <summary>What pruning leaves: every layer under every method, drawn at equal density, over density and by layer.</summary>
public sealed record PruningQualityResult : ExperimentResult
{
    internal PruningQualityResult(
        ResultTable table,
        Figure? equalDensity,
        Figure overDensity,
        Figure byLayer,
        ResultTable totals,
        ResultTable layers,
        ImmutableArray<PaperComparison> comparisons)
        : base(
            PruningQualityExperiment.Experiment,
            table,
            [.. equalDensity is null ? [] : new[] { equalDensity }, overDensity, byLayer],
            comparisons,
            [totals, layers])
    {
        EqualDensityFigure = equalDensity;
        OverDensityFigure = overDensity;
        LayersFigure = byLayer;
        Totals = totals;
        Layers = layers;
    }

    /// <summary>A panel for each density at which three kinds of methods meet; null where there is no such density.</summary>
    public Figure? EqualDensityFigure { get; }

    /// <summary>Every method over its density.</summary>
    public Figure OverDensityFigure { get; }

    /// <summary>The layers at the lowest density at which three kinds of methods meet.</summary>
    public Figure LayersFigure { get; }

    /// <summary>All pruned layers together, one row a method.</summary>
    public ResultTable Totals { get; }

    /// <summary>The layers of the model, and which are pruned.</summary>
    public ResultTable Layers { get; }
}
