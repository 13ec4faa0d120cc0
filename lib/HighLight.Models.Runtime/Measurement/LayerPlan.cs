using HighLight.Models.Layers;
using HighLight.Models.Onnx;

namespace HighLight.Models.Runtime.Measurement;

/// <summary>Which values of the graph are a layer's operands.</summary>
/// <param name="Node">The layer's node.</param>
/// <param name="Weights">Its weights; null for a product of two activations.</param>
/// <param name="Input">Operand B: the activations, or the right operand of a product of activations.</param>
/// <param name="Left">Operand A of a product of activations; null where A are weights.</param>
/// <param name="Result">Z as the node writes it.</param>
/// <param name="Written">Z as memory sees it: after the sum with a shortcut and the functions of single values that follow, which hardware does on the way out.</param>
/// <param name="Shortcut">The tensor that is added to Z on the way; null when there is none.</param>
internal sealed record LayerPlan(OnnxNode Node, LayerWeights? Weights, string Input, string? Left, string Result, string Written, string? Shortcut)
{
    /// <summary>The values that must be measured.</summary>
    public IEnumerable<string> Values => new[] { Input, Left, Result, Written, Shortcut }.OfType<string>();
}
