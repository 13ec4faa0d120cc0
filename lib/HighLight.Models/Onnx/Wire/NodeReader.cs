using System.Collections.Immutable;

namespace HighLight.Models.Onnx.Wire;

/// <summary>Reads NodeProto.</summary>
internal static class NodeReader
{
    public static OnnxNode Read(WireMessage message, int depth)
    {
        var (name, type, domain) = (string.Empty, string.Empty, string.Empty);
        var inputs = ImmutableArray.CreateBuilder<string>();
        var outputs = ImmutableArray.CreateBuilder<string>();
        var attributes = ImmutableArray.CreateBuilder<OnnxAttribute>();
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: inputs.Add(message.ReadString("input")); break;
                case 2: outputs.Add(message.ReadString("output")); break;
                case 3: name = message.ReadString("name"); break;
                case 4: type = message.ReadString("op_type"); break;
                case 5: attributes.Add(AttributeReader.Read(message.ReadMessage("attribute", attributes.Count), depth)); break;
                case 7: domain = message.ReadString("domain"); break;
                default: message.Skip(); break;
            }
        }

        if (type.Length == 0)
        {
            throw message.Fail("op_type", null, "The node names no operator.", "The file is damaged, or no ONNX model: export or download it again.");
        }

        return new OnnxNode
        {
            Name = name,
            Operator = type,
            Domain = domain,
            Inputs = inputs.ToImmutable(),
            Outputs = outputs.ToImmutable(),
            Attributes = attributes.ToImmutable(),
        };
    }
}
