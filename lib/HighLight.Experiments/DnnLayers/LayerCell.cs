using HighLight.Experiments.Results;

namespace HighLight.Experiments.DnnLayers;

/// <summary>The layers of one column on one design, over the baseline.</summary>
/// <param name="Run">The network on the design.</param>
/// <param name="Column">The layers.</param>
/// <param name="Cycles">Cycles over the baseline's; null where refused.</param>
/// <param name="Energy">Energy over the baseline's; null where refused.</param>
/// <param name="Letter">The resource that sets the cycles of the layers; of a whole network, none.</param>
internal sealed record LayerCell(NetworkRun Run, LayerColumn Column, double? Cycles, double? Energy, string Letter)
{
    public static LayerCell Of(NetworkRun run, LayerColumn column)
    {
        var layers = run.Layers.ToArray();
        var own = column.Indices.Select(i => layers[i]).ToArray();
        var bounds = own.Select(layer => layer.Layer.Bound).Distinct().ToArray();
        return own.Any(layer => layer.Layer.Cycles is null || layer.Baseline.Cycles is null)
            ? new(run, column, null, null, "")
            : new(
                run,
                column,
                own.Sum(layer => layer.Layer.Cycles) / own.Sum(layer => layer.Baseline.Cycles),
                own.Sum(layer => layer.Layer.EnergyPj) / own.Sum(layer => layer.Baseline.EnergyPj),
                bounds is [{ } bound] && column.Indices.Length < layers.Length ? BoundName.Letter(bound) : "");
    }
}
