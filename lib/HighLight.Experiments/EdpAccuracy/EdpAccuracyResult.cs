using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>What EDP against accuracy gives: every point, the frontier, the paper's points beside ours, and other readings of the paper.</summary>
public sealed record EdpAccuracyResult : ExperimentResult
{
    private readonly ImmutableArray<(string AccuracyOf, Figure Figure)> byAccuracy;

    internal EdpAccuracyResult(
        ResultTable table,
        ResultTable besidePaper,
        ResultTable subject,
        ResultTable frontier,
        ResultTable predicted,
        ResultTable readings,
        Figure? readingsFigure,
        ImmutableArray<(string AccuracyOf, Figure Figure)> byAccuracy,
        ImmutableArray<PaperComparison> comparisons)
        : base(
            EdpAccuracyExperiment.Experiment,
            table,
            [.. byAccuracy.Select(pair => pair.Figure), .. readingsFigure is null ? [] : new[] { readingsFigure }],
            comparisons,
            [besidePaper, subject, frontier, predicted, readings])
    {
        BesidePaper = besidePaper;
        Subject = subject;
        Frontier = frontier;
        Predicted = predicted;
        Readings = readings;
        ReadingsFigure = readingsFigure;
        this.byAccuracy = byAccuracy;
    }

    /// <summary>Our points beside those of the paper with a known pattern.</summary>
    public ResultTable BesidePaper { get; }

    /// <summary>The patterns of the subject, and what dominates those that are not on the frontier.</summary>
    public ResultTable Subject { get; }

    /// <summary>The points on the Pareto frontier of each network.</summary>
    public ResultTable Frontier { get; }

    /// <summary>The networks that have no accuracies: their EDP alone.</summary>
    public ResultTable Predicted { get; }

    /// <summary>Our EDP over that of the paper under each reading.</summary>
    public ResultTable Readings { get; }

    /// <summary>Our EDP over that of the paper under each reading; null where no point of the paper has a known pattern.</summary>
    public Figure? ReadingsFigure { get; }

    /// <summary>EDP against accuracy loss, with the frontier: the networks that share the accuracies of one, a panel each.</summary>
    /// <param name="accuracyOf">The network whose accuracies they share, by the name in the accuracy table, for example <c>resnet50</c>.</param>
    /// <exception cref="ArgumentException">The run has no such network; the message lists those it has.</exception>
    public Figure FrontierFigure(string accuracyOf)
    {
        ArgumentNullException.ThrowIfNull(accuracyOf);
        return byAccuracy.FirstOrDefault(pair => pair.AccuracyOf.Equals(accuracyOf, StringComparison.OrdinalIgnoreCase)).Figure
            ?? throw new ArgumentException(
                $"This run has no accuracies of '{accuracyOf}'. {NearestName.Advice(accuracyOf, [.. byAccuracy.Select(pair => pair.AccuracyOf)])}",
                nameof(accuracyOf));
    }
}
