using HighLight.Evaluation.Densities;
using HighLight.Evaluation.Networks;
using HighLight.Experiments.Reference;
using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>A network on a design with its weights pruned in one way: our energy-delay product, and the accuracy loss that others found.</summary>
/// <param name="Network">The network.</param>
/// <param name="Design">The design.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Pair">The accuracy and its pattern; null for dense weights, which lose nothing.</param>
/// <param name="Setup">What is changed of the defaults.</param>
/// <param name="Evaluation">The run.</param>
/// <param name="Baseline">The dense run of the baseline.</param>
internal sealed record EdpPoint(
    Network Network, Accelerator Design, PointKind Kind, AccuracyPair? Pair, string Setup, NetworkEvaluation Evaluation, NetworkEvaluation Baseline)
{
    public OperandDensity A => Pair?.A ?? new DenseOperand();

    public double Sparsity => 1 - A.Density;

    /// <summary>Points of the network's metric; by definition 0 where nothing is pruned.</summary>
    public double Loss => Pair?.Row.Loss ?? 0;

    public bool IsSourced => Pair?.Row.IsSourced ?? true;

    public string Trust => Pair?.Row.Trust ?? "by definition";

    public double Edp => Evaluation.EdpPjCycles!.Value / Baseline.EdpPjCycles!.Value;

    public double Cycles => Evaluation.Cycles!.Value / Baseline.Cycles!.Value;

    public double Energy => Evaluation.EnergyPj!.Value / Baseline.EnergyPj!.Value;

    /// <summary>What it is called in a sentence, for example <c>DSTC, unstructured 0.2 (resnet50-agp-80)</c>.</summary>
    public string Label => Pair is { } pair ? $"{Design.Name}, {A} ({pair.Row.Id})" : $"{Design.Name}, dense";
}
