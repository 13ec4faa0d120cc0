using System.Collections.Frozen;
using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>What is known of operators that are not read as layers.</summary>
internal static class OtherOperators
{
    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ConvTranspose"] = "transposed convolution scatters its products: it is no GEMM of these weights",
        ["DeformConv"] = "deformable convolution gathers at computed places: it is no plain GEMM",
        ["LSTM"] = "a recurrent layer: its products depend on one another in time",
        ["GRU"] = "a recurrent layer: its products depend on one another in time",
        ["RNN"] = "a recurrent layer: its products depend on one another in time",
        ["Gather"] = "a table look-up (embedding): no arithmetic",
        ["Einsum"] = "Einsum is not translated into a GEMM: export the model with MatMul",
        ["QLinearConv"] = "quantised operator: export the model in QDQ form (DequantizeLinear before Conv)",
        ["ConvInteger"] = "quantised operator: export the model in QDQ form (DequantizeLinear before Conv)",
        ["QLinearMatMul"] = "quantised operator: export the model in QDQ form (DequantizeLinear before MatMul)",
        ["MatMulInteger"] = "quantised operator: export the model in QDQ form (DequantizeLinear before MatMul)",
        ["BatchNormalization"] = "normalisation: no matrix product (exporters fold it into the convolution before it)",
        ["InstanceNormalization"] = "normalisation: no matrix product",
        ["LayerNormalization"] = "normalisation: no matrix product",
        ["GroupNormalization"] = "normalisation: no matrix product",
        ["RMSNormalization"] = "normalisation: no matrix product",
        ["PRelu"] = "activation function: no matrix product",
        ["Add"] = "element-wise: no matrix product",
        ["Sub"] = "element-wise: no matrix product",
        ["Mul"] = "element-wise: no matrix product",
        ["Div"] = "element-wise: no matrix product",
        ["Pow"] = "element-wise: no matrix product",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Quantised =
        new[] { "QLinearConv", "ConvInteger", "QLinearMatMul", "MatMulInteger" }.ToFrozenSet(StringComparer.Ordinal);

    // Floating-point constants of these say where or how far, and are no trained parameters.
    private static readonly FrozenSet<string> SettingsOnly =
        new[] { "Resize", "Upsample", "Clip", "Pad", "NonMaxSuppression" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Why the node is not evaluated.</summary>
    public static string WhyNotEvaluated(OnnxNode node)
    {
        if (!OperatorSet.IsDefaultDomain(node.Domain))
        {
            return $"operator of domain '{node.Domain}', which ONNX does not define";
        }

        return Reasons.GetValueOrDefault(node.Operator, "not one of Conv, Gemm, MatMul");
    }

    /// <summary>Whether integer constants are the node's parameters.</summary>
    public static bool IsQuantised(OnnxNode node) => Quantised.Contains(node.Operator);

    /// <summary>Whether constants only configure the node.</summary>
    public static bool TakesSettingsOnly(OnnxNode node) => SettingsOnly.Contains(node.Operator);
}
