using System.Collections.Immutable;
using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>
/// Finds the layers of a model: matrix products with weights are read, every other user of parameters is listed with a reason.
/// </summary>
internal sealed class LayerReader
{
    private readonly ImmutableArray<LayerWeights>.Builder _weights = ImmutableArray.CreateBuilder<LayerWeights>();
    private readonly ImmutableArray<NotEvaluatedLayer>.Builder _notEvaluated = ImmutableArray.CreateBuilder<NotEvaluatedLayer>();

    public LayerReader(OnnxGraph graph, ImmutableArray<OnnxFunction> functions)
    {
        ReadGraph(graph, new ConstantTable(graph), string.Empty);
        foreach (var function in functions)
        {
            var body = new OnnxGraph { Name = function.Name, Nodes = function.Nodes };
            ReadGraph(body, new ConstantTable(body), $"it stands in the model's own operator '{function.Name}'");
        }

        var roles = new LayerRoles(graph, _weights);
        Weights = [.. _weights.Select(layer => layer.As(roles.Of(layer)))];
    }

    public ImmutableArray<LayerWeights> Weights { get; }

    public ImmutableArray<NotEvaluatedLayer> NotEvaluated => _notEvaluated.ToImmutable();

    /// <summary>Reads one graph; <paramref name="obstacle"/> says why nothing in it can be evaluated, and is empty when it can.</summary>
    private void ReadGraph(OnnxGraph graph, ConstantTable constants, string obstacle)
    {
        foreach (var node in graph.Nodes)
        {
            if (!constants.TryAdd(node))
            {
                ReadNode(node, constants, obstacle);
            }

            foreach (var body in node.Attributes.SelectMany(attribute => attribute.Graphs))
            {
                ReadGraph(body, new ConstantTable(body, constants), $"it stands in a body of {node}, which runs as often as the data say");
            }
        }
    }

    private void ReadNode(OnnxNode node, ConstantTable constants, string obstacle)
    {
        if (!MatrixProduct(node, constants, out var result))
        {
            ListParameters(node, constants, obstacle.Length > 0 ? obstacle : OtherOperators.WhyNotEvaluated(node), false);
        }
        else if (obstacle.Length > 0 || result.Layer is null)
        {
            ListParameters(node, constants, obstacle.Length > 0 ? obstacle : result.Reason, true);
        }
        else if (!result.Layer.Tensor.ElementType.IsReadable())
        {
            ListParameters(node, constants, $"elements of type {result.Layer.Tensor.ElementType} are not converted to numbers", true);
        }
        else if (result.Layer.Count == 0)
        {
            ListParameters(node, constants, $"its weights have shape {ShapeText.Of(result.Layer.Shape)} and hold nothing", true);
        }
        else
        {
            _weights.Add(result.Layer);
        }
    }

    private static bool MatrixProduct(OnnxNode node, ConstantTable constants, out LayerResult result)
    {
        LayerResult? found = node switch
        {
            _ when node.Is("Conv") => ConvolutionRule.Read(node, constants),
            _ when node.Is("Gemm") => GemmRule.Read(node, constants),
            _ when node.Is("MatMul") => MatMulRule.Read(node, constants),
            _ => (LayerResult?)null,
        };
        result = found ?? default;
        return found is not null;
    }

    private void ListParameters(OnnxNode node, ConstantTable constants, string reason, bool always)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var count = 0L;
        foreach (var name in node.Inputs)
        {
            if (constants.Find(name) is { } value && (value.IsParameter || (OtherOperators.IsQuantised(node) && value.Tensor.Count > 1)))
            {
                names.Add(name);
                count += value.Tensor.Count;
            }
            else if (constants.FindUnread(name) is { } unread && (always || unread.IsParameter))
            {
                names.Add(name);
                count += unread.Count;
            }
        }

        if (always || (names.Count > 0 && !OtherOperators.TakesSettingsOnly(node)))
        {
            _notEvaluated.Add(new NotEvaluatedLayer(node, reason, names.ToImmutable(), count));
        }
    }
}
