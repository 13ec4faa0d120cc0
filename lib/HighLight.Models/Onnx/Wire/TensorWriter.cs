using System.Runtime.InteropServices;
using Google.Protobuf;

namespace HighLight.Models.Onnx.Wire;

/// <summary>
/// Changes the elements of a TensorProto. Where they are raw_data they are overwritten in place; where they are in a typed field (float_data and so on),
/// raw_data takes its place, since whole numbers there have lengths of their own.
/// </summary>
internal static class TensorWriter
{
    private const int RawData = 9;

    /// <summary>The edit that gives a tensor of <paramref name="file"/> other elements.</summary>
    public static WireEdit Write(byte[] file, OnnxTensor tensor, byte[] elements) =>
        MemoryMarshal.TryGetArray(tensor.RawBytes, out var raw) && ReferenceEquals(raw.Array, file)
            ? new WireEdit(new ByteRange(raw.Offset, raw.Offset + raw.Count), elements)
            : new WireEdit(tensor.Location, WithoutElements(file, tensor.Location, elements));

    private static byte[] WithoutElements(byte[] file, ByteRange message, byte[] elements)
    {
        using var result = new MemoryStream();
        var stream = new CodedInputStream(file, message.Start, message.Length);
        for (var start = message.Start; stream.ReadTag() is not 0 and var tag; start = (int)stream.Position)
        {
            stream.SkipLastField();
            if (WireFormat.GetTagFieldNumber(tag) is not (4 or 5 or 7 or RawData or 10 or 11))
            {
                result.Write(file, start, (int)stream.Position - start);
            }
        }

        using (var output = new CodedOutputStream(result, leaveOpen: true))
        {
            output.WriteTag(RawData, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(UnsafeByteOperations.UnsafeWrap(elements));
        }

        return result.ToArray();
    }
}
