using System.Collections.Immutable;

namespace HighLight.Models.Onnx.Wire;

/// <summary>Checks what no single message can know of itself: versions, unique names, and that there are weights at all.</summary>
internal static class ModelCheck
{
    private const string ExportAgain = "Export the model again, or report it to the exporter's authors.";

    /// <summary>Throws with every problem found.</summary>
    public static void Check(OnnxFile file, ModelContent content)
    {
        var graph = content.Graph ?? throw new InvalidOperationException("The model was not read.");
        ImmutableArray<OnnxProblem> problems =
        [
            .. Versions(content, file.Options),
            .. DuplicateInitializers(graph),
            .. DuplicateOutputs(graph),
            .. MissingWeights(content, graph, file.Options),
        ];
        if (!problems.IsEmpty)
        {
            throw new OnnxFormatException(file.Source, problems);
        }
    }

    private static IEnumerable<OnnxProblem> Versions(ModelContent content, OnnxReadOptions options)
    {
        if (content.IrVersion is not { } version)
        {
            yield return new("ir_version", null, Invariant($"There is no format version; legal are 3 to {options.MaxIrVersion}."), ExportAgain);
        }
        else if (version < 3)
        {
            yield return new("ir_version", null, Invariant($"Format version {version} is from before ONNX 1.0; legal are 3 to {options.MaxIrVersion}."),
                "Convert the model with onnx.version_converter.");
        }
        else if (version > options.MaxIrVersion)
        {
            yield return new("ir_version", null, Invariant($"Format version {version} is not known; legal are 3 to {options.MaxIrVersion}."),
                $"Export for an older version, or raise {nameof(OnnxReadOptions)}.{nameof(OnnxReadOptions.MaxIrVersion)}.");
        }

        var sets = content.OperatorSets.Where(set => set.IsDefault).ToList();
        if (sets.Count == 0)
        {
            yield return new("opset_import", null, "The model does not say which version of the ONNX operators it uses.", ExportAgain);
        }

        foreach (var set in sets.Where(set => set.Version < 1 || set.Version > options.MaxOpsetVersion))
        {
            yield return new("opset_import", null, Invariant($"Operator set {set} is not known; legal are 1 to {options.MaxOpsetVersion}."),
                "Convert the model with onnx.version_converter or export it with a lower opset_version, "
                + $"or raise {nameof(OnnxReadOptions)}.{nameof(OnnxReadOptions.MaxOpsetVersion)}.");
        }
    }

    private static IEnumerable<OnnxProblem> DuplicateInitializers(OnnxGraph graph)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, tensor) in graph.Initializers.Index())
        {
            var where = Invariant($"graph.initializer[{index}].name");
            if (tensor.Name.Length == 0)
            {
                yield return new(where, tensor.Location.Start, "The initializer has no name.", ExportAgain);
            }
            else if (!seen.Add(tensor.Name))
            {
                yield return new(where, tensor.Location.Start, $"A second initializer is called '{tensor.Name}'.", ExportAgain);
            }
        }
    }

    private static IEnumerable<OnnxProblem> DuplicateOutputs(OnnxGraph graph)
    {
        var seen = graph.Initializers.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, node) in graph.Nodes.Index())
        {
            foreach (var output in node.Outputs.Where(output => output.Length > 0 && !seen.Add(output)))
            {
                yield return new(Invariant($"graph.node[{index}].output"), null, $"{node} writes '{output}', which is already there.", ExportAgain);
            }
        }
    }

    private static IEnumerable<OnnxProblem> MissingWeights(ModelContent content, OnnxGraph graph, OnnxReadOptions options)
    {
        var constants = graph.Initializers.Length + graph.SparseInitializers.Length + content.Functions.Length
            + graph.Nodes.Count(node => node.Is("Constant") || node.Attributes.Any(attribute => attribute.Graphs.Length > 0));
        if (options.RequireWeights && constants == 0)
        {
            yield return new("graph", null, "The model has no initializer and no Constant: it holds no weights.",
                "Export it with its parameters (torch.onnx.export: export_params=True), "
                + $"or set {nameof(OnnxReadOptions)}.{nameof(OnnxReadOptions.RequireWeights)} to false to read the graph alone.");
        }
    }
}
