using System.Collections.Immutable;
using HighLight.Models.Onnx;
using HighLight.Tensors;

namespace HighLight.Models.Layers;

/// <summary>The weights of one layer that is a matrix product: operand A of <see cref="GemmCount"/> GEMMs of M×K.</summary>
public sealed class LayerWeights
{
    private readonly ConstantValue _value;

    internal LayerWeights(OnnxNode node, LayerOperator type, string name, ConstantValue value)
    {
        Node = node;
        Operator = type;
        Name = name;
        _value = value;
    }

    /// <summary>Name of the weight tensor as the layer refers to it; layers that share weights share it.</summary>
    public string Name { get; }

    /// <summary>Name of the layer's node, or of its first output when the node has none.</summary>
    public string LayerName => Node.DisplayName;

    /// <summary>The layer's node.</summary>
    public OnnxNode Node { get; }

    /// <summary>Operator of the layer.</summary>
    public LayerOperator Operator { get; }

    /// <summary>The tensor in the file that holds the weights.</summary>
    public OnnxTensor Tensor => _value.Tensor;

    /// <summary>
    /// What the file does to the stored tensor before the layer sees it (Transpose, DequantizeLinear), in order; empty as a rule.
    /// </summary>
    public ImmutableArray<string> AppliedOperators => [.. _value.Steps.Select(step => step.Operator)];

    /// <summary>
    /// Shape as the layer sees it: K, C/groups, R, S for a convolution, a matrix (with leading batch dimensions) otherwise.
    /// </summary>
    public ImmutableArray<int> Shape => _value.Shape;

    /// <summary>Number of weights.</summary>
    public int Count => Shape.Aggregate(1, (product, size) => product * size);

    /// <summary>Whether the file has outputs in rows or in columns.</summary>
    public WeightLayout Layout { get; internal init; }

    /// <summary>The convolution's geometry; null for other operators.</summary>
    public ConvolutionGeometry? Convolution { get; internal init; }

    /// <summary>Rows of operand A of each GEMM: output channels (of one group).</summary>
    public required int M { get; init; }

    /// <summary>Columns of operand A: input channels, times the filter's taps for a convolution (C/groups·R·S).</summary>
    public required int K { get; init; }

    /// <summary>Independent GEMMs of M×K in this layer: groups of a convolution, batch matrices of a MatMul, otherwise 1.</summary>
    public required int GemmCount { get; init; }

    /// <summary>The weights in the order of <see cref="Shape"/>, row-major.</summary>
    /// <remarks>Each call makes a new array: keep the result. For rounding see <see cref="OnnxTensor.ReadValues"/>.</remarks>
    public ReadOnlyMemory<float> ReadValues() => _value.Read();

    /// <summary>Values along the reduction that pruning treats as one fiber: the input channels of a convolution (groups of a pattern do not straddle
    /// its taps), K otherwise. The segment length of an <c>HssLayout</c> over <see cref="ToMatrix"/>.</summary>
    public int SegmentLength => Convolution?.ChannelsPerGroup ?? K;

    /// <summary>
    /// The weights as a tensor with named ranks: K, C (of one group) and the filter's taps (T, R, S; S alone in one dimension) for a convolution;
    /// M (<see cref="GemmCount"/>·M rows) and K otherwise.
    /// </summary>
    /// <remarks>Each call makes a new tensor: keep the result.</remarks>
    public DenseTensor<float> ToTensor() => Convolution is { } convolution
        ? DenseTensor<float>.Create(
            [new("K", convolution.OutputChannels), new("C", convolution.ChannelsPerGroup), .. Taps(convolution)], _value.Read())
        : DenseTensor<float>.Create([new("M", GemmCount * M), new("K", K)], OutputByInput());

    /// <summary>
    /// The weights as operand A: <see cref="GemmCount"/>·M rows, one an output channel, of K columns. Columns of a convolution run over its taps with the
    /// input channels innermost (R, S, C), so that a pattern lies along input channels.
    /// </summary>
    /// <remarks>Each call makes a new matrix: keep the result.</remarks>
    public Matrix<float> ToMatrix()
    {
        var tensor = ToTensor();
        return Convolution is { } convolution
            ? tensor.ToMatrix(["K"], [.. Taps(convolution).Select(rank => rank.Name), "C"])
            : tensor.ToMatrix(["M"], ["K"]);
    }

    /// <summary>Operator, weight name and GEMM dimensions, for example <c>Conv 'conv1.weight' M=64 K=147</c>.</summary>
    public override string ToString() => $"{Operator} '{Name}' M={M} K={K}{(GemmCount == 1 ? string.Empty : $" ×{GemmCount}")}";

    private static IEnumerable<TensorRank> Taps(ConvolutionGeometry convolution)
    {
        const string Names = "TRS";
        var dimensions = convolution.Kernel.Length;
        return convolution.Kernel.Select((taps, i) => new TensorRank(
            dimensions <= Names.Length ? Names[Names.Length - dimensions + i].ToString() : Invariant($"R{i}"), taps));
    }

    /// <summary>The weights with one row an output channel, in the order of the file's dimensions.</summary>
    private float[] OutputByInput()
    {
        var values = _value.Read();
        if (Layout == WeightLayout.OutputByInput)
        {
            return values;
        }

        var matrix = new float[values.Length];
        for (var start = 0; start < values.Length; start += M * K)
        {
            for (var row = 0; row < M; row++)
            {
                for (var column = 0; column < K; column++)
                {
                    matrix[start + (row * K) + column] = values[start + (column * M) + row];
                }
            }
        }

        return matrix;
    }
}
