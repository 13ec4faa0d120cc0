using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace HighLight.Models.Onnx;

/// <summary>A named setting of a node. Only the property that <see cref="Type"/> names holds its value; the others are empty.</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "ONNX's own term.")]
public sealed record OnnxAttribute
{
    /// <summary>Name, unique in its node.</summary>
    public required string Name { get; init; }

    /// <summary>Which kind of value it is.</summary>
    public required OnnxAttributeType Type { get; init; }

    /// <summary>The floating-point number.</summary>
    public float Float { get; init; }

    /// <summary>The whole number.</summary>
    public long Int { get; init; }

    /// <summary>The text.</summary>
    public string String { get; init; } = string.Empty;

    /// <summary>The floating-point numbers.</summary>
    public ImmutableArray<float> Floats { get; init; } = [];

    /// <summary>The whole numbers.</summary>
    public ImmutableArray<long> Ints { get; init; } = [];

    /// <summary>The texts.</summary>
    public ImmutableArray<string> Strings { get; init; } = [];

    /// <summary>The tensor, or the tensors.</summary>
    public ImmutableArray<OnnxTensor> Tensors { get; init; } = [];

    /// <summary>The graph, or the graphs.</summary>
    public ImmutableArray<OnnxGraph> Graphs { get; init; } = [];
}
