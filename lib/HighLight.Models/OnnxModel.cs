using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HighLight.Files;
using HighLight.Models.Layers;
using HighLight.Models.Onnx;
using HighLight.Models.Onnx.Wire;

namespace HighLight.Models;

/// <summary>An ONNX model, read from a file without native code: its graph, and the weights of its matrix products by name.</summary>
/// <remarks>
/// The model keeps the bytes of the file; tensors are views of them, and become numbers on demand. What is not understood (documentation,
/// metadata, training information, quantisation notes) stays in those bytes untouched.
/// </remarks>
public sealed class OnnxModel
{
    private const int NamesInMessage = 8;

    private readonly OnnxFile _file;

    private OnnxModel(OnnxFile file)
    {
        _file = file;
        var content = ModelReader.Read(file);
        ModelCheck.Check(file, content);
        Source = file.Source;
        IrVersion = (int)content.IrVersion.GetValueOrDefault();
        ProducerName = content.ProducerName;
        ProducerVersion = content.ProducerVersion;
        OperatorSets = content.OperatorSets;
        Functions = content.Functions;
        Graph = content.Graph!;
        var stored = Graph.Initializers.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        Inputs = [.. Graph.Inputs.Where(input => !stored.Contains(input.Name))];
        var layers = new LayerReader(Graph, Functions);
        Weights = layers.Weights;
        NotEvaluated = layers.NotEvaluated;
    }

    /// <summary>Path of the file, or the name given to bytes and streams.</summary>
    public string Source { get; }

    /// <summary>Version of the file format, at least 3.</summary>
    public int IrVersion { get; }

    /// <summary>Tool that wrote the file; empty when not named.</summary>
    public string ProducerName { get; }

    /// <summary>Version of that tool; empty when not named.</summary>
    public string ProducerVersion { get; }

    /// <summary>Sets of operators that the model uses, ONNX's own among them.</summary>
    public ImmutableArray<OperatorSet> OperatorSets { get; }

    /// <summary>Operators that the model defines itself.</summary>
    public ImmutableArray<OnnxFunction> Functions { get; }

    /// <summary>The graph as written.</summary>
    public OnnxGraph Graph { get; }

    /// <summary>Inputs that a user must give: declared inputs that are no initializers.</summary>
    public ImmutableArray<OnnxValue> Inputs { get; }

    /// <summary>Outputs.</summary>
    public ImmutableArray<OnnxValue> Outputs => Graph.Outputs;

    /// <summary>Operations, in an order of execution.</summary>
    public ImmutableArray<OnnxNode> Nodes => Graph.Nodes;

    /// <summary>Tensors stored in the file: weights, biases, shapes.</summary>
    public ImmutableArray<OnnxTensor> Initializers => Graph.Initializers;

    /// <summary>Layers that are matrix products (Conv, Gemm, MatMul) with their weights, in an order of execution.</summary>
    public ImmutableArray<LayerWeights> Weights { get; }

    /// <summary>
    /// Every other node with trained parameters, and every matrix product without readable weights, each with its reason. A floating-point
    /// constant counts as trained parameters when it has more than one element and does more than configure its operator.
    /// </summary>
    public ImmutableArray<NotEvaluatedLayer> NotEvaluated { get; }

    /// <summary>The content of the model's file; <see cref="Save(string, bool)"/> writes it as it is.</summary>
    public ReadOnlyMemory<byte> FileBytes => _file.Bytes;

    /// <summary>Reads a model file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">Limits; the defaults when left out.</param>
    /// <exception cref="OnnxFormatException">The file is missing, cannot be read, or is no model that this reader knows.</exception>
    public static OnnxModel Load(string path, OnnxReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new OnnxModel(OnnxFile.Open(path, options ?? OnnxReadOptions.Default));
    }

    /// <summary>Reads a model from a stream, from where it stands to its end; the stream stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What to call the model in messages.</param>
    /// <param name="options">Limits; the defaults when left out.</param>
    /// <exception cref="OnnxFormatException">The content is no model that this reader knows.</exception>
    /// <exception cref="IOException">The stream failed.</exception>
    public static OnnxModel Load(Stream stream, string name = "(stream)", OnnxReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new OnnxModel(OnnxFile.Read(stream, name, options ?? OnnxReadOptions.Default));
    }

    /// <summary>Reads a model from bytes, which are copied.</summary>
    /// <param name="bytes">The content of a model file.</param>
    /// <param name="name">What to call the model in messages.</param>
    /// <param name="options">Limits; the defaults when left out.</param>
    /// <exception cref="OnnxFormatException">The content is no model that this reader knows.</exception>
    public static OnnxModel Load(ReadOnlyMemory<byte> bytes, string name = "(bytes)", OnnxReadOptions? options = null) =>
        new(OnnxFile.Copy(bytes, name, options ?? OnnxReadOptions.Default));

