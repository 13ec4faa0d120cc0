using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>Which of the two operands of a matrix product is the weights.</summary>
/// <param name="Name">Name of the weights.</param>
/// <param name="Value">The weights; null when there are none, for <paramref name="Reason"/>.</param>
/// <param name="IsRight">Whether they are the right operand.</param>
/// <param name="Reason">Why there are none.</param>
internal sealed record WeightOperand(string Name, ConstantValue? Value, bool IsRight, string Reason)
{
    public static WeightOperand Of(OnnxNode node, ConstantTable constants)
    {
        if (node.Inputs.Length < 2)
        {
            return None("inconsistent: a matrix product has two operands");
        }

        var (left, right) = (constants.Find(node.Inputs[0]), constants.Find(node.Inputs[1]));
        return (left, right) switch
        {
            (null, { } weights) => new(node.Inputs[1], weights, true, string.Empty),
            ({ } weights, null) when constants.FindUnread(node.Inputs[1]) is null => new(node.Inputs[0], weights, false, string.Empty),
            (null, null) => None((constants.FindUnread(node.Inputs[1]) ?? constants.FindUnread(node.Inputs[0]))?.Reason
                ?? "both operands are computed while the model runs: there are no weights"),
            _ => None("both operands are constant: the product does not depend on the model's input"),
        };
    }

    private static WeightOperand None(string reason) => new(string.Empty, null, false, reason);
}
