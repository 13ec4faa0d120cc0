using System.Collections.Immutable;
using HighLight.Models.Onnx;

namespace HighLight.Models.Layers;

/// <summary>
/// The constants of a graph by name: initializers, Constant nodes, and what Identity, Cast, Transpose and DequantizeLinear make of them.
/// </summary>
internal sealed class ConstantTable
{
    /// <summary>More steps than any exporter writes; bounds the work that a crafted chain of nodes can cause.</summary>
    private const int MaxSteps = 8;

    private const string StoredSparse = "the weights are stored in ONNX's sparse form: store them dense";

    private readonly Dictionary<string, ConstantValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnreadConstant> _unread = new(StringComparer.Ordinal);
    private readonly ConstantTable? _outer;

    /// <summary>
    /// Starts with the initializers of a graph; a body of If, Loop or Scan also sees the constants of the graph around it.
    /// </summary>
    public ConstantTable(OnnxGraph graph, ConstantTable? outer = null)
    {
        _outer = outer;
        foreach (var tensor in graph.Initializers)
        {
            _values[tensor.Name] = new ConstantValue(tensor, []);
        }

        foreach (var name in graph.SparseInitializers)
        {
            _unread[name] = new UnreadConstant(StoredSparse, 0, true);
        }
    }

    /// <summary>The constant of that name; null when there is none that can be read.</summary>
    public ConstantValue? Find(string name) => _values.GetValueOrDefault(name) ?? _outer?.Find(name);

    /// <summary>The constant of that name that cannot be read, and why; null when it can, or is no constant.</summary>
    public UnreadConstant? FindUnread(string name) => _unread.GetValueOrDefault(name) ?? _outer?.FindUnread(name);

    /// <summary>Adds the output of a node that only makes or changes a constant; false for every other node.</summary>
    public bool TryAdd(OnnxNode node)
    {
        if (node.Outputs.Length == 0)
        {
            return false;
        }

        var output = node.Outputs[0];
        if (node.Is("Constant"))
        {
            AddConstant(node, output);
            return true;
        }

        if (node.Inputs.Length == 0 || !(node.Is("Identity") || node.Is("Cast") || node.Is("Transpose") || node.Is("DequantizeLinear")))
        {
            return false;
        }

        if (FindUnread(node.Inputs[0]) is { } unread)
        {
            _unread[output] = unread;
            return true;
        }

        if (Find(node.Inputs[0]) is not { } input)
        {
            return false;
        }

        var (value, why) = input.Steps.Length < MaxSteps
            ? Apply(node, input)
            : (null, $"more than {MaxSteps} operators change the stored weights");
        if (value is null)
        {
            _unread[output] = new UnreadConstant(why, input.Tensor.Count, input.IsParameter);
        }
        else
        {
            _values[output] = value;
        }

        return true;
    }

    private void AddConstant(OnnxNode node, string output)
    {
        var tensor = node.Attributes.Select(attribute => attribute switch
        {
            { Name: "value", Tensors: [var stored, ..] } => stored,
            { Name: "value_float" } => OnnxTensor.FromValues(output, [attribute.Float], []),
            { Name: "value_floats" } => OnnxTensor.FromValues(output, attribute.Floats, [attribute.Floats.Length]),
            _ => null,
        }).FirstOrDefault(found => found is not null);

        if (tensor is not null)
        {
            _values[output] = new ConstantValue(tensor, []);
        }
        else if (node.FindAttribute("sparse_value") is not null)
        {
            _unread[output] = new UnreadConstant(StoredSparse, 0, true);
        }
    }

    private (ConstantValue? Value, string Why) Apply(OnnxNode node, ConstantValue input) => node.Operator switch
    {
        "Identity" => (input, string.Empty),
        "Cast" => Cast(node, input),
        "Transpose" => Transpose(node, input),
        _ => Dequantize(node, input),
    };

    /// <summary>
    /// A cast that keeps what <see cref="OnnxTensor.ReadValues"/> gives is passed over; one that rounds further is not read.
    /// </summary>
    private static (ConstantValue? Value, string Why) Cast(OnnxNode node, ConstantValue input)
    {
        var source = input.Steps.Any(step => step is DequantizeStep) ? OnnxElementType.Float32 : input.Tensor.ElementType;
        var target = (OnnxElementType)(node.FindAttribute("to")?.Int ?? 0);
        return target is OnnxElementType.Float32 or OnnxElementType.Float64 || target == source
            ? (input, string.Empty)
            : (null, $"Cast from {source} to {target} changes the stored weights");
    }

    private static (ConstantValue? Value, string Why) Transpose(OnnxNode node, ConstantValue input)
    {
        var rank = input.Shape.Length;
        var permutation = node.FindAttribute("perm")?.Ints ?? [.. Enumerable.Range(0, rank).Reverse().Select(axis => (long)axis)];
        return permutation.Order().SequenceEqual(Enumerable.Range(0, rank).Select(axis => (long)axis))
            ? (input.Then(new TransposeStep(input.Shape, [.. permutation.Select(axis => (int)axis)])), string.Empty)
            : (null, Invariant($"Transpose '{node.DisplayName}' has perm {ShapeText.Of(permutation)}, which does not order {rank} dimensions"));
    }

    private (ConstantValue? Value, string Why) Dequantize(OnnxNode node, ConstantValue input)
    {
        var scale = node.Inputs.Length > 1 ? Stored(node.Inputs[1]) : null;
        var zeroName = node.Inputs.Length > 2 ? node.Inputs[2] : string.Empty;
        var zero = zeroName.Length > 0 ? Stored(zeroName) : null;
        if (scale is null || (zeroName.Length > 0 && zero is null))
        {
            return (null, "the scale or zero point of DequantizeLinear is no stored constant");
        }

        if ((node.FindAttribute("block_size")?.Int ?? 0) != 0)
        {
            return (null, "DequantizeLinear with a scale for each block is not read");
        }

        var rank = input.Shape.Length;
        var axis = node.FindAttribute("axis")?.Int ?? 1;
        axis += axis < 0 ? rank : 0;
        var perTensor = scale.Count == 1;
        if (!perTensor && (axis < 0 || axis >= rank || scale.Count != input.Shape[(int)axis]))
        {
            var shape = ShapeText.Of(input.Shape);
            return (null, Invariant($"DequantizeLinear has {scale.Count} scales along axis {axis}, which does not fit weights of {shape}"));
        }

        if (zero is not null && zero.Count != scale.Count)
        {
            return (null, $"DequantizeLinear has {scale.Count} scales but {zero.Count} zero points");
        }

        return (input.Then(new DequantizeStep(input.Shape, scale, zero, perTensor ? 0 : (int)axis)), string.Empty);
    }

    private OnnxTensor? Stored(string name) =>
        Find(name) is { Steps.IsEmpty: true } value && value.Tensor.ElementType.IsReadable() ? value.Tensor : null;
}