    /// <summary>
    /// The weights of that name: the name the layer refers to, else the name of the stored tensor, else the name of the layer. Where layers
    /// share a tensor, the first of them.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There are none; the message names the nearest and the known ones.</exception>
    public LayerWeights FindWeight(string name)
    {
        if (TryFindWeight(name, out var found))
        {
            return found;
        }

        var known = Weights.Select(weight => weight.Name).Distinct(StringComparer.Ordinal).ToList();
        var skipped = NotEvaluated.FirstOrDefault(
            layer => layer.Parameters.Contains(name, StringComparer.Ordinal) || Same(layer.Node.DisplayName, name));
        var hint = (skipped, NearestName.FindPart(name, known.Concat(Weights.Select(weight => weight.LayerName)))) switch
        {
            ({ } layer, _) => $" It belongs to {layer.Node}, which is not evaluated: {layer.Reason}.",
            (_, { } nearest) => $" Did you mean '{nearest}'?",
            _ => string.Empty,
        };
        var rest = known.Count > NamesInMessage ? ", …" : string.Empty;
        throw new KeyNotFoundException($"{Source} has no weights '{name}' of a Conv, Gemm or MatMul.{hint} "
            + $"It has {known.Count}: {string.Join(", ", known.Take(NamesInMessage).Select(known => $"'{known}'"))}{rest}");
    }

    /// <summary>Looks for weights as <see cref="FindWeight"/> does; false when there are none of that name.</summary>
    public bool TryFindWeight(string name, [NotNullWhen(true)] out LayerWeights? weights)
    {
        ArgumentNullException.ThrowIfNull(name);
        weights = Weights.FirstOrDefault(weight => Same(weight.Name, name))
            ?? Weights.FirstOrDefault(weight => Same(weight.Tensor.Name, name))
            ?? Weights.FirstOrDefault(weight => Same(weight.LayerName, name));
        return weights is not null;
    }

    /// <summary>The model with other weights. Nothing else changes: every byte outside these tensors stays, also what this reader does not understand.</summary>
    /// <param name="updates">New weights of layers of this model (<see cref="LayerWeights.Pruned"/>, <c>With</c>).</param>
    /// <returns>The changed model; this one where nothing changes.</returns>
    /// <remarks>
    /// Elements in raw_data are overwritten in place; a tensor that keeps them in a typed field gets raw_data instead. Everything else that reads a changed
    /// tensor sees the change.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// A layer is none of this model, two updates of one tensor differ, or the tensor is an attribute's list of numbers; all are listed.
    /// </exception>
    public OnnxModel WithWeights(params IEnumerable<WeightUpdate> updates)
    {
        ArgumentNullException.ThrowIfNull(updates);
        var problems = new List<string>();
        var changes = new Dictionary<OnnxTensor, WeightUpdate>(ReferenceEqualityComparer.Instance);
        var own = Weights.ToHashSet<LayerWeights>(ReferenceEqualityComparer.Instance);
        foreach (var update in updates)
        {
            var tensor = update.Layer.Tensor;
            if (!own.Contains(update.Layer))
            {
                problems.Add($"{update.Layer} is no layer of {Source}: take the layers from the model that is changed.");
            }
            else if (tensor.Location.Length == 0)
            {
                problems.Add($"the weights of {update.Layer} are a list of numbers in an attribute, which is not rewritten: store them as a tensor.");
            }
            else if (!changes.TryAdd(tensor, update) && !changes[tensor].Elements.AsSpan().SequenceEqual(update.Elements))
            {
                problems.Add($"{update.Layer} and {changes[tensor].Layer} share the tensor '{tensor.Name}', but are given different weights.");
            }
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"The weights cannot be changed:{string.Concat(problems.Select(problem => "\n  - " + problem))}", nameof(updates));
        }

        WireEdit[] edits =
        [
            .. from change in changes
               where !change.Key.RawBytes.Span.SequenceEqual(change.Value.Elements)
               select TensorWriter.Write(_file.Bytes, change.Key, change.Value.Elements),
        ];
        return edits.Length == 0 ? this : new OnnxModel(_file with { Bytes = WireSplice.Apply(_file.Bytes, edits) });
    }

    /// <summary>The model with further outputs, so that a runtime returns values of the graph that it otherwise forgets.</summary>
    /// <param name="names">Names of values that the graph's nodes write or its inputs bring; those that are outputs already are passed over.</param>
    /// <returns>The changed model; this one where nothing changes.</returns>
    /// <exception cref="ArgumentException">The graph has no such value; all are listed.</exception>
    public OnnxModel WithOutputs(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var known = Nodes.SelectMany(node => node.Outputs).Concat(Graph.Inputs.Select(input => input.Name)).ToHashSet(StringComparer.Ordinal);
        var outputs = Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        string[] added = [.. names.Distinct(StringComparer.Ordinal).Where(name => !outputs.Contains(name))];
        string[] unknown = [.. added.Where(name => name.Length == 0 || !known.Contains(name))];
        if (unknown.Length > 0)
        {
            var hint = NearestName.FindPart(unknown[0], known) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;
            throw new ArgumentException($"{Source} computes no value {string.Join(", ", unknown.Select(name => $"'{name}'"))}.{hint}", nameof(names));
        }

        return added.Length == 0 ? this : new OnnxModel(_file with { Bytes = GraphOutputs.Add(_file.Bytes, added) });
    }

    /// <summary>Writes the model's file: first under a temporary name beside it, then renamed, so that <paramref name="path"/> is never half written.</summary>
    /// <param name="path">Where.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced; otherwise it is an error.</param>
    /// <exception cref="IOException">The file is there and must not be replaced, or cannot be written; the message names it.</exception>
    public void Save(string path, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, _file.Bytes, overwrite: overwrite);
    }

    /// <summary>Source, numbers of nodes and layers, operator sets.</summary>
    public override string ToString() =>
        $"{Source}: {Nodes.Length} nodes, {Weights.Length} layers with weights, {NotEvaluated.Length} not evaluated; "
        + string.Join(", ", OperatorSets);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
