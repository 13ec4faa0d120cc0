using System.Collections.Immutable;

namespace HighLight.Models.Onnx.Wire;

/// <summary>Reads TensorProto: all its ways of holding elements end as one row of little-endian bytes.</summary>
internal static class TensorReader
{
    private const string ExportAgain = "Export or download the model again.";

    public static OnnxTensor Read(WireMessage message)
    {
        var name = string.Empty;
        var type = OnnxElementType.Undefined;
        var dims = ImmutableArray.CreateBuilder<long>();
        var elements = new TensorElements(message);
        string? location = null;
        var external = false;
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: message.ReadInt64s("dims", dims); break;
                case 2: type = ReadElementType(message, "data_type"); break;
                case 8: name = message.ReadString("name"); break;
                case 13: location = ReadLocation(message.ReadMessage("external_data")) ?? location; break;
                case 14: external = message.ReadInt64("data_location") == 1; break;
                default:
                    if (!elements.TryRead())
                    {
                        message.Skip();
                    }

                    break;
            }
        }

        if (external)
        {
            throw message.Fail("external_data", null, $"The elements of tensor '{name}' are kept in another file, '{location ?? "(not named)"}'.",
                "Save the model as one file: onnx.save_model(onnx.load(path), target, save_as_external_data=False).");
        }

        var shape = CheckShape(message, name, dims);
        return new OnnxTensor(name, type, shape, elements.ToBytes(name, type, shape), message.Range);
    }

    public static OnnxElementType ReadElementType(WireMessage message, string field)
    {
        var number = message.ReadInt64(field);
        return number is >= 0 and <= (long)OnnxElementType.Int2
            ? (OnnxElementType)number
            : throw message.Fail(field, null, Invariant($"Element type {number} is not known; legal are 0 to {(int)OnnxElementType.Int2}."),
                "Export the model with a released version of ONNX.");
    }

    public static OnnxFormatException TooManyDimensions(WireMessage message, string field) => message.Fail(
        field,
        null,
        Invariant($"There are more than {message.File.Options.MaxRank} dimensions."),
        $"Raise {nameof(OnnxReadOptions)}.{nameof(OnnxReadOptions.MaxRank)} if the model is meant to be so.");

    /// <summary>The dimensions as sizes whose product fits an array.</summary>
    private static ImmutableArray<int> CheckShape(WireMessage message, string name, ImmutableArray<long>.Builder dims)
    {
        if (dims.Count > message.File.Options.MaxRank)
        {
            throw TooManyDimensions(message, "dims");
        }

        var (product, shape) = (1L, ImmutableArray.CreateBuilder<int>(dims.Count));
        foreach (var size in dims)
        {
            if (size is < 0 or > int.MaxValue)
            {
                throw message.Fail("dims", null, Invariant($"Tensor '{name}' has a dimension of {size}; legal are 0 to {int.MaxValue}."), ExportAgain);
            }

            // A size of 0 elsewhere must not hide an overflow, so it is left out of the product's check.
            product *= Math.Max(size, 1);
            if (product > int.MaxValue)
            {
                throw message.Fail("dims", null,
                    $"Tensor '{name}' claims {ShapeText.Of(dims)}, more than {int.MaxValue} elements; a file cannot hold that.", ExportAgain);
            }

            shape.Add((int)size);
        }

        return shape.ToImmutable();
    }

    /// <summary>The file name in one entry of external_data, null when the entry says something else.</summary>
    private static string? ReadLocation(WireMessage message)
    {
        var (key, value) = (string.Empty, string.Empty);
        while (message.Next())
        {
            switch (message.Field)
            {
                case 1: key = message.ReadString("key"); break;
                case 2: value = message.ReadString("value"); break;
                default: message.Skip(); break;
            }
        }

        return string.Equals(key, "location", StringComparison.Ordinal) ? value : null;
    }
}
