using System.Collections.Immutable;
using HighLight.Models.Onnx;
using HighLight.Pruning;
using HighLight.Tensors;
using HighLight.Workloads;

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

    /// <summary>
    /// What the layer is to pruning. First convolution: no other product stands between the model's input and it. Classifier: a fully connected layer (or a
    /// 1×1 convolution of a pooled image) whose output becomes the model's by functions of it alone. All others are hidden.
    /// </summary>
    public LayerRole Role { get; private init; }

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

    /// <summary>Other weights for this layer.</summary>
    /// <param name="values">As <see cref="ReadValues"/> gives them: in the order of <see cref="Shape"/>, row-major.</param>
    /// <remarks>
    /// A value that the stored type does not have is rounded to the nearest one, halves to even (of a quantised tensor, to a step of its scale); one that stays
    /// keeps its stored bits. A zero is always stored exactly: as the zero point where the tensor is quantised.
    /// </remarks>
    /// <exception cref="ArgumentException">There are more or fewer values than weights, or one lies outside the range of the stored type.</exception>
    public WeightUpdate With(ReadOnlySpan<float> values) => values.Length == Count
        ? new WeightUpdate(this, values.ToArray())
        : throw new ArgumentException(Invariant($"{this} has {Count} weights, not {values.Length}."), nameof(values));

    /// <summary>Other weights for this layer, rounded as <see cref="With(ReadOnlySpan{float})"/> rounds.</summary>
    /// <param name="matrix">As <see cref="ToMatrix"/> gives them.</param>
    /// <exception cref="ArgumentException">The matrix has another shape, or a value lies outside the range of the stored type.</exception>
    public WeightUpdate With(Matrix<float> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rows != GemmCount * M || matrix.Columns != K)
        {
            throw new ArgumentException(Invariant($"The weights of {this} are a {GemmCount * M}×{K} matrix, not {matrix.Rows}×{matrix.Columns}."), nameof(matrix));
        }

        if (Convolution is not { } convolution)
        {
            return new WeightUpdate(this, Layout == WeightLayout.OutputByInput ? matrix.Values.ToArray() : ExchangeRowsAndColumns(matrix.Values, M, K));
        }

        TensorRank[] taps = [.. Taps(convolution)];
        return With(matrix
            .ToTensor([new("K", convolution.OutputChannels)], [.. taps, new("C", convolution.ChannelsPerGroup)])
            .ToMatrix(["K"], ["C", .. taps.Select(rank => rank.Name)])
            .Values);
    }

    /// <summary>This layer's weights with every one that <paramref name="mask"/> drops set to zero; the others keep their stored bits.</summary>
    /// <param name="mask">Made for <see cref="ToMatrix"/>.</param>
    /// <exception cref="ArgumentException">The mask has another shape.</exception>
    public WeightUpdate Pruned(Mask mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return With(mask.Apply(ToMatrix()));
    }

    internal LayerWeights As(LayerRole role) => new(Node, Operator, Name, _value)
    {
        Layout = Layout,
        Convolution = Convolution,
        Role = role,
        M = M,
        K = K,
        GemmCount = GemmCount,
    };

    internal byte[] Store(float[] values) => _value.Write(values);

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

        return ExchangeRowsAndColumns(values, K, M);
    }

    /// <summary>Transposes each of the matrices of <paramref name="rows"/>×<paramref name="columns"/> that follow one another.</summary>
    private static float[] ExchangeRowsAndColumns(ReadOnlySpan<float> values, int rows, int columns)
    {
        var result = new float[values.Length];
        for (var start = 0; start < values.Length; start += rows * columns)
        {
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    result[start + (column * rows) + row] = values[start + (row * columns) + column];
                }
            }
        }

        return result;
    }
}
