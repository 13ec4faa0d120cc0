using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>
/// Reads Gemm, <c>alpha·A'·B' + beta·C</c>; the weights are B as a rule (fully connected layers), A when only that is constant.
/// </summary>
/// <remarks>alpha scales the result, not the weights: the stored weights are what is read.</remarks>
internal static class GemmRule
{
    public static LayerResult Read(OnnxNode node, ConstantTable constants)
    {
        var operands = WeightOperand.Of(node, constants);
        if (operands.Value is not { } value)
        {
            return operands.Reason;
        }

        var shape = value.Shape;
        if (shape.Length != 2)
        {
            return $"inconsistent: the weights have shape {ShapeText.Of(shape)}, but Gemm needs a matrix";
        }

        // B is K×N as written and N×K with transB; A is M×K as written and K×M with transA. N of B and M of A are the layer's outputs.
        var transposed = (node.FindAttribute(operands.IsRight ? "transB" : "transA")?.Int ?? 0) != 0;
        var outputFirst = operands.IsRight == transposed;
        return new LayerWeights(node, LayerOperator.Gemm, operands.Name, value)
        {
            Layout = outputFirst ? WeightLayout.OutputByInput : WeightLayout.InputByOutput,
            M = outputFirst ? shape[0] : shape[1],
            K = outputFirst ? shape[1] : shape[0],
            GemmCount = 1,
        };
    }
}
