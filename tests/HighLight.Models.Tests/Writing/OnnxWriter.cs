using System.Runtime.InteropServices;
using HighLight.Models.Onnx;

namespace HighLight.Models.Tests.Writing;

/// <summary>Writes the messages of ONNX that tests need. Field numbers: onnx.proto.</summary>
internal static class OnnxWriter
{
    public static ProtoMessage Model(ProtoMessage graph, long irVersion = 8, long opset = 17) => new ProtoMessage()
        .Int(1, irVersion).Text(2, "test writer").Text(3, "1.2").Bytes(7, graph).Bytes(8, new ProtoMessage().Text(1, string.Empty).Int(2, opset));

    /// <summary>A graph of nodes, initializers, inputs and outputs.</summary>
    public static ProtoMessage Graph(params (int Field, byte[] Message)[] parts)
    {
        var graph = new ProtoMessage().Text(2, "test graph");
        foreach (var (field, message) in parts)
        {
            graph.Bytes(field, message);
        }

        return graph;
    }

    public static (int Field, byte[] Message) Node(string type, string[] inputs, string output, params ProtoMessage[] attributes) =>
        (1, NodeMessage(type, inputs, output, string.Empty, attributes));

    public static byte[] NodeMessage(string type, string[] inputs, string output, string domain, params ProtoMessage[] attributes)
    {
        var node = new ProtoMessage();
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, output).Text(3, $"{type}_{output}").Text(4, type).Text(7, domain);
        foreach (var attribute in attributes)
        {
            node.Bytes(5, attribute);
        }

        return node;
    }

    public static ProtoMessage Ints(string name, params long[] values) => new ProtoMessage().Text(1, name).Packed(8, values).Int(20, 7);

    public static ProtoMessage Int(string name, long value) => new ProtoMessage().Text(1, name).Int(3, value).Int(20, 2);

    public static ProtoMessage Tensor(string name, ProtoMessage tensor) => new ProtoMessage().Text(1, name).Bytes(5, tensor).Int(20, 4);

    public static ProtoMessage Body(string name, ProtoMessage graph) => new ProtoMessage().Text(1, name).Bytes(6, graph).Int(20, 5);

    public static (int Field, byte[] Message) Initializer(string name, long[] shape, params float[] values) =>
        (5, RawTensor(name, OnnxElementType.Float32, shape, MemoryMarshal.AsBytes(values.AsSpan()).ToArray()));

    public static (int Field, byte[] Message) Initializer(ProtoMessage tensor) => (5, tensor);

    public static ProtoMessage RawTensor(string name, OnnxElementType type, long[] shape, byte[] raw) => TypedTensor(name, type, shape).Bytes(9, raw);

    /// <summary>A tensor to which the caller adds the elements.</summary>
    public static ProtoMessage TypedTensor(string name, OnnxElementType type, params long[] shape) =>
        new ProtoMessage().Packed(1, shape).Int(2, (long)type).Text(8, name);

    /// <summary>A declared input: each dimension a size or a symbol.</summary>
    public static (int Field, byte[] Message) Input(string name, params object[] shape) => (11, Value(name, shape));

    public static (int Field, byte[] Message) Output(string name, params object[] shape) => (12, Value(name, shape));

    private static ProtoMessage Value(string name, object[] shape)
    {
        var dimensions = new ProtoMessage();
        foreach (var size in shape)
        {
            dimensions.Bytes(1, size is string symbol ? new ProtoMessage().Text(2, symbol) : new ProtoMessage().Int(1, (int)size));
        }

        return new ProtoMessage().Text(1, name).Bytes(2, new ProtoMessage().Bytes(1, new ProtoMessage().Int(1, 1).Bytes(2, dimensions)));
    }
}
