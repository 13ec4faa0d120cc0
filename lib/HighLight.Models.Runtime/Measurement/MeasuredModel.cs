using System.Collections.Immutable;
using HighLight.Models.Layers;
using HighLight.Models.Runtime.Execution;

namespace HighLight.Models.Runtime.Measurement;

/// <summary>A model as it ran once: its layers with measured operands, and its outputs.</summary>
/// <param name="Model">The model.</param>
/// <param name="Inputs">What it ran on.</param>
/// <param name="Layers">Its matrix products, products of activations among them, in an order of execution.</param>
/// <param name="NotEvaluated">Every other node with parameters, and every product that has no dimensions on these inputs, each with its reason.</param>
/// <param name="Outputs">The model's own outputs; those that are no tensors of numbers are left out.</param>
public sealed record MeasuredModel(
    OnnxModel Model,
    ImmutableArray<ModelTensor> Inputs,
    ImmutableArray<MeasuredLayer> Layers,
    ImmutableArray<NotEvaluatedLayer> NotEvaluated,
    ImmutableArray<ModelTensor> Outputs)
{
    /// <summary>Multiply-accumulates of all layers.</summary>
    public long Macs => Layers.Sum(layer => layer.Macs);

    /// <summary>Share of nonzeros of operand B over all layers, weighted with their multiply-accumulates.</summary>
    public double InputDensity => Weighted(layer => layer.Input.Density);

    /// <summary>The same after symmetric quantisation of each tensor to int8.</summary>
    public double InputInt8Density => Weighted(layer => layer.Input.Int8Density);

    /// <summary>The layer of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names those that there are.</exception>
    public MeasuredLayer Find(string name) => Layers.FirstOrDefault(layer => string.Equals(layer.Name, name, StringComparison.Ordinal))
        ?? throw new KeyNotFoundException($"No layer '{name}' was measured. Measured are {string.Join(", ", Layers.Select(layer => layer.Name))}.");

    /// <summary>Layers, multiply-accumulates and densities.</summary>
    public override string ToString() =>
        Invariant($"{Model.Source}: {Layers.Length} layers, {Macs} MACs, input density {InputDensity:0.###} (int8 {InputInt8Density:0.###}); {NotEvaluated.Length} nodes not evaluated");

    private double Weighted(Func<MeasuredLayer, double> density) => Macs == 0 ? 0 : Layers.Sum(layer => layer.Macs * density(layer)) / Macs;
}
