using System.Collections.Immutable;

namespace HighLight.Models.Onnx;

/// <summary>A graph of operations, with the tensors that are part of it.</summary>
public sealed record OnnxGraph
{
    /// <summary>Name as written in the file.</summary>
    public required string Name { get; init; }

    /// <summary>Operations, in the order of the file, which is an order of execution.</summary>
    public ImmutableArray<OnnxNode> Nodes { get; init; } = [];

    /// <summary>Tensors stored in the file: weights, biases, shapes.</summary>
    public ImmutableArray<OnnxTensor> Initializers { get; init; } = [];

    /// <summary>Names of tensors stored in ONNX's sparse form, which is not read.</summary>
    public ImmutableArray<string> SparseInitializers { get; init; } = [];

    /// <summary>Declared inputs as written; files of IR version 3 declare every initializer here too.</summary>
    public ImmutableArray<OnnxValue> Inputs { get; init; } = [];

    /// <summary>Declared outputs.</summary>
    public ImmutableArray<OnnxValue> Outputs { get; init; } = [];

    /// <summary>Intermediate values whose types the exporter noted.</summary>
    public ImmutableArray<OnnxValue> Intermediates { get; init; } = [];
}
