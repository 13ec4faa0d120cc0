using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>
/// Reads MatMul with NumPy's rules: leading dimensions are batches, a vector stands for one column (right) or one row (left).
/// </summary>
internal static class MatMulRule
{
    public static LayerResult Read(OnnxNode node, ConstantTable constants)
    {
        var operands = WeightOperand.Of(node, constants);
        if (operands.Value is not { } value)
        {
            return operands.Reason;
        }

        var shape = value.Shape;
        if (shape.IsEmpty)
        {
            return "inconsistent: the weights are a scalar, but MatMul needs at least a vector";
        }

        var isVector = shape.Length == 1;
        var (last, above) = (shape[^1], isVector ? 1 : shape[^2]);
        var (m, k) = operands.IsRight && !isVector ? (last, above) : (above, last);
        return new LayerWeights(node, LayerOperator.MatMul, operands.Name, value)
        {
            Layout = operands.IsRight ? WeightLayout.InputByOutput : WeightLayout.OutputByInput,
            M = m,
            K = k,
            GemmCount = isVector ? 1 : shape[..^2].Aggregate(1, (product, size) => product * size),
        };
    }
}
