using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.DnnLayers;

/// <summary>What the networks give: every layer on every design, whole networks, and a figure for each network.</summary>
public sealed record DnnLayersResult : ExperimentResult
{
    private readonly ImmutableArray<(string Network, Figure Figure)> byNetwork;

    internal DnnLayersResult(
        ResultTable table,
        Figure totalsFigure,
        Figure bounds,
        ResultTable totals,
        ImmutableArray<(string Network, Figure Figure)> byNetwork,
        ImmutableArray<PaperComparison> comparisons)
        : base(
            DnnLayersExperiment.Experiment,
            table,
            [totalsFigure, bounds, .. byNetwork.Select(pair => pair.Figure)],
            comparisons,
            [totals])
    {
        TotalsFigure = totalsFigure;
        BoundsFigure = bounds;
        Totals = totals;
        this.byNetwork = byNetwork;
    }

    /// <summary>Cycles, energy and EDP of whole networks over the baseline.</summary>
    public Figure TotalsFigure { get; }

    /// <summary>Cycles of whole networks by the resource that sets them.</summary>
    public Figure BoundsFigure { get; }

    /// <summary>Whole networks, one row a design and degree.</summary>
    public ResultTable Totals { get; }

    /// <summary>Cycles and energy of each layer of a network over the baseline's.</summary>
    /// <param name="network">The network's name, for example <c>resnet50</c>.</param>
    /// <exception cref="ArgumentException">The run has no such network; the message lists those it has.</exception>
    public Figure LayersFigure(string network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return byNetwork.FirstOrDefault(pair => pair.Network.Equals(network, StringComparison.OrdinalIgnoreCase)).Figure
            ?? throw new ArgumentException(
                $"This run has no network '{network}'. {NearestName.Advice(network, [.. byNetwork.Select(pair => pair.Network)])}", nameof(network));
    }
}
