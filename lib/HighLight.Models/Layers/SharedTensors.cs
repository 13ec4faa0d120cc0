using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>Who reads the tensors that hold weights, other than as weights.</summary>
internal sealed class SharedTensors
{
    private readonly Dictionary<string, OnnxNode> _otherReaders = new(StringComparer.Ordinal);

    public SharedTensors(OnnxGraph graph, IEnumerable<LayerWeights> layers)
    {
        var weights = layers.Select(layer => (layer.Node, layer.Name)).ToHashSet();
        Read(graph, weights, new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <summary>A node that reads the stored tensor, or what is made of it, as something else than a layer's weights; null when there is none.</summary>
    public OnnxNode? OtherReader(LayerWeights layer) => _otherReaders.GetValueOrDefault(layer.Tensor.Name) ?? _otherReaders.GetValueOrDefault(layer.Name);

    private void Read(OnnxGraph graph, HashSet<(OnnxNode Node, string Name)> weights, Dictionary<string, string> origins)
    {
        foreach (var node in graph.Nodes)
        {
            if (node is { Operator: "Identity" or "Cast" or "Transpose" or "DequantizeLinear", Inputs: [var source, ..], Outputs: [var made, ..] })
            {
                origins[made] = origins.GetValueOrDefault(source, source);
                continue;
            }

            foreach (var input in node.Inputs.Where(input => input.Length > 0 && !weights.Contains((node, input))))
            {
                _otherReaders.TryAdd(origins.GetValueOrDefault(input, input), node);
            }

            foreach (var body in node.Attributes.SelectMany(attribute => attribute.Graphs))
            {
                Read(body, weights, origins);
            }
        }
    }
}
