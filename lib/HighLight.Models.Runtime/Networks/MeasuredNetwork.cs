using System.Collections.Immutable;
using HighLight.Models.Runtime.Measurement;
using HighLight.Workloads;

namespace HighLight.Models.Runtime.Networks;

/// <summary>Makes a network, which any design can be evaluated on, of a model as it ran.</summary>
public static class MeasuredNetwork
{
    /// <summary>
    /// The network of the measured layers: dimensions, groups, roles, and measured densities of input, output and shortcut. What is not in it is in
    /// <see cref="MeasuredModel.NotEvaluated"/>.
    /// </summary>
    /// <param name="measured">The run.</param>
    /// <param name="name">The network's short name; by default the file's name without its ending.</param>
    /// <param name="zeros">Which zeros count; int8's by default.</param>
    /// <exception cref="InvalidOperationException">No layer was measured.</exception>
    public static Network ToNetwork(this MeasuredModel measured, string? name = null, ActivationZeros zeros = ActivationZeros.Int8)
    {
        ArgumentNullException.ThrowIfNull(measured);
        if (measured.Layers.IsEmpty)
        {
            throw new InvalidOperationException($"{measured.Model.Source} has no layer that can be evaluated: {string.Join("; ", measured.NotEvaluated)}");
        }

        var title = Path.GetFileNameWithoutExtension(measured.Model.Source);
        var origins = string.Join(", ", measured.Inputs.Select(input => input.Origin));
        var source = $"{(zeros == ActivationZeros.Int8 ? "zeros after quantisation to int8" : "zeros in floating point")}, one run on {origins}";
        return new Network
        {
            Name = name ?? title,
            Title = title,
            Source = $"{Path.GetFileName(measured.Model.Source)}, run in ONNX Runtime on {origins}",
            Layers = [.. Named(measured.Layers).Select(layer => LayerOf(layer.Layer, layer.Name, zeros, source))],
        };
    }

    /// <summary>Names in a network are unique; nodes without a name are called by what they write, but nothing forbids two nodes one name.</summary>
    private static IEnumerable<(MeasuredLayer Layer, string Name)> Named(ImmutableArray<MeasuredLayer> layers)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            var times = seen[layer.Name] = seen.GetValueOrDefault(layer.Name) + 1;
            yield return (layer, times == 1 ? layer.Name : Invariant($"{layer.Name}#{times}"));
        }
    }

    private static Layer LayerOf(MeasuredLayer layer, string name, ActivationZeros zeros, string source) => new()
    {
        Name = name,
        Gemm = layer.Gemm,
        Count = layer.Count,
        Role = layer.Role,
        Convolution = layer.Convolution,
        Input = Density(layer.Input, zeros, source),
        Output = Density(layer.Output, zeros, source),
        Shortcut = layer.Shortcut is { } shortcut ? Density(shortcut, zeros, source) : null,
    };

    private static ActivationDensity Density(MeasuredTensor tensor, ActivationZeros zeros, string source) =>
        new(zeros == ActivationZeros.Int8 ? tensor.Int8Density : tensor.Density, Provenance.Measured, source);
}
