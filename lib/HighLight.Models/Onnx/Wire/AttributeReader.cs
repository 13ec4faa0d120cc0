using System.Collections.Immutable;
using System.Text;

namespace HighLight.Models.Onnx.Wire;

/// <summary>Reads AttributeProto.</summary>
internal static class AttributeReader
{
    public static OnnxAttribute Read(WireMessage message, int depth)
    {
        var name = string.Empty;
        OnnxAttributeType? declared = null;
        var found = OnnxAttributeType.Undefined;
        var (number, whole, text) = (0f, 0L, string.Empty);
        var floats = ImmutableArray.CreateBuilder<float>();
        var ints = ImmutableArray.CreateBuilder<long>();
        var strings = ImmutableArray.CreateBuilder<string>();
        var tensors = ImmutableArray.CreateBuilder<OnnxTensor>();
        var graphs = ImmutableArray.CreateBuilder<OnnxGraph>();
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: name = message.ReadString("name"); break;
                case 2: (number, found) = (message.ReadFloat("f"), OnnxAttributeType.Float); break;
                case 3: (whole, found) = (message.ReadInt64("i"), OnnxAttributeType.Int); break;
                case 4: (text, found) = (ReadText(message, "s"), OnnxAttributeType.String); break;
                case 5: tensors.Add(TensorReader.Read(message.ReadMessage("t"))); found = OnnxAttributeType.Tensor; break;
                case 6: graphs.Add(GraphReader.Read(message.ReadMessage("g"), depth + 1)); found = OnnxAttributeType.Graph; break;
                case 7: message.ReadFloats("floats", floats); found = OnnxAttributeType.Floats; break;
                case 8: message.ReadInt64s("ints", ints); found = OnnxAttributeType.Ints; break;
                case 9: strings.Add(ReadText(message, "strings")); found = OnnxAttributeType.Strings; break;
                case 10: tensors.Add(TensorReader.Read(message.ReadMessage("tensors", tensors.Count))); found = OnnxAttributeType.Tensors; break;
                case 11: graphs.Add(GraphReader.Read(message.ReadMessage("graphs", graphs.Count), depth + 1)); found = OnnxAttributeType.Graphs; break;
                case 20: declared = ReadType(message); break;
                default: message.Skip(); break;
            }
        }

        // Files of the first format version name no type, and an empty list leaves no field: what is declared wins, what is there stands in.
        var type = declared ?? found;
        if (found != OnnxAttributeType.Undefined && type != found)
        {
            throw message.Fail("type", null, $"Attribute '{name}' is declared as {type} but holds {found}.", "Export or download the model again.");
        }

        return new OnnxAttribute
        {
            Name = name,
            Type = type,
            Float = number,
            Int = whole,
            String = text,
            Floats = floats.ToImmutable(),
            Ints = ints.ToImmutable(),
            Strings = strings.ToImmutable(),
            Tensors = tensors.ToImmutable(),
            Graphs = graphs.ToImmutable(),
        };
    }

    // Unlike names, the texts of attributes may be any bytes: custom operators keep serialised data in them.
    private static string ReadText(WireMessage message, string field)
    {
        var range = message.ReadBytes(field);
        return Encoding.UTF8.GetString(message.File.Bytes, range.Start, range.Length);
    }

    private static OnnxAttributeType ReadType(WireMessage message)
    {
        var number = message.ReadInt64("type");
        return number is >= 0 and <= (long)OnnxAttributeType.TypeProtos
            ? (OnnxAttributeType)number
            : throw message.Fail("type", null, Invariant($"Attribute type {number} is not known; legal are 0 to {(int)OnnxAttributeType.TypeProtos}."),
                "Export the model with a released version of ONNX.");
    }
}
