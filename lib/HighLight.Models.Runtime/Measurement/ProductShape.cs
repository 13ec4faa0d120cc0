using System.Collections.Immutable;
using HighLight.Models.Layers;
using HighLight.Models.Onnx;
using HighLight.Workloads;

namespace HighLight.Models.Runtime.Measurement;

/// <summary>The matrix product that a layer is on the shapes of a run.</summary>
/// <param name="Gemm">One product.</param>
/// <param name="Count">How many.</param>
/// <param name="Convolution">The convolution behind it; null for other layers.</param>
internal sealed record ProductShape(Gemm Gemm, int Count, Convolution? Convolution)
{
    /// <summary>The product of a layer with weights, or why there is none.</summary>
    public static (ProductShape? Shape, string Reason) Of(LayerWeights layer, ImmutableArray<int> input, ImmutableArray<int> output)
    {
        var results = output.Aggregate(1L, (product, size) => product * size);
        var n = results / ((long)layer.M * layer.GemmCount);
        if (n is < 1 or > int.MaxValue)
        {
            return (null, Invariant($"its result has {results} values on these inputs"));
        }

        var gemm = new Gemm(layer.M, layer.K, (int)n);
        if (layer.Convolution is not { } geometry)
        {
            return (new ProductShape(gemm, layer.GemmCount, null), string.Empty);
        }

        if (geometry.Kernel.Length > 2)
        {
            return (null, Invariant($"a convolution over {geometry.Kernel.Length} dimensions; those over 1 and 2 are evaluated"));
        }

        var convolution = ConvolutionOf(geometry, input, output);
        var problems = convolution.Problems();
        return problems.Count == 0 && convolution.GroupGemm() == gemm
            ? (new ProductShape(gemm, geometry.Groups, convolution), string.Empty)
            : (null, $"its geometry does not give the result's shape: {string.Join(' ', problems)}");
    }

    /// <summary>The product of two activations, left and right, or why there is none.</summary>
    public static (ProductShape? Shape, string Reason) Of(OnnxNode node, ImmutableArray<int> left, ImmutableArray<int> output)
    {
        var results = output.Aggregate(1L, (product, size) => product * size);
        if (left.IsEmpty || results == 0)
        {
            return (null, "an operand is a scalar, or the result is empty");
        }

        // A vector on the left is a row, one on the right a column.
        var transposed = node.Is("Gemm") && (node.FindAttribute("transA")?.Int ?? 0) != 0;
        var k = transposed ? left[0] : left[^1];
        var m = left.Length == 1 ? 1 : transposed ? left[1] : left[^2];
        var rightIsVector = left.Length > 1 && output.Length == left.Length - 1;
        var n = rightIsVector || output.IsEmpty ? 1 : output[^1];
        return k < 1
            ? (null, "the reduction is empty")
            : (new ProductShape(new Gemm(m, k, n), (int)(results / ((long)m * n)), null), string.Empty);
    }

    private static Convolution ConvolutionOf(ConvolutionGeometry geometry, ImmutableArray<int> input, ImmutableArray<int> output)
    {
        // One dimension is a row of pixels.
        var one = geometry.Kernel.Length == 1;
        var last = geometry.Kernel.Length - 1;
        var (top, bottom) = one ? (0, 0) : Pads(geometry, 0, input[2], output[2]);
        var (left, right) = Pads(geometry, last, input[^1], output[^1]);
        return new Convolution
        {
            Batch = input[0],
            InputChannels = input[1],
            InputHeight = one ? 1 : input[2],
            InputWidth = input[^1],
            OutputChannels = geometry.OutputChannels,
            KernelHeight = one ? 1 : geometry.Kernel[0],
            KernelWidth = geometry.Kernel[last],
            StrideHeight = one ? 1 : geometry.Strides[0],
            StrideWidth = geometry.Strides[last],
            DilationHeight = one ? 1 : geometry.Dilations[0],
            DilationWidth = geometry.Dilations[last],
            PadTop = top,
            PadBottom = bottom,
            PadLeft = left,
            PadRight = right,
            Groups = geometry.Groups,
        };
    }

    /// <summary>The padding; of SAME, what makes the result as large as it was, the odd one behind (UPPER) or before (LOWER).</summary>
    private static (int Begin, int End) Pads(ConvolutionGeometry geometry, int axis, int input, int output)
    {
        if (!geometry.AutoPad.StartsWith("SAME", StringComparison.Ordinal))
        {
            return (geometry.PadsBegin[axis], geometry.PadsEnd[axis]);
        }

        var total = Math.Max(0, ((output - 1) * geometry.Strides[axis]) + ((geometry.Kernel[axis] - 1) * geometry.Dilations[axis]) + 1 - input);
        var less = total / 2;
        return string.Equals(geometry.AutoPad, "SAME_LOWER", StringComparison.Ordinal) ? (total - less, less) : (less, total - less);
    }
}
