using HighLight.Models.Runtime.Execution;

namespace HighLight.Models.Runtime.Measurement;

/// <summary>What was counted in the values of a graph, by name, and the values themselves where they are to be kept.</summary>
/// <param name="kept">Names of values to keep.</param>
internal sealed class MeasuredValues(IEnumerable<string> kept)
{
    private readonly Dictionary<string, MeasuredTensor?> _measured = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelTensor> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = kept.ToHashSet(StringComparer.Ordinal);

    public bool Contains(string name) => _measured.ContainsKey(name);

    /// <summary>Counts; null is a value that is no tensor of numbers.</summary>
    public void Add(string name, ModelTensor? tensor)
    {
        _measured[name] = tensor is null ? null : MeasuredTensor.Of(tensor);
        if (tensor is not null && _kept.Contains(name))
        {
            _values[name] = tensor;
        }
    }

    /// <summary>The layer as it was measured, or why it could not be.</summary>
    public (MeasuredLayer? Layer, string Reason) Measure(LayerPlan plan)
    {
        if (_measured.GetValueOrDefault(plan.Input) is not { } input
            || _measured.GetValueOrDefault(plan.Result) is not { } result
            || _measured.GetValueOrDefault(plan.Written) is not { } written)
        {
            return (null, "its operands are no tensors of numbers");
        }

        var left = plan.Left is { } name ? _measured.GetValueOrDefault(name) : null;
        if (plan.Weights is null && left is null)
        {
            return (null, "its left operand is no tensor of numbers");
        }

        var (shape, reason) = plan.Weights is { } weights ? ProductShape.Of(weights, input.Shape, result.Shape) : ProductShape.Of(plan.Node, left!.Shape, result.Shape);
        if (shape is null)
        {
            return (null, reason);
        }

        // A sum that spreads a small tensor over Z, or Z over a larger one, is no shortcut of Z's size.
        var shortcut = plan.Shortcut is { } added ? _measured.GetValueOrDefault(added) : null;
        var output = written.Statistics.Count == result.Statistics.Count ? written : result;
        return (new MeasuredLayer
        {
            Node = plan.Node,
            Weights = plan.Weights,
            Gemm = shape.Gemm,
            Count = shape.Count,
            Convolution = shape.Convolution,
            Input = input,
            Left = left,
            Output = output,
            Shortcut = shortcut?.Statistics.Count == result.Statistics.Count && ReferenceEquals(output, written) ? shortcut : null,
            InputValues = _values.GetValueOrDefault(plan.Input),
        }, string.Empty);
    }
}
