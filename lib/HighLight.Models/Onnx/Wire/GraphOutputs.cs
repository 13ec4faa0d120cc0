using Google.Protobuf;

namespace HighLight.Models.Onnx.Wire;

/// <summary>Declares further outputs of a model's graph.</summary>
internal static class GraphOutputs
{
    private const int Graph = 7;
    private const int Output = 12;
    private const int Name = 1;

    /// <summary>The file with an output for each name, without a type: a runtime knows it from the node that writes the value.</summary>
    public static byte[] Add(byte[] file, IEnumerable<string> names)
    {
        var graph = Find(file);
        using var content = new MemoryStream(graph.Length);
        content.Write(file, graph.Start, graph.Length);
        using (var output = new CodedOutputStream(content, leaveOpen: true))
        {
            foreach (var name in names)
            {
                output.WriteTag(Output, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(Value(name));
            }
        }

        return WireSplice.Apply(file, [new WireEdit(graph, content.ToArray())]);
    }

    private static ByteString Value(string name)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            output.WriteTag(Name, WireFormat.WireType.LengthDelimited);
            output.WriteString(name);
        }

        return ByteString.CopyFrom(bytes.ToArray());
    }

    private static ByteRange Find(byte[] file)
    {
        var message = new WireMessage(new OnnxFile(string.Empty, file, OnnxReadOptions.Default));
        while (message.Next())
        {
            if (message.Field == Graph)
            {
                return message.ReadBytes("graph");
            }

            message.Skip();
        }

        throw new InvalidOperationException("The model has no graph.");
    }
}
