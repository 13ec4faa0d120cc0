using System.Collections.Immutable;

namespace HighLight.Workloads;

/// <summary>A network: its layers in the order they run.</summary>
public sealed record Network
{
    /// <summary>The short name, for example <c>resnet50</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in figures, for example <c>ResNet-50 v1.5</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Where the layers are from.</summary>
    public required string Source { get; init; }

    /// <summary>The layers that are evaluated, in the order they run.</summary>
    public required ImmutableArray<Layer> Layers { get; init; }

    /// <summary>Multiply-accumulates of all layers.</summary>
    public long Macs => Layers.Aggregate(0L, (sum, layer) => checked(sum + layer.Macs));

    /// <summary>Weights of all layers.</summary>
    public long Weights => Layers.Aggregate(0L, (sum, layer) => checked(sum + layer.Weights));

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
