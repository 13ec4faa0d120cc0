using System.Collections.Immutable;

namespace HighLight.Models.Onnx.Wire;

/// <summary>Reads ValueInfoProto with the tensor part of TypeProto and TensorShapeProto.</summary>
internal static class ValueReader
{
    public static OnnxValue Read(WireMessage message)
    {
        var value = new OnnxValue(string.Empty, OnnxElementType.Undefined, null);
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: value = value with { Name = message.ReadString("name") }; break;
                case 2: value = ReadType(message.ReadMessage("type"), value); break;
                default: message.Skip(); break;
            }
        }

        return value;
    }

    private static OnnxValue ReadType(WireMessage message, OnnxValue value)
    {
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: value = ReadTensorType(message.ReadMessage("tensor_type"), value); break;
                case 4 or 5 or 7 or 8 or 9:
                    value = value with { IsTensor = false };
                    message.Skip();
                    break;
                default: message.Skip(); break;
            }
        }

        return value;
    }

    private static OnnxValue ReadTensorType(WireMessage message, OnnxValue value)
    {
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: value = value with { ElementType = TensorReader.ReadElementType(message, "elem_type") }; break;
                case 2: value = value with { Shape = ReadShape(message.ReadMessage("shape")) }; break;
                default: message.Skip(); break;
            }
        }

        return value;
    }

    private static ImmutableArray<OnnxDimension> ReadShape(WireMessage message)
    {
        var dimensions = ImmutableArray.CreateBuilder<OnnxDimension>();
        while (message.Next())
        {
            if (message.Field != 1)
            {
                message.Skip();
                continue;
            }

            if (dimensions.Count == message.File.Options.MaxRank)
            {
                throw TensorReader.TooManyDimensions(message, "dim");
            }

            dimensions.Add(ReadDimension(message.ReadMessage("dim", dimensions.Count)));
        }

        return dimensions.ToImmutable();
    }

    private static OnnxDimension ReadDimension(WireMessage message)
    {
        var dimension = default(OnnxDimension);
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: dimension = message.ReadInt64("dim_value") is >= 0 and var size ? new(size) : default; break;
                case 2: dimension = message.ReadString("dim_param") is { Length: > 0 } symbol ? new(null, symbol) : default; break;
                default: message.Skip(); break;
            }
        }

        return dimension;
    }
}
