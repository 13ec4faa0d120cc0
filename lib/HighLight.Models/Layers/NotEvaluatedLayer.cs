using System.Collections.Immutable;
using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>A node with parameters, or a matrix product, whose weights are not read, and why.</summary>
/// <param name="Node">The node.</param>
/// <param name="Reason">Why it is left out.</param>
/// <param name="Parameters">Names of its parameter tensors.</param>
/// <param name="ParameterCount">Number of its parameters.</param>
public sealed record NotEvaluatedLayer(OnnxNode Node, string Reason, ImmutableArray<string> Parameters, long ParameterCount)
{
    /// <summary>The node, the number of its parameters and the reason.</summary>
    public override string ToString() => $"{Node}: {ParameterCount} parameters not evaluated: {Reason}";
}
