namespace HighLight.Workloads;

/// <summary>A layer of a network as matrix products Z = A·B: A are its weights, B its input, Z its output.</summary>
public sealed record Layer
{
    /// <summary>Its name in the network.</summary>
    public required string Name { get; init; }

    /// <summary>The product. A layer of several takes them one after the other.</summary>
    public required Gemm Gemm { get; init; }

    /// <summary>How often the product is computed, each time with other operands: groups, heads, equal blocks of the network.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What it is to pruning.</summary>
    public LayerRole Role { get; init; } = LayerRole.Hidden;

    /// <summary>The convolution whose im2col matrix B is; null where B is stored as it is.</summary>
    public Convolution? Convolution { get; init; }

    /// <summary>Nonzeros of B.</summary>
    public required ActivationDensity Input { get; init; }

    /// <summary>Nonzeros of Z as it is written, after the activation function that is fused into the layer.</summary>
    public required ActivationDensity Output { get; init; }

    /// <summary>Nonzeros of the tensor, as large as Z, that is read and added to Z: the shortcut of a residual block; null where none is.</summary>
    public ActivationDensity? Shortcut { get; init; }

    /// <summary>Whether A are weights.</summary>
    public bool HasWeights => Role != LayerRole.ActivationProduct;

    /// <summary>Multiply-accumulates of all its products.</summary>
    public long Macs => checked(Gemm.Macs * Count);

    /// <summary>Weights of all its products; 0 for a product of activations.</summary>
    public long Weights => HasWeights ? checked(Gemm.ValuesOfA * Count) : 0;

    /// <summary>For example <c>conv2_1.3x3 64x576x3136</c>.</summary>
    public override string ToString() => Count == 1 ? $"{Name} {Gemm}" : Invariant($"{Name} {Count} × {Gemm}");
}
