using System.Collections.Immutable;
using HighLight.Models.Layers;
using HighLight.Models.Onnx;

namespace HighLight.Models.Runtime.Measurement;

/// <summary>Finds the operands of each layer of a model, and what hardware would do to its result before writing it.</summary>
internal sealed class LayerPlanner
{
    private readonly OnnxModel _model;
    private readonly Dictionary<string, int> _madeBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OnnxNode>> _readers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outputs;
    private readonly HashSet<string> _computed;

    public LayerPlanner(OnnxModel model)
    {
        _model = model;
        _outputs = model.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        _computed = model.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, node) in model.Nodes.Index())
        {
            // A body of If, Loop or Scan reads values around it without naming them as inputs of its node.
            foreach (var input in node.Inputs.Concat(ReadInside(node)))
            {
                (_readers.TryGetValue(input, out var readers) ? readers : _readers[input] = []).Add(node);
            }

            var isComputed = node.Inputs.Any(_computed.Contains) || node.Attributes.Any(attribute => attribute.Graphs.Length > 0);
            foreach (var output in node.Outputs.Where(output => output.Length > 0))
            {
                _madeBy[output] = index;
                if (isComputed)
                {
                    _computed.Add(output);
                }
            }
        }
    }

    /// <summary>The layers with weights and the products of activations, in an order of execution.</summary>
    public ImmutableArray<LayerPlan> Plan()
    {
        var products = _model.NotEvaluated.Where(layer => layer.Parameters.IsEmpty).Select(layer => layer.Node).ToHashSet<OnnxNode>(ReferenceEqualityComparer.Instance);
        var weights = new Dictionary<OnnxNode, LayerWeights>(ReferenceEqualityComparer.Instance);
        foreach (var layer in _model.Weights)
        {
            weights[layer.Node] = layer;
        }

        var plans = ImmutableArray.CreateBuilder<LayerPlan>();
        foreach (var node in _model.Nodes)
        {
            if (weights.TryGetValue(node, out var layer))
            {
                plans.Add(PlanOf(node, layer, node.Inputs[DataIndex(node, layer)], null));
            }
            else if ((node.Is("MatMul") || node.Is("Gemm")) && products.Contains(node) && node.Inputs.Length > 1)
            {
                plans.Add(PlanOf(node, null, node.Inputs[1], node.Inputs[0]));
            }
        }

        return plans.ToImmutable();
    }

    private static int DataIndex(OnnxNode node, LayerWeights layer) =>
        layer.Operator == LayerOperator.Conv || !string.Equals(node.Inputs[0], layer.Name, StringComparison.Ordinal) ? 0 : 1;

    private LayerPlan PlanOf(OnnxNode node, LayerWeights? weights, string input, string? left)
    {
        var result = node.Outputs[0];
        var (written, shortcut) = (result, (string?)null);
        while (OnlyReader(written) is { } reader)
        {
            if (shortcut is null && Addend(reader, written) is { } addend)
            {
                shortcut = addend;
            }
            else if (!IsFunctionOfOneValue(reader, written))
            {
                break;
            }

            written = reader.Outputs[0];
        }

        return new LayerPlan(node, weights, input, left, result, written, shortcut);
    }

    private OnnxNode? OnlyReader(string value) =>
        !_outputs.Contains(value) && _readers.TryGetValue(value, out var readers) && readers is [var only] && only.Outputs.Length > 0 ? only : null;

    /// <summary>The other operand of a sum of two computed values, when it is there already as the layer runs.</summary>
    private string? Addend(OnnxNode node, string value)
    {
        if (!node.Is("Add") || node.Inputs.Length != 2 || !node.Inputs.All(_computed.Contains))
        {
            return null;
        }

        var other = string.Equals(node.Inputs[0], value, StringComparison.Ordinal) ? node.Inputs[1] : node.Inputs[0];
        return _madeBy.GetValueOrDefault(other, -1) < _madeBy.GetValueOrDefault(value, -1) ? other : null;
    }

    private bool IsFunctionOfOneValue(OnnxNode node, string value) => node.Operator switch
    {
        "Relu" or "LeakyRelu" or "PRelu" or "Clip" or "Elu" or "Selu" or "Celu" or "ThresholdedRelu" or "Sigmoid" or "HardSigmoid" or "HardSwish" or "Tanh" or "Gelu"
            or "Softplus" or "Softsign" or "Mish" or "BatchNormalization" or "Identity" or "Dropout" or "Cast" or "QuantizeLinear" or "DequantizeLinear" =>
            string.Equals(node.Inputs[0], value, StringComparison.Ordinal),
        "Add" or "Sub" or "Mul" or "Div" => node.Inputs.Count(_computed.Contains) == 1,
        _ => false,
    };

    private static IEnumerable<string> ReadInside(OnnxNode node) => node.Attributes
        .SelectMany(attribute => attribute.Graphs)
        .SelectMany(graph => graph.Nodes)
        .SelectMany(inner => inner.Inputs.Concat(ReadInside(inner)));
}
