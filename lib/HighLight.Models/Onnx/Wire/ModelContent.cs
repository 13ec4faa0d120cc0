using System.Collections.Immutable;

namespace HighLight.Models.Onnx.Wire;

/// <summary>What the root message says.</summary>
internal sealed record ModelContent
{
    public long? IrVersion { get; init; }

    public string ProducerName { get; init; } = string.Empty;

    public string ProducerVersion { get; init; } = string.Empty;

    public ImmutableArray<OperatorSet> OperatorSets { get; init; } = [];

    public ImmutableArray<OnnxFunction> Functions { get; init; } = [];

    public OnnxGraph? Graph { get; init; }
}
