using Google.Protobuf;

namespace HighLight.Models.Tests.Writing;

/// <summary>Writes one protobuf message field by field: whatever is asked for, legal or not.</summary>
internal sealed class ProtoMessage
{
    private readonly List<byte> _bytes = [];

    public static implicit operator byte[](ProtoMessage message) => [.. message._bytes];

    public ProtoMessage Int(int field, long value) => Write(field, WireFormat.WireType.Varint, output => output.WriteInt64(value));

    public ProtoMessage Text(int field, string value) => Write(field, WireFormat.WireType.LengthDelimited, output => output.WriteString(value));

    public ProtoMessage Bytes(int field, byte[] value) =>
        Write(field, WireFormat.WireType.LengthDelimited, output => output.WriteBytes(ByteString.CopyFrom(value)));

    public ProtoMessage Float(int field, float value) => Write(field, WireFormat.WireType.Fixed32, output => output.WriteFloat(value));

    public ProtoMessage Double(int field, double value) => Write(field, WireFormat.WireType.Fixed64, output => output.WriteDouble(value));

    public ProtoMessage Packed(int field, params long[] values) => Bytes(field, Raw(output => Array.ForEach(values, output.WriteInt64)));

    public ProtoMessage PackedFloats(int field, params float[] values) => Bytes(field, Raw(output => Array.ForEach(values, output.WriteFloat)));

    public ProtoMessage PackedDoubles(int field, params double[] values) => Bytes(field, Raw(output => Array.ForEach(values, output.WriteDouble)));

    /// <summary>Appends bytes as they are: damage.</summary>
    public ProtoMessage Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    private static byte[] Raw(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(output);
        }

        return bytes.ToArray();
    }

    private ProtoMessage Write(int field, WireFormat.WireType kind, Action<CodedOutputStream> write)
    {
        _bytes.AddRange(Raw(output =>
        {
            output.WriteTag(field, kind);
            write(output);
        }));
        return this;
    }
}
