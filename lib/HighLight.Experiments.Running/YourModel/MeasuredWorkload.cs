using System.Collections.Immutable;
using HighLight.Evaluation.Networks;
using HighLight.Hardware;
using HighLight.Models.Layers;
using HighLight.Models.Onnx;
using HighLight.Models.Pruning;
using HighLight.Models.Runtime;
using HighLight.Models.Runtime.Execution;
using HighLight.Models.Runtime.Inputs;
using HighLight.Models.Runtime.Measurement;
using HighLight.Models.Runtime.Networks;
using HighLight.Workloads;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>A model as it ran, and the network that it is to a design.</summary>
/// <param name="Measured">The run.</param>
/// <param name="Network">Its layers in the order of <paramref name="Measured"/>, with rounded densities.</param>
internal sealed record MeasuredWorkload(MeasuredModel Measured, Network Network)
{
    /// <summary>The layers that have weights, by their names in the network.</summary>
    public IEnumerable<(string Name, LayerWeights Weights)> Weighted =>
        Measured.Layers.Zip(Network.Layers).Where(pair => pair.First.Weights is not null).Select(pair => (pair.Second.Name, pair.First.Weights!));

    /// <summary>Runs a model once.</summary>
    /// <exception cref="ModelRunException">The model cannot be run.</exception>
    public static MeasuredWorkload Of(Models.OnnxModel model, ImmutableArray<ModelTensor> inputs)
    {
        var measured = ModelRunner.Measure(model, inputs.IsDefaultOrEmpty ? SyntheticInput.For(model) : inputs);
        var network = measured.ToNetwork();
        return new(measured, network with { Layers = [.. network.Layers.Select(Rounded)] });
    }

    /// <summary>The layers of a pruned version, by their names in the network.</summary>
    public ImmutableDictionary<string, PrunedLayer> LayersOf(PrunedModel pruned)
    {
        var byNode = new Dictionary<OnnxNode, PrunedLayer>(ReferenceEqualityComparer.Instance);
        foreach (var layer in pruned.Layers)
        {
            byNode[layer.Layer.Node] = layer;
        }

        return Weighted.ToImmutableDictionary(layer => layer.Name, layer => byNode[layer.Weights.Node], StringComparer.Ordinal);
    }

    /// <summary>Runs a pruned version, or the model itself for null, on a design.</summary>
    public NetworkEvaluation On(Accelerator design, PrunedModel? pruned, YourModelSettings settings) => NetworkEvaluation.Run(new(Network, design)
    {
        Assignment = pruned is null ? PatternAssignment.Dense : PatternAssignment.PerLayer(LayersOf(pruned).Where(layer => layer.Value.Pattern is not null).Select(layer => KeyValuePair.Create(layer.Key, layer.Value.Pattern!))),
        Policy = settings.Pruning.Policy,
        Technology = settings.Technology,
    });

    private static Layer Rounded(Layer layer) => layer with
    {
        Input = Rounded(layer.Input),
        Output = Rounded(layer.Output),
        Shortcut = layer.Shortcut is { } shortcut ? Rounded(shortcut) : null,
    };

    private static ActivationDensity Rounded(ActivationDensity density) => new(Rounding.Share(density.Value), density.Provenance, density.Source);
}
