using System.Collections.Immutable;

namespace HighLight.Models.Onnx;

/// <summary>A declared value of a graph: an input, an output, or an annotated intermediate.</summary>
/// <param name="Name">Name, unique in its graph.</param>
/// <param name="ElementType">Element type; <see cref="OnnxElementType.Undefined"/> when not declared, or when the value is no tensor.</param>
/// <param name="Shape">Dimensions; null when even their number is unknown, or when the value is no tensor.</param>
/// <param name="IsTensor">False for sequences, maps, optionals and sparse tensors, whose types are not read further.</param>
public sealed record OnnxValue(string Name, OnnxElementType ElementType, ImmutableArray<OnnxDimension>? Shape, bool IsTensor = true)
{
    /// <summary>Name, type and shape, for example <c>image: Float32[batch, 3, 224, 224]</c>.</summary>
    public override string ToString()
    {
        if (!IsTensor)
        {
            return $"{Name}: (no tensor)";
        }

        return Shape is { } shape ? $"{Name}: {ElementType}[{string.Join(", ", shape)}]" : $"{Name}: {ElementType}[?]";
    }
}
