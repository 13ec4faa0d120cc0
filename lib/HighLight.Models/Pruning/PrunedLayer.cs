using System.Diagnostics.CodeAnalysis;
using HighLight.Formats;
using HighLight.Models.Layers;
using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Tensors;
using HighLight.Workloads;

namespace HighLight.Models.Pruning;

/// <summary>What pruning made of one layer.</summary>
public sealed record PrunedLayer
{
    /// <summary>The layer as it was, in the model that was pruned.</summary>
    public required LayerWeights Layer { get; init; }

    /// <summary>The layer's name.</summary>
    public string Name => Layer.LayerName;

    /// <summary>What the layer is to pruning.</summary>
    public LayerRole Role => Layer.Role;

    /// <summary>Whether the layer was pruned; otherwise <see cref="WhyDense"/> says why not.</summary>
    [MemberNotNullWhen(true, nameof(Pruner))]
    [MemberNotNullWhen(false, nameof(WhyDense))]
    public bool IsPruned => Pruner is not null;

    /// <summary>How it was pruned; null when it stayed dense.</summary>
    public IPruner? Pruner { get; init; }

    /// <summary>Why the layer stayed dense; null when it was pruned.</summary>
    public string? WhyDense { get; init; }

    /// <summary>The HSS pattern; null when the layer stayed dense or was pruned to something else.</summary>
    public HssPattern? Pattern => (Pruner as HssPruner)?.Pattern;

    /// <summary>How the pattern lies over the channels; null without a pattern.</summary>
    public HssLayout? Layout => (Pruner as HssPruner)?.Layout(Layer.K, Layer.SegmentLength);

    /// <summary>Which weights are kept, for <see cref="LayerWeights.ToMatrix"/>: all of a dense layer.</summary>
    public required Mask Mask { get; init; }

    /// <summary>What is kept: density of the mask, shares of the weights' L1 and L2 norms.</summary>
    public required PruningQuality Quality { get; init; }

    /// <summary>Sum of the magnitudes of the weights before pruning.</summary>
    public required double L1Norm { get; init; }

    /// <summary>Square root of the sum of the weights' squares before pruning.</summary>
    public required double L2Norm { get; init; }

    /// <summary>
    /// Stored values over all values: the density that hardware computes with. Above the pattern's own where channels are padded to groups; 1 for a dense layer.
    /// </summary>
    public Fraction EffectiveDensity => Layout?.EffectiveDensity ?? Mask.Density;

    /// <summary>
    /// The format the layer is stored in: HSS under a pattern, a bitmask under another pruner, uncompressed when dense.
    /// </summary>
    public SparseFormat Format => (Layout, IsPruned) switch
    {
        ({ } layout, _) => new HssFormat(layout),
        (null, true) => new BitmaskFormat(),
        _ => new UncompressedFormat(),
    };

    /// <summary>The kept weights as operand A: the layer's matrix with zeros where the mask drops.</summary>
    /// <remarks>Each call makes a new matrix: keep the result.</remarks>
    public Matrix<float> ToMatrix() => Mask.Apply(Layer.ToMatrix());

    /// <summary>The kept weights, compressed in <see cref="Format"/>, in single precision.</summary>
    public EncodedMatrix Encode() => Format.Encode(ToMatrix());

    /// <summary>Name, and what was done: the pruner and the density, or why it is dense.</summary>
    public override string ToString() => IsPruned
        ? Invariant($"{Name}: {Pruner.Name}, density {Mask.Density.ToDouble():0.###}, kept L2 {Quality.KeptL2Share:0.###}")
        : $"{Name}: dense, {WhyDense}";
}
