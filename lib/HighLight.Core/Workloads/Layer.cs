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

    /// <summary>The earlier layer whose output, as it is written, is B; null where something lies between (pooling, a sum, a normalisation) or it is not known.</summary>
    public string? InputFrom { get; init; }

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

    /// <summary>Values of B before im2col, of all its products.</summary>
    internal Int128 InputValues => Convolution is { } convolution ? (Int128)convolution.InputValues * (Count / convolution.Groups) : (Int128)Gemm.ValuesOfB * Count;

    /// <summary>The layer on <paramref name="batch"/> times the inputs: more columns of B where A are weights, more products where A are activations.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batch"/> is below 1.</exception>
    /// <exception cref="OverflowException">A dimension exceeds an int.</exception>
    public Layer WithBatch(int batch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        return HasWeights
            ? this with
            {
                Gemm = new(Gemm.M, Gemm.K, checked(Gemm.N * batch)),
                Convolution = Convolution is { } convolution ? convolution with { Batch = checked(convolution.Batch * batch) } : null,
            }
            : this with { Count = checked(Count * batch) };
    }

    /// <summary>For example <c>conv2_1.3x3 64x576x3136</c>.</summary>
    public override string ToString() => Count == 1 ? $"{Name} {Gemm}" : Invariant($"{Name} {Count} × {Gemm}");
}
