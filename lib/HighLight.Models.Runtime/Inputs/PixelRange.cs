using HighLight.Models.Onnx;

namespace HighLight.Models.Runtime.Inputs;

/// <summary>Finds which numbers a model expects of an image, from what it does to them first.</summary>
internal static class PixelRange
{
    /// <summary>A factor below this makes numbers of about 1 of the bytes of an image.</summary>
    private const double LargestByteFactor = 1.0 / 16;

    /// <summary>How many operators that only move values are looked through.</summary>
    private const int MostSteps = 16;

    /// <summary>Whether the graph scales the input down as bytes are (0..255): it begins with a product by a small constant, or a division by a large one.</summary>
    public static bool IsBytes(OnnxModel model, string input)
    {
        var value = input;
        for (var i = 0; i < MostSteps; i++)
        {
            if (model.Nodes.FirstOrDefault(node => node.Inputs.Contains(value, StringComparer.Ordinal)) is not { } reader)
            {
                return false;
            }

            if (reader.Operator is "Mul" or "Div")
            {
                return Constant(model, reader, value) is { } factor && Math.Abs(reader.Operator == "Mul" ? factor : 1 / factor) < LargestByteFactor;
            }

            if (reader.Operator is not ("Transpose" or "Slice" or "Cast" or "Identity" or "Reshape" or "Sub" or "Add" or "Squeeze" or "Unsqueeze"))
            {
                return false;
            }

            value = reader.Outputs[0];
        }

        return false;
    }

    private static double? Constant(OnnxModel model, OnnxNode node, string value)
    {
        var name = node.Inputs.FirstOrDefault(input => !string.Equals(input, value, StringComparison.Ordinal), string.Empty);
        var tensor = model.Initializers.FirstOrDefault(tensor => string.Equals(tensor.Name, name, StringComparison.Ordinal))
            ?? model.Nodes.FirstOrDefault(other => other.Is("Constant") && other.Outputs.Contains(name, StringComparer.Ordinal))?.FindAttribute("value")?.Tensors.FirstOrDefault();
        return tensor is { Count: > 0 } && tensor.ElementType.IsReadable() ? tensor.ReadValues().Span[0] : null;
    }
}
