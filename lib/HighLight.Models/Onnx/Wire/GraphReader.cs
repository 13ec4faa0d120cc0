using System.Collections.Immutable;

namespace HighLight.Models.Onnx.Wire;

/// <summary>Reads GraphProto.</summary>
internal static class GraphReader
{
    /// <summary>Reads a graph; <paramref name="depth"/> is 1 for the model's own, 2 for a body inside it, and so on.</summary>
    public static OnnxGraph Read(WireMessage message, int depth)
    {
        if (depth > message.File.Options.MaxGraphDepth)
        {
            throw message.Fail("(nesting)", null, Invariant($"Graphs are nested deeper than {message.File.Options.MaxGraphDepth}."),
                $"Raise {nameof(OnnxReadOptions)}.{nameof(OnnxReadOptions.MaxGraphDepth)} if the model is meant to be so.");
        }

        var name = string.Empty;
        var nodes = ImmutableArray.CreateBuilder<OnnxNode>();
        var initializers = ImmutableArray.CreateBuilder<OnnxTensor>();
        var sparse = ImmutableArray.CreateBuilder<string>();
        var inputs = ImmutableArray.CreateBuilder<OnnxValue>();
        var outputs = ImmutableArray.CreateBuilder<OnnxValue>();
        var intermediates = ImmutableArray.CreateBuilder<OnnxValue>();
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: nodes.Add(NodeReader.Read(message.ReadMessage("node", nodes.Count), depth)); break;
                case 2: name = message.ReadString("name"); break;
                case 5: initializers.Add(TensorReader.Read(message.ReadMessage("initializer", initializers.Count))); break;
                case 11: inputs.Add(ValueReader.Read(message.ReadMessage("input", inputs.Count))); break;
                case 12: outputs.Add(ValueReader.Read(message.ReadMessage("output", outputs.Count))); break;
                case 13: intermediates.Add(ValueReader.Read(message.ReadMessage("value_info", intermediates.Count))); break;
                case 15: sparse.Add(SparseTensorName(message.ReadMessage("sparse_initializer", sparse.Count))); break;
                default: message.Skip(); break;
            }
        }

        return new OnnxGraph
        {
            Name = name,
            Nodes = nodes.ToImmutable(),
            Initializers = initializers.ToImmutable(),
            SparseInitializers = sparse.ToImmutable(),
            Inputs = inputs.ToImmutable(),
            Outputs = outputs.ToImmutable(),
            Intermediates = intermediates.ToImmutable(),
        };
    }

    /// <summary>A sparse tensor is called what its tensor of values is called.</summary>
    private static string SparseTensorName(WireMessage message)
    {
        var name = string.Empty;
        while (message.Next())
        {
            if (message.Field == 1)
            {
                name = TensorReader.Read(message.ReadMessage("values")).Name;
            }
            else
            {
                message.Skip();
            }
        }

        return name;
    }
}
