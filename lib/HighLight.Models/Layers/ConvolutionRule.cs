using System.Collections.Immutable;
using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>Reads Conv: weights K, C/groups, R, S (any number of spatial dimensions).</summary>
internal static class ConvolutionRule
{
    public static LayerResult Read(OnnxNode node, ConstantTable constants)
    {
        var name = node.Inputs.Length > 1 ? node.Inputs[1] : string.Empty;
        if (constants.Find(name) is not { } value)
        {
            return constants.FindUnread(name)?.Reason ?? "its weights are computed while the model runs";
        }

        var shape = value.Shape;
        if (shape.Length < 3)
        {
            return $"inconsistent: the weights have shape {ShapeText.Of(shape)}, but Conv needs at least 3 dimensions";
        }

        var kernel = shape[2..];
        var groups = node.FindAttribute("group")?.Int ?? 1;
        var strides = Sizes(node, "strides", kernel.Length, 1, 1);
        var dilations = Sizes(node, "dilations", kernel.Length, 1, 1);
        var pads = Sizes(node, "pads", 2 * kernel.Length, 0, int.MinValue);
        var problem = strides.Problem ?? dilations.Problem ?? pads.Problem ?? CheckKernel(node, kernel) ?? CheckGroups(groups, shape);
        if (problem is not null)
        {
            return $"inconsistent: {problem}";
        }

        return new LayerWeights(node, LayerOperator.Conv, name, value)
        {
            Layout = WeightLayout.OutputByInput,
            M = shape[0] / (int)groups,
            K = kernel.Aggregate(shape[1], (product, size) => product * size),
            GemmCount = (int)groups,
            Convolution = new ConvolutionGeometry(shape[0], shape[1], kernel, (int)groups, strides.Values, dilations.Values,
                pads.Values[..kernel.Length], pads.Values[kernel.Length..], AutoPad(node)),
        };
    }

    private static string AutoPad(OnnxNode node) => node.FindAttribute("auto_pad")?.String is { Length: > 0 } mode ? mode : "NOTSET";

    private static string? CheckKernel(OnnxNode node, ImmutableArray<int> kernel) =>
        node.FindAttribute("kernel_shape") is { } declared && !declared.Ints.SequenceEqual(kernel.Select(size => (long)size))
            ? $"kernel_shape is {ShapeText.Of(declared.Ints)}, but the weights have {ShapeText.Of(kernel)}"
            : null;

    private static string? CheckGroups(long groups, ImmutableArray<int> shape) => groups < 1 || groups > shape[0] || shape[0] % groups != 0
        ? Invariant($"{shape[0]} output channels cannot be split into {groups} groups")
        : null;

    private static (ImmutableArray<int> Values, string? Problem) Sizes(OnnxNode node, string attribute, int length, int absent, int lowest)
    {
        var given = node.FindAttribute(attribute)?.Ints ?? [];
        if (given.IsEmpty)
        {
            return ([.. Enumerable.Repeat(absent, length)], null);
        }

        return given.Length == length && given.All(size => size >= lowest && size <= int.MaxValue)
            ? ([.. given.Select(size => (int)size)], null)
            : ([], Invariant($"{attribute} is {ShapeText.Of(given)}, but {length} numbers of at least {lowest} are needed"));
    }
}
