using HighLight.Models.Onnx;
using HighLight.Workloads;

namespace HighLight.Models.Layers;

/// <summary>Tells which layers of a graph read its input and which make its output, by following the values from node to node.</summary>
internal sealed class LayerRoles
{
    private readonly Dictionary<OnnxNode, LayerWeights> _layers;
    private readonly HashSet<OnnxNode> _first = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<OnnxNode> _last = new(ReferenceEqualityComparer.Instance);

    public LayerRoles(OnnxGraph graph, IEnumerable<LayerWeights> layers)
    {
        _layers = new(ReferenceEqualityComparer.Instance);
        foreach (var layer in layers)
        {
            _layers[layer.Node] = layer;
        }

        FindFirst(graph);
        FindLast(graph);
    }

    public LayerRole Of(LayerWeights layer) => layer switch
    {
        { Operator: LayerOperator.Conv } when _first.Contains(layer.Node) => LayerRole.FirstConvolution,
        _ when _last.Contains(layer.Node) => LayerRole.Classifier,
        _ => LayerRole.Hidden,
    };

    /// <summary>First are layers before whose input no other product stands.</summary>
    private void FindFirst(OnnxGraph graph)
    {
        var computed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            var afterProduct = node.Inputs.Any(computed.Contains);
            var isProduct = IsProduct(node);
            if (isProduct && !afterProduct)
            {
                _first.Add(node);
            }

            if (isProduct || afterProduct)
            {
                computed.UnionWith(node.Outputs.Where(output => output.Length > 0));
            }
        }
    }

    /// <summary>
    /// Last are fully connected layers (and 1×1 convolutions of a pooled image, which are the same) whose output becomes the graph's by nothing but
    /// functions of it alone. A sum with another computed value or a normalisation still belongs to the body of a network.
    /// </summary>
    private void FindLast(OnnxGraph graph)
    {
        var computed = Computed(graph);
        var body = new HashSet<string>(StringComparer.Ordinal);
        var pooled = Pooled(graph, computed);
        foreach (var node in graph.Nodes.Reverse())
        {
            var isProduct = IsProduct(node);
            var feedsBody = node.Outputs.Any(body.Contains);
            if (isProduct && !feedsBody && _layers.TryGetValue(node, out var layer) && IsFullyConnected(layer, pooled))
            {
                _last.Add(node);
            }

            var mixes = node.Inputs.Count(computed.Contains) > 1 || node.Operator.EndsWith("Normalization", StringComparison.Ordinal);
            if (isProduct || feedsBody || mixes)
            {
                body.UnionWith(node.Inputs);
            }
        }
    }

    private static bool IsFullyConnected(LayerWeights layer, HashSet<string> pooled) => layer.Convolution is not { } convolution
        || (convolution.Kernel.All(size => size == 1) && layer.Node.Inputs[0] is { } input && pooled.Contains(input));

    private static HashSet<string> Computed(OnnxGraph graph)
    {
        var stored = graph.Initializers.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        var computed = graph.Inputs.Select(input => input.Name).Where(name => !stored.Contains(name)).ToHashSet(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            if (node.Inputs.Any(computed.Contains))
            {
                computed.UnionWith(node.Outputs.Where(output => output.Length > 0));
            }
        }

        return computed;
    }

    /// <summary>Values that are a pooled image, or a function of one alone.</summary>
    private static HashSet<string> Pooled(OnnxGraph graph, HashSet<string> computed)
    {
        var pooled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            var isPool = node.Operator is "GlobalAveragePool" or "GlobalMaxPool" or "AveragePool" or "ReduceMean";
            var keepsOne = !IsProduct(node) && node.Inputs.Count(computed.Contains) == 1 && node.Inputs.Any(pooled.Contains);
            if (isPool || keepsOne)
            {
                pooled.UnionWith(node.Outputs.Where(output => output.Length > 0));
            }
        }

        return pooled;
    }

    private static bool IsProduct(OnnxNode node) => node.Operator is "Conv" or "Gemm" or "MatMul" or "ConvTranspose" or "Einsum"
        or "LSTM" or "GRU" or "RNN" or "QLinearConv" or "ConvInteger" or "QLinearMatMul" or "MatMulInteger";
}
