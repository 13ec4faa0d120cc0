using HighLight.Models.Layers;
using HighLight.Models.Onnx;
using HighLight.Models.Runtime.Execution;
using HighLight.Tensors;
using HighLight.Workloads;

namespace HighLight.Models.Runtime.Measurement;

/// <summary>One matrix product of a model as it ran: its dimensions, and the zeros of its operands.</summary>
public sealed record MeasuredLayer
{
    /// <summary>Name of the layer's node, or of its first output when the node has none.</summary>
    public string Name => Node.DisplayName;

    /// <summary>The layer's node.</summary>
    public required OnnxNode Node { get; init; }

    /// <summary>Its weights, operand A; null for a product of two activations.</summary>
    public LayerWeights? Weights { get; init; }

    /// <summary>What it is to pruning.</summary>
    public LayerRole Role => Weights?.Role ?? LayerRole.ActivationProduct;

    /// <summary>One product: A is M×K (weights), B is K×N (input), Z is M×N.</summary>
    public required Gemm Gemm { get; init; }

    /// <summary>How many such products the layer is: groups, batches, heads.</summary>
    public required int Count { get; init; }

    /// <summary>The convolution's geometry; null for other layers.</summary>
    public Convolution? Convolution { get; init; }

    /// <summary>Operand B before im2col: the tensor that the layer reads; the right operand of a product of activations.</summary>
    public required MeasuredTensor Input { get; init; }

    /// <summary>Operand A of a product of activations; null where A are weights.</summary>
    public MeasuredTensor? Left { get; init; }

    /// <summary>
    /// Z as memory sees it: after the shortcut's sum, the normalisation and the activation function that follow, as long as nothing else reads what lies between.
    /// </summary>
    public required MeasuredTensor Output { get; init; }

    /// <summary>The tensor, as large as Z, that is added to Z before it is written; null where none is.</summary>
    public MeasuredTensor? Shortcut { get; init; }

    /// <summary>Multiply-accumulates of all its products.</summary>
    public long Macs => Gemm.Macs * Count;

    /// <summary>The input's values, where <see cref="ExecutionOptions.KeepInput"/> chose the layer; else null.</summary>
    public ModelTensor? InputValues { get; init; }

    /// <summary>
    /// Operand B of one product, as it was: K rows in the order of the columns of <see cref="LayerWeights.ToMatrix"/> (for a convolution R, S, C, its im2col), N
    /// columns in the order of output positions. <c>new CountedOperand(b.Transpose())</c> counts its zeros along the reduction.
    /// </summary>
    /// <param name="product">Which product, from 0: the group, or the matrix of a batch.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such product.</exception>
    /// <exception cref="InvalidOperationException">The input's values were not kept, or the matrix exceeds an array.</exception>
    public Matrix<float> OperandB(int product = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(product);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(product, Count);
        if (InputValues is not { } values)
        {
            throw new InvalidOperationException(
                $"The input of {Name} was not kept: measure with new ExecutionOptions {{ {nameof(ExecutionOptions.KeepInput)} = name => name == \"{Name}\" }}.");
        }

        return Gemm.ValuesOfB <= Array.MaxLength
            ? Operand.Of(this, values, product)
            : throw new InvalidOperationException(Invariant($"Operand B of {Name} has {Gemm.ValuesOfB} values, more than one array holds: run on smaller inputs."));
    }

    /// <summary>Operator, name, dimensions and densities.</summary>
    public override string ToString() =>
        Invariant($"{Node} {Count} × {Gemm}: input density {Input.Density:0.###} (int8 {Input.Int8Density:0.###}), output {Output.Density:0.###}");
}
