using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Google.Protobuf;

namespace HighLight.Models.Onnx.Wire;

/// <summary>
/// A cursor over the fields of one protobuf message inside a file. It knows where it is, so that every error names the path of the field
/// and its byte; nested messages are views of the same bytes, never copies.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The stream reads an array and holds nothing to dispose of.")]
internal sealed class WireMessage
{
    private const string Damaged = "The file is damaged or cut short: export or download it again.";
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly WireMessage? _parent;
    private readonly string _name;
    private readonly int _index;
    private readonly CodedInputStream _stream;
    private uint _tag;

    public WireMessage(OnnxFile file)
        : this(file, new ByteRange(0, file.Bytes.Length), null, string.Empty, -1)
    {
    }

    private WireMessage(OnnxFile file, ByteRange range, WireMessage? parent, string name, int index)
    {
        File = file;
        Range = range;
        _parent = parent;
        _name = name;
        _index = index;
        _stream = new CodedInputStream(file.Bytes, range.Start, range.Length);
    }

    public OnnxFile File { get; }

    /// <summary>Where the message's content stands in the file.</summary>
    public ByteRange Range { get; }

    /// <summary>Number of the field the cursor stands on.</summary>
    public int Field => WireFormat.GetTagFieldNumber(_tag);

    /// <summary>Path of this message from the root, for example <c>graph.node[5]</c>.</summary>
    public string Path
    {
        get
        {
            var self = _index < 0 ? _name : Invariant($"{_name}[{_index}]");
            var above = _parent?.Path ?? string.Empty;
            return above.Length == 0 ? self : $"{above}.{self}";
        }
    }

    private WireFormat.WireType Kind => WireFormat.GetTagWireType(_tag);

    /// <summary>Moves to the next field; false at the end of the message.</summary>
    public bool Next()
    {
        _tag = Guard("(next field)", () => _stream.ReadTag());
        return _tag != 0;
    }

    /// <summary>Passes over a field that is not read.</summary>
    public void Skip() => Guard(Invariant($"(field {Field})"), () =>
    {
        _stream.SkipLastField();
        return 0;
    });

    public long ReadInt64(string field)
    {
        Expect(field, WireFormat.WireType.Varint);
        return Guard(field, () => _stream.ReadInt64());
    }

    public float ReadFloat(string field)
    {
        Expect(field, WireFormat.WireType.Fixed32);
        return Guard(field, () => _stream.ReadFloat());
    }

    /// <summary>A length-delimited field as a part of the file.</summary>
    public ByteRange ReadBytes(string field)
    {
        Expect(field, WireFormat.WireType.LengthDelimited);
        return Guard(field, () =>
        {
            var start = (int)_stream.Position;
            _stream.SkipLastField();
            var end = (int)_stream.Position;
            var length = new CodedInputStream(File.Bytes, start, end - start).ReadLength();
            return new ByteRange(end - length, end);
        });
    }

    public string ReadString(string field)
    {
        var range = ReadBytes(field);
        try
        {
            return StrictUtf8.GetString(File.Bytes, range.Start, range.Length);
        }
        catch (DecoderFallbackException)
        {
            throw Fail(field, range.Start, "The text is not valid UTF-8.", Damaged);
        }
    }

    /// <summary>A nested message; <paramref name="index"/> is its place in a repeated field.</summary>
    public WireMessage ReadMessage(string field, int index = -1) => new(File, ReadBytes(field), this, field, index);

    /// <summary>One or more whole numbers of a repeated field, packed or not.</summary>
    public void ReadInt64s(string field, ImmutableArray<long>.Builder into) =>
        ReadRepeated(field, WireFormat.WireType.Varint, stream => into.Add(stream.ReadInt64()));

    /// <summary>Where one or more numbers of fixed size stand, packed or not.</summary>
    public void ReadFixed(string field, WireFormat.WireType kind, int size, List<ByteRange> into)
    {
        if (Kind == WireFormat.WireType.LengthDelimited)
        {
            into.Add(ReadBytes(field));
            return;
        }

        Expect(field, kind);
        Skip();
        into.Add(new ByteRange((int)_stream.Position - size, (int)_stream.Position));
    }

    /// <summary>One or more floating-point numbers of a repeated field, packed or not.</summary>
    public void ReadFloats(string field, ImmutableArray<float>.Builder into) =>
        ReadRepeated(field, WireFormat.WireType.Fixed32, stream => into.Add(stream.ReadFloat()));

    /// <summary>Reads elements of a repeated field, packed or not, each by <paramref name="readOne"/>.</summary>
    public void ReadRepeated(string field, WireFormat.WireType kind, Action<CodedInputStream> readOne)
    {
        if (Kind != WireFormat.WireType.LengthDelimited)
        {
            Expect(field, kind);
            Guard(field, () =>
            {
                readOne(_stream);
                return 0;
            });
            return;
        }

        var range = ReadBytes(field);
        Guard(field, () =>
        {
            var packed = new CodedInputStream(File.Bytes, range.Start, range.Length);
            while (!packed.IsAtEnd)
            {
                readOne(packed);
            }

            return 0;
        });
    }

    public OnnxFormatException Fail(string field, long? offset, string what, string fix) =>
        File.Fail(Path.Length == 0 ? field : $"{Path}.{field}", offset ?? Range.Start, what, fix);

    private void Expect(string field, WireFormat.WireType kind)
    {
        if (Kind != kind)
        {
            throw Fail(field, _stream.Position, $"The field is encoded as {Kind}, but ONNX defines it as {kind}.",
                "The file is damaged, or is another kind of protobuf file (a TensorFlow .pb, for instance): give a model exported to ONNX.");
        }
    }

    private T Guard<T>(string field, Func<T> read)
    {
        var offset = _stream.Position;
        try
        {
            return read();
        }
        catch (InvalidProtocolBufferException e)
        {
            throw Fail(field, offset, e.Message.ReplaceLineEndings(" "), Damaged);
        }
    }
}
