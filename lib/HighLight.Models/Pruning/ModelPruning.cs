using System.Collections.Immutable;
using HighLight.Models.Layers;
using HighLight.Models.Onnx;
using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Models.Pruning;

/// <summary>Prunes a model's weights by magnitude, without retraining: a pattern for all layers, or a pruner for each.</summary>
public static class ModelPruning
{
    /// <summary>Prunes every layer that the options allow to one HSS pattern along its input channels.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="options">Which layers; the defaults when left out.</param>
    /// <exception cref="ArgumentException">
    /// A weight is NaN or infinite, or a layer has a tail that the options reject; every layer is listed. Or no weight can be rewritten, see <see cref="OnnxModel.WithWeights"/>.
    /// </exception>
    public static PrunedModel Prune(OnnxModel model, HssPattern pattern, PruningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var pruner = new HssPruner(pattern, (options ?? PruningOptions.Default).Tails);
        return Prune(model, _ => pruner, options);
    }

    /// <summary>Prunes each layer by a pruner of its own.</summary>
    /// <param name="model">The model.</param>
    /// <param name="choose">The pruner of a layer; null leaves the layer dense. Asked only for layers that the options allow, and once for layers that share a tensor.</param>
    /// <param name="options">Which layers; the defaults when left out.</param>
    /// <returns>The pruned model. A layer on which a pattern would store no fewer values than there are stays dense, and says so.</returns>
    /// <exception cref="ArgumentException">As above.</exception>
    public static PrunedModel Prune(OnnxModel model, Func<LayerWeights, IPruner?> choose, PruningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(choose);
        var rules = options ?? PruningOptions.Default;
        var shared = new SharedTensors(model.Graph, model.Weights);
        var problems = new List<string>();
        var first = new Dictionary<OnnxTensor, PrunedLayer>(ReferenceEqualityComparer.Instance);
        var layers = ImmutableArray.CreateBuilder<PrunedLayer>(model.Weights.Length);
        foreach (var layer in model.Weights)
        {
            try
            {
                var pruned = first.TryGetValue(layer.Tensor, out var twin) ? Alike(layer, twin) : Prune(layer, choose, rules, shared);
                first.TryAdd(layer.Tensor, pruned);
                layers.Add(pruned);
            }
            catch (ArgumentException problem)
            {
                problems.Add($"{layer}: {problem.Message}");
            }
        }

        return problems.Count == 0
            ? new PrunedModel(model, model.WithWeights(layers.Where(layer => layer.IsPruned).Select(layer => layer.Layer.Pruned(layer.Mask))), layers.ToImmutable())
            : throw new ArgumentException($"{model.Source} cannot be pruned:{string.Concat(problems.Select(problem => "\n  - " + problem))}", nameof(model));
    }

    private static PrunedLayer Prune(LayerWeights layer, Func<LayerWeights, IPruner?> choose, PruningOptions options, SharedTensors shared)
    {
        var weights = layer.ToMatrix();
        if (WhyNot(layer, options, shared) is { } reason)
        {
            return Dense(layer, weights, reason);
        }

        if (choose(layer) is not { } pruner)
        {
            return Dense(layer, weights, "no pruner was chosen for it");
        }

        if (pruner is HssPruner hss && hss.Layout(layer.K, layer.SegmentLength) is var layout && layout.EffectiveDensity >= Fraction.One)
        {
            return Dense(layer, weights, hss.Pattern.Density == Fraction.One
                ? "the pattern keeps every weight"
                : Invariant($"{layout.SegmentLength} input channels under groups of {hss.Pattern.GroupSize}: as many values would be stored as there are"));
        }

        return Measure(layer, weights, pruner.Prune(weights, layer.SegmentLength)) with { Pruner = pruner };
    }

    private static string? WhyNot(LayerWeights layer, PruningOptions options, SharedTensors shared)
    {
        if (!options.Policy.Prunes(layer.Role))
        {
            return layer.Role == Workloads.LayerRole.Classifier ? "it is the classifier" : "it is the first convolution";
        }

        if (!options.Depthwise && layer.Convolution is { IsDepthwise: true })
        {
            return "a depthwise convolution: each filter sees one input channel, so there is nothing to choose from";
        }

        if (layer.Tensor.Location.Length == 0)
        {
            return "its weights are a list of numbers in an attribute, which is not rewritten";
        }

        return options.SharedTensors || shared.OtherReader(layer) is not { } reader ? null : $"its tensor '{layer.Tensor.Name}' also serves {reader}";
    }

    /// <summary>A layer whose tensor an earlier layer has decided about: the same weights, so the same mask where they lie alike.</summary>
    private static PrunedLayer Alike(LayerWeights layer, PrunedLayer twin) => twin switch
    {
        { IsPruned: false } => twin with { Layer = layer, WhyDense = $"it shares the weights of {twin.Name}: {twin.WhyDense}" },
        _ when layer.K == twin.Layer.K && layer.SegmentLength == twin.Layer.SegmentLength && layer.Layout == twin.Layer.Layout => twin with { Layer = layer },
        _ => throw new ArgumentException($"It shares the weights of {twin.Layer}, which is pruned, but they lie otherwise in it. Leave {twin.Name} dense, or store the weights twice."),
    };

    private static PrunedLayer Dense(LayerWeights layer, Matrix<float> weights, string reason) =>
        Measure(layer, weights, Mask.All(weights.Rows, weights.Columns)) with { WhyDense = reason };

    private static PrunedLayer Measure(LayerWeights layer, Matrix<float> weights, Mask mask)
    {
        double sum = 0, squares = 0;
        foreach (var value in weights.Values)
        {
            sum += Math.Abs(value);
            squares += (double)value * value;
        }

        return new PrunedLayer
        {
            Layer = layer,
            Mask = mask,
            Quality = PruningQuality.Measure(weights, mask),
            L1Norm = sum,
            L2Norm = Math.Sqrt(squares),
        };
    }
}
