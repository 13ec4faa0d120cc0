using HighLight.Evaluation;
using HighLight.Evaluation.Networks;

namespace HighLight.Experiments.DnnLayers;

/// <summary>A layer of a <see cref="NetworkRun"/>, beside the baseline's run of it.</summary>
internal sealed record LayerRun(NetworkRun Run, LayerEvaluation Layer, LayerEvaluation Baseline)
{
    public double? Cycles => Layer.Cycles / Baseline.Cycles;

    public double? Energy => Layer.EnergyPj / Baseline.EnergyPj;

    public double? Edp => Layer.EdpPjCycles / Baseline.EdpPjCycles;

    public CycleBounds? Bounds => Layer.Evaluation?.Result.Bounds;
}
