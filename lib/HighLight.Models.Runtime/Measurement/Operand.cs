using HighLight.Models.Runtime.Execution;
using HighLight.Tensors;
using HighLight.Workloads;

namespace HighLight.Models.Runtime.Measurement;

/// <summary>Lays a layer's input out as operand B, K×N.</summary>
internal static class Operand
{
    public static Matrix<float> Of(MeasuredLayer layer, ModelTensor input, int product)
    {
        if (layer.Convolution is { } convolution)
        {
            return Im2Col(convolution, input.Values.Span, product);
        }

        var (k, n) = (layer.Gemm.K, layer.Gemm.N);
        var isGemm = layer.Node.Is("Gemm");
        if (layer.Weights is not { } weights)
        {
            // The right operand: K×N, or N×K with transB. Batches that it does not have are repeated.
            return isGemm && (layer.Node.FindAttribute("transB")?.Int ?? 0) != 0
                ? Matrix<float>.Create(n, k, input.Values.Span).Transpose()
                : Matrix<float>.Create(k, n, input.Values.Span.Slice(product % (input.Values.Length / (k * n)) * k * n, k * n));
        }

        var weightsAreRight = string.Equals(layer.Node.Inputs[1], weights.Name, StringComparison.Ordinal);
        var reductionFirst = isGemm ? weightsAreRight == ((layer.Node.FindAttribute(weightsAreRight ? "transA" : "transB")?.Int ?? 0) != 0) : !weightsAreRight;
        return reductionFirst ? ColumnsOf(layer, input, product) : RowsOf(layer, input, product);
    }

    /// <summary>The input holds one row of K values for each output position.</summary>
    private static Matrix<float> RowsOf(MeasuredLayer layer, ModelTensor input, int product)
    {
        var (k, n) = (layer.Gemm.K, layer.Gemm.N);

        // Of a batch of weights every matrix has inputs of its own, or all share the same; further leading dimensions are batches of that batch.
        var each = layer.Count == 1 ? n : input.Shape.Length > 1 ? input.Shape[^2] : 1;
        var matrices = Math.Max(1, input.Values.Length / (each * k));
        return Matrix<float>.Create(n, k, (row, column) =>
        {
            var (outer, inner) = Math.DivRem(row, each);
            return input.Values.Span[((((((outer * layer.Count) + product) % matrices) * each) + inner) * k) + column];
        }).Transpose();
    }

    /// <summary>The input holds matrices of K rows, side by side when there are several for one matrix of weights.</summary>
    private static Matrix<float> ColumnsOf(MeasuredLayer layer, ModelTensor input, int product)
    {
        var (k, n) = (layer.Gemm.K, layer.Gemm.N);
        var each = input.Shape.Length > 1 ? input.Shape[^1] : 1;
        var matrices = Math.Max(1, input.Values.Length / (each * k));
        return Matrix<float>.Create(k, n, (row, column) =>
        {
            var (outer, inner) = Math.DivRem(column, each);
            return input.Values.Span[((((((outer * layer.Count) + product) % matrices) * k) + row) * each) + inner];
        });
    }

    private static Matrix<float> Im2Col(Convolution convolution, ReadOnlySpan<float> image, int group)
    {
        var gemm = convolution.GroupGemm();
        var channels = convolution.InputChannels / convolution.Groups;
        var (height, width) = (convolution.InputHeight, convolution.InputWidth);
        var (outHeight, outWidth) = (convolution.OutputHeight, convolution.OutputWidth);
        var columns = new float[gemm.ValuesOfB];
        var row = 0;
        for (var r = 0; r < convolution.KernelHeight; r++)
        {
            for (var s = 0; s < convolution.KernelWidth; s++)
            {
                for (var c = 0; c < channels; c++, row++)
                {
                    var at = row * gemm.N;
                    for (var batch = 0; batch < convolution.Batch; batch++)
                    {
                        var plane = image[(((batch * convolution.InputChannels) + (group * channels) + c) * height * width)..];
                        for (var p = 0; p < outHeight; p++)
                        {
                            var y = (p * convolution.StrideHeight) + (r * convolution.DilationHeight) - convolution.PadTop;
                            for (var q = 0; q < outWidth; q++, at++)
                            {
                                var x = (q * convolution.StrideWidth) + (s * convolution.DilationWidth) - convolution.PadLeft;
                                columns[at] = (uint)y < (uint)height && (uint)x < (uint)width ? plane[(y * width) + x] : 0;
                            }
                        }
                    }
                }
            }
        }

        return Matrix<float>.Create(gemm.K, gemm.N, columns);
    }
}
