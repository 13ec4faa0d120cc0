using System.Collections.Immutable;

namespace HighLight.Models.Onnx.Wire;

/// <summary>Reads FunctionProto: an operator that the model defines itself.</summary>
internal static class FunctionReader
{
    public static OnnxFunction Read(WireMessage message)
    {
        var (domain, name) = (string.Empty, string.Empty);
        var nodes = ImmutableArray.CreateBuilder<OnnxNode>();
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: name = message.ReadString("name"); break;
                case 7: nodes.Add(NodeReader.Read(message.ReadMessage("node", nodes.Count), 1)); break;
                case 10: domain = message.ReadString("domain"); break;
                default: message.Skip(); break;
            }
        }

        return new OnnxFunction(domain, name, nodes.ToImmutable());
    }
}
