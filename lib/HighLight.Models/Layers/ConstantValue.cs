using System.Collections.Immutable;
using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>A value of a graph that does not depend on its inputs: a stored tensor and what is done to it.</summary>
internal sealed record ConstantValue(OnnxTensor Tensor, ImmutableArray<ConstantStep> Steps)
{
    public ImmutableArray<int> Shape => Steps.IsEmpty ? Tensor.Shape : Steps[^1].OutputShape;

    public bool IsParameter => (Tensor.ElementType.IsFloatingPoint() || Steps.Any(step => step is DequantizeStep)) && Tensor.Count > 1;

    public ConstantValue Then(ConstantStep step) => this with { Steps = Steps.Add(step) };

    public float[] Read() => Steps.Aggregate(Tensor.ReadValues().ToArray(), (values, step) => step.Apply(values));
}
