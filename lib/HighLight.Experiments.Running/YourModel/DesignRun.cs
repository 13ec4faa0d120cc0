using HighLight.Evaluation;
using HighLight.Evaluation.Networks;
using HighLight.Experiments.Results;
using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>A version of the model on a design, beside the dense model on the baseline.</summary>
/// <param name="Sparsity">Sparsity degree of the pruned layers; 0 for the dense model.</param>
/// <param name="Variant">The version that was pruned for the design; null for the dense model.</param>
/// <param name="Evaluation">The run.</param>
/// <param name="Baseline">The dense model on the first design.</param>
internal sealed record DesignRun(Fraction Sparsity, PrunedVariant? Variant, NetworkEvaluation Evaluation, NetworkEvaluation Baseline)
{
    public Accelerator Design => Evaluation.Request.Design;

    public string Pattern => Variant?.Pattern.ToString() ?? "dense";

    public double? Cycles => Evaluation.Cycles / Baseline.Cycles;

    public double? Energy => Evaluation.EnergyPj / Baseline.EnergyPj;

    public double? Edp => Evaluation.EdpPjCycles / Baseline.EdpPjCycles;

    /// <summary>Why the version takes the cycles it takes: what sets them, what the array alone would need, and the layer that takes most.</summary>
    public string Why
    {
        get
        {
            if (Evaluation.Cycles is not { } cycles)
            {
                return string.Join("; ", Evaluation.Refused.Select(layer => $"{layer.Layer.Name}: {layer.Refusal}"));
            }

            var bounds = BoundName.All.Select(bound => (Name: BoundName.Of(bound), Share: Evaluation.ShareOfCycles(bound)!.Value)).Where(bound => bound.Share >= 0.005).OrderByDescending(bound => bound.Share);
            var alone = Evaluation.Layers.Sum(layer => layer.Evaluation!.Result.Bounds.Compute * layer.Layer.Count) / cycles;
            var longest = Evaluation.Layers.MaxBy(layer => layer.Cycles)!;
            return Invariant($"cycles set by {string.Join(", ", bounds.Select(bound => Invariant($"{bound.Name} {100 * bound.Share:0} %")))}; the array alone would take {100 * alone:0} % of them; longest, {longest.Layer.Name}: {longest.Why}");
        }
    }

    public double? ShareOf(CycleBound bound) => Evaluation.ShareOfCycles(bound);
}
