using System.Collections.Immutable;
using HighLight.Experiments.Results;
using HighLight.Experiments.Settings;

namespace HighLight.Experiments.DnnLayers;

/// <summary>
/// Networks layer by layer on each design: cycles, energy, EDP and what sets the cycles, with the weights of the inner layers at one sparsity degree. It answers where a
/// network gains nothing from sparse weights, and why.
/// </summary>
/// <remarks>
/// Each design gets a pattern of its own where it offers one of exactly that degree, otherwise values of the common family, as in the synthetic sweep. The first convolution,
/// the classifier and products of activations stay dense. S2TA refuses dense weights, so it runs dense layers in two passes, an option of ours. Nothing is calibrated: edp-accuracy runs ResNet-50 in another setup.
/// </remarks>
public static class DnnLayersExperiment
{
    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(6, "dnn-layers", "Networks layer by layer: cycles, energy, EDP and what sets the cycles");

    /// <summary>Runs six networks on six designs.</summary>
    public static DnnLayersResult Run() => Run(DnnLayersSettings.Default);

    /// <summary>Runs any networks on any designs.</summary>
    /// <exception cref="ArgumentException">The settings cannot be run; every violation is listed.</exception>
    public static DnnLayersResult Run(DnnLayersSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var runs = NetworkRun.RunAll(settings);
        var shown = DnnLayersFigures.Greatest(settings, runs);
        return new(
            DnnLayersTables.Layers(Experiment.Name, settings, runs),
            DnnLayersFigures.Totals(settings, shown),
            DnnLayersFigures.Bounds(settings, shown),
            DnnLayersTables.Totals(settings, runs),
            [.. settings.Networks.Select(network => (network.Name, DnnLayersFigures.ByLayer(settings, network, shown)))],
            Compare(shown))
        {
            Variant = ResultVariant.Of(settings, DnnLayersSettings.Default),
        };
    }

    /// <summary>Whole networks at the greatest degree; ResNet-50's are compared with the paper's in edp-accuracy.</summary>
    private static ImmutableArray<PaperComparison> Compare(ImmutableArray<NetworkRun> runs) =>
    [
        .. runs.Where(run => run.Edp is not null && run.Evaluation.Request.Design != run.Baseline.Request.Design)
            .Select(run => PaperComparison.Without(
                $"EDP, {run.Design.Name} / {run.Baseline.Request.Design.Name}, {run.Network}",
                "1",
                run.Edp!.Value,
                Invariant($"Weights {run.Evaluation.Request.Assignment}; {run.Evaluation.ShareOfCycles(Evaluation.CycleBound.Compute):P0} of the cycles are set by the array."))),
    ];
}
