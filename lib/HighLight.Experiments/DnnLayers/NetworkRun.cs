using System.Collections.Immutable;
using HighLight.Evaluation.Densities;
using HighLight.Evaluation.Networks;
using HighLight.Experiments.Sweep;
using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Experiments.DnnLayers;

/// <summary>A network on a design with its weights at one sparsity degree, beside the baseline's run of it.</summary>
/// <param name="Sparsity">Sparsity degree of the pruned layers.</param>
/// <param name="Evaluation">The run.</param>
/// <param name="Baseline">The baseline's, with weights of the same degree.</param>
internal sealed record NetworkRun(Fraction Sparsity, NetworkEvaluation Evaluation, NetworkEvaluation Baseline)
{
    public string Network => Evaluation.Request.Network.Name;

    public Accelerator Design => Evaluation.Request.Design;

    public double? Cycles => Evaluation.Cycles / Baseline.Cycles;

    public double? Energy => Evaluation.EnergyPj / Baseline.EnergyPj;

    public double? Edp => Evaluation.EdpPjCycles / Baseline.EdpPjCycles;

    /// <summary>Each layer with the baseline's run of it.</summary>
    public IEnumerable<LayerRun> Layers => Evaluation.Layers.Zip(Baseline.Layers, (layer, baseline) => new LayerRun(this, layer, baseline));

    /// <summary>Every network at every degree on every design.</summary>
    /// <exception cref="ArgumentException">The settings cannot be run; every violation is listed.</exception>
    public static ImmutableArray<NetworkRun> RunAll(DnnLayersSettings settings)
    {
        settings.Check();
        var runs = ImmutableArray.CreateBuilder<NetworkRun>();
        foreach (var network in settings.Networks)
        {
            foreach (var sparsity in settings.SparsityOfA)
            {
                var evaluations = settings.Designs.Select(design => NetworkEvaluation.Run(new(network, design)
                {
                    Assignment = SweepOperands.A(settings.ValuesOfA, design, sparsity) is HssOperand pruned ? PatternAssignment.Uniform(pruned.Pattern) : PatternAssignment.Dense,
                    Policy = settings.Policy,
                    Technology = settings.Technology,
                    Constraints = settings.Constraints,
                })).ToArray();
                runs.AddRange(evaluations.Select(evaluation => new NetworkRun(sparsity, evaluation, evaluations[0])));
            }
        }

        return runs.ToImmutable();
    }
}
