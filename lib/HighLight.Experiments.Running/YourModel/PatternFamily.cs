using System.Collections.Frozen;
using System.Collections.Immutable;
using HighLight.Models.Onnx;
using HighLight.Models.Pruning;
using HighLight.Sparsity;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>The model pruned to every pattern that a layer may take.</summary>
/// <param name="Members">A pruned version for each pattern but the dense one.</param>
internal sealed record PatternFamily(ImmutableArray<(HssPattern Pattern, PrunedModel Pruned)> Members)
{
    /// <summary>The layers that some pattern prunes.</summary>
    public FrozenSet<OnnxNode> Prunable { get; } = Members
        .SelectMany(member => member.Pruned.Layers).Where(layer => layer.IsPruned).Select(layer => layer.Layer.Node)
        .ToFrozenSet((IEqualityComparer<OnnxNode>)ReferenceEqualityComparer.Instance);

    /// <summary>Prunes a model to every pattern of the settings.</summary>
    /// <exception cref="ArgumentException">A weight is NaN or infinite, or a layer has a tail that the options reject; or no pattern prunes any layer.</exception>
    public static PatternFamily Of(Models.OnnxModel model, YourModelSettings settings)
    {
        var family = new PatternFamily([.. settings.ValuesOfA.Patterns().Where(pattern => !pattern.IsDense).Select(pattern => (pattern, ModelPruning.Prune(model, pattern, settings.Pruning)))]);
        return family.Prunable.Count > 0
            ? family
            : throw new ArgumentException(
                $"No layer of {model.Source} can be pruned: {string.Join("; ", model.Weights.IsEmpty ? ["it has no Conv, Gemm or MatMul with weights"] : family.Members[0].Pruned.Layers.Select(layer => layer.ToString()).Take(10))}. Give a model with more input channels, or change {nameof(YourModelSettings.Pruning)}.",
                nameof(model));
    }

    /// <summary>
    /// The share of the L2 norm that a version keeps of the prunable layers' weights. Each layer counts by its number of weights, whatever their scale: scales differ by orders of magnitude
    /// between layers and mean little, for normalisations are folded into them.
    /// </summary>
    public double KeptL2(PrunedModel? pruned)
    {
        if (pruned is null)
        {
            return 1;
        }

        double kept = 0, all = 0;
        foreach (var layer in pruned.Layers.Where(layer => Prunable.Contains(layer.Layer.Node)))
        {
            kept += layer.Layer.Count * layer.Quality.KeptL2Share * layer.Quality.KeptL2Share;
            all += layer.Layer.Count;
        }

        return Math.Sqrt(kept / all);
    }
}
