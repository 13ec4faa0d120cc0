using HighLight.Models.Onnx;
using HighLight.Models.Tests.Writing;
using static HighLight.Models.Tests.Writing.OnnxWriter;
using Type = HighLight.Models.Onnx.OnnxElementType;

namespace HighLight.Models.Tests.Onnx;

public class OnnxTensorTests
{
    private static IEnumerable<TestCaseData> RawElements()
    {
        yield return Case(Type.Float32, "0000803F 000080BF 0100C07F", 1, -1, BitConverter.Int32BitsToSingle(0x7FC00001));
        yield return Case(Type.Float16, "003C 0100 00FC", 1, 5.9604645E-8f, float.NegativeInfinity);
        yield return Case(Type.BFloat16, "803F 0080 4940", 1, -0f, 3.140625f);
        yield return Case(Type.Float64, "000000000000F03F 9A9999999999B93F", 1, 0.1f);
        yield return Case(Type.Int8, "80 FF 7F", -128, -1, 127);
        yield return Case(Type.UInt8, "80 FF 7F", 128, 255, 127);
        yield return Case(Type.Boolean, "00 01", 0, 1);
        yield return Case(Type.Int16, "0080 0100", -32768, 1);
        yield return Case(Type.UInt16, "0080 0100", 32768, 1);
        yield return Case(Type.Int32, "FFFFFFFF 00000001", -1, 16777216);
        yield return Case(Type.UInt32, "FFFFFFFF", 4294967296f);
        yield return Case(Type.Int64, "FFFFFFFFFFFFFFFF 0100000000000000", -1, 1);
        yield return Case(Type.UInt64, "FFFFFFFFFFFFFFFF", 18446744073709551616f);
        yield return Case(Type.UInt4, "1F 02", 15, 1, 2);
        yield return Case(Type.Int4, "8F 07", -1, -8, 7);
    }

    private static IEnumerable<TestCaseData> TypedElements()
    {
        yield return new TestCaseData(TypedTensor("t", Type.Float32, 2).PackedFloats(4, 1.5f, -2), new[] { 1.5f, -2 });
        yield return new TestCaseData(TypedTensor("t", Type.Float32, 3).Float(4, 1.5f).PackedFloats(4, -2, 3), new[] { 1.5f, -2, 3 });
        yield return new TestCaseData(TypedTensor("t", Type.Float64, 2).PackedDoubles(10, 1.5, -2), new[] { 1.5f, -2 });
        yield return new TestCaseData(TypedTensor("t", Type.Float64, 2).Double(10, 1.5).Double(10, -2), new[] { 1.5f, -2 });
        yield return new TestCaseData(TypedTensor("t", Type.Int64, 2).Packed(7, long.MinValue, 5), new[] { -9.223372E18f, 5 });
        yield return new TestCaseData(TypedTensor("t", Type.Int64, 2).Int(7, 4).Int(7, 5), new[] { 4f, 5 });
        yield return new TestCaseData(TypedTensor("t", Type.Int32, 2).Packed(5, -7, 5), new[] { -7f, 5 });
        yield return new TestCaseData(TypedTensor("t", Type.Int8, 2).Packed(5, -128, 127), new[] { -128f, 127 });
        yield return new TestCaseData(TypedTensor("t", Type.UInt8, 2).Packed(5, 255, 0), new[] { 255f, 0 });
        yield return new TestCaseData(TypedTensor("t", Type.UInt16, 1).Packed(5, 65535), new[] { 65535f });
        yield return new TestCaseData(TypedTensor("t", Type.Float16, 2).Packed(5, 0x3C00, 0xBC00), new[] { 1f, -1 });
        yield return new TestCaseData(TypedTensor("t", Type.BFloat16, 2).Packed(5, 0x3F80, 0xBF80), new[] { 1f, -1 });
        yield return new TestCaseData(TypedTensor("t", Type.Boolean, 2).Packed(5, 1, 0), new[] { 1f, 0 });
        yield return new TestCaseData(TypedTensor("t", Type.UInt32, 1).Packed(11, 4294967295), new[] { 4294967296f });
        yield return new TestCaseData(TypedTensor("t", Type.UInt64, 1).Packed(11, 3), new[] { 3f });
        yield return new TestCaseData(TypedTensor("t", Type.Int4, 3).Packed(5, 0x8F, 0x07), new[] { -1f, -8, 7 });
    }

    [TestCaseSource(nameof(RawElements))]
    public void ReadValues_RawData_DecodesLittleEndian(Type type, byte[] raw, float[] expected)
    {
        var tensor = Load(RawTensor("t", type, [expected.Length], raw));
        Assert.That(tensor.ElementType, Is.EqualTo(type));
        Assert.That(Bits(tensor.ReadValues()), Is.EqualTo(Bits(expected)));
        Assert.That(tensor.RawBytes.ToArray(), Is.EqualTo(raw));
    }

    [TestCaseSource(nameof(TypedElements))]
    public void ReadValues_TypedFields_DecodesThem(object message, float[] expected) =>
        Assert.That(Load((ProtoMessage)message).ReadValues().ToArray(), Is.EqualTo(expected));

    [Test]
    public void ReadValues_EveryHalf_MatchesTheDefinitionOfTheFormat()
    {
        var raw = Enumerable.Range(0, 65536).SelectMany(bits => new[] { (byte)bits, (byte)(bits >> 8) }).ToArray();
        var values = Load(RawTensor("t", Type.Float16, [65536], raw)).ReadValues().Span;
        for (var bits = 0; bits < values.Length; bits++)
        {
            var (exponent, fraction) = ((bits >> 10) & 31, bits & 1023);
            var magnitude = exponent switch
            {
                0 => Math.ScaleB(fraction, -24),
                31 => fraction == 0 ? double.PositiveInfinity : double.NaN,
                _ => Math.ScaleB(1024 + fraction, exponent - 25),
            };
            if (!((double)values[bits]).Equals(bits >= 32768 ? -magnitude : magnitude))
            {
                Assert.Fail(FormattableString.Invariant($"{bits:X4} is {magnitude}, not {values[bits]}"));
            }
        }
    }

    [Test]
    public void Shape_ScalarAndEmpty_HaveOneAndNoElement()
    {
        var scalar = Load(RawTensor("t", Type.Float32, [], [0, 0, 0x80, 0x3F]));
        Assert.That((scalar.Count, scalar.Shape.Length, scalar.ReadValues().Span[0]), Is.EqualTo((1, 0, 1f)));

        var empty = Load(RawTensor("t", Type.Float32, [3, 0], []));
        Assert.That((empty.Count, empty.ReadValues().Length), Is.EqualTo((0, 0)));
    }

    [TestCase(Type.String)]
    [TestCase(Type.Complex64)]
    [TestCase(Type.Float8E4M3FN)]
    public void ReadValues_TypeThatIsNoNumber_ThrowsNamingTheReadableTypes(Type type)
    {
        var message = TypedTensor("t", type, 1);
        message = type == Type.String ? message.Text(6, "hello") : message.Bytes(9, new byte[type.BitsPerElement() / 8]);
        var tensor = Load(message);
        Assert.That(() => tensor.ReadValues(), Throws.TypeOf<NotSupportedException>().With.Message.Contains($"{type}").And.Message.Contains("Readable are"));
    }

    private static IEnumerable<TestCaseData> Contradictions()
    {
        yield return Bad(RawTensor("t", Type.Float32, [2], new byte[7]), "needs 8 bytes, but the file holds 7");
        yield return Bad(RawTensor("t", Type.Float32, [2], new byte[9]), "needs 8 bytes, but the file holds 9");
        yield return Bad(RawTensor("t", Type.Int4, [3], new byte[1]), "needs 2 bytes, but the file holds 1");
        yield return Bad(TypedTensor("t", Type.Float32, 2), "The weights were left out or cut off");
        yield return Bad(TypedTensor("t", Type.Float32, 2).PackedFloats(4, 1), "needs 2 numbers, but the file holds 1");
        yield return Bad(TypedTensor("t", Type.Float32, 2).Bytes(4, new byte[7]), "but the file holds 1");
        yield return Bad(TypedTensor("t", Type.Int64, 1).Packed(7, 1, 2), "needs 1 numbers, but the file holds 2");
        yield return Bad(TypedTensor("t", Type.String, 2).Text(6, "a"), "needs 2 texts, but the file holds 1");
        yield return Bad(TypedTensor("t", Type.Int8, 1).Packed(5, 128), "128 is no Int8; legal are -128 to 127", "graph.initializer[1].int32_data[0]");
        yield return Bad(TypedTensor("t", Type.UInt8, 2).Packed(5, 255, 256), "256 is no UInt8; legal are 0 to 255");
        yield return Bad(TypedTensor("t", Type.Boolean, 1).Packed(5, 2), "2 is no Boolean");
        yield return Bad(TypedTensor("t", Type.Float32, 1).Packed(7, 1), "which ONNX does not keep in int64_data");
        yield return Bad(TypedTensor("t", Type.Float32, 1).PackedFloats(4, 1).Bytes(9, new byte[4]), "in both float_data and raw_data");
        yield return Bad(TypedTensor("t", Type.Undefined, 1).Bytes(9, []), "Undefined");
        yield return Bad(TypedTensor("t", (Type)99, 1), "Element type 99 is not known; legal are 0 to 26");
        yield return Bad(TypedTensor("t", Type.Float32, -1), "dimension of -1; legal are 0 to 2147483647");
        yield return Bad(TypedTensor("t", Type.Float32, 1L << 31), "dimension of 2147483648");
        yield return Bad(TypedTensor("t", Type.Float32, 65536, 65536), "claims [65536, 65536], more than 2147483647 elements");
        yield return Bad(TypedTensor("t", Type.Float32, 0, 65536, 65536), "more than 2147483647 elements");
        yield return Bad(TypedTensor("t", Type.Float32, 2147483647), "but the file holds 0");
        yield return Bad(TypedTensor("t", Type.Float32, [.. Enumerable.Repeat(1L, 65)]), "more than 64 dimensions");
        yield return Bad(
            TypedTensor("t", Type.Float32, 2).Bytes(13, new ProtoMessage().Text(1, "location").Text(2, "weights.bin")).Int(14, 1),
            "The elements of tensor 't' are kept in another file, 'weights.bin'");
    }

    [TestCaseSource(nameof(Contradictions))]
    public void Load_ContradictoryTensor_SaysWhatAndWhere(object message, string what, string where) =>
        Assert.That(() => Load((ProtoMessage)message), Throws.TypeOf<OnnxFormatException>()
            .With.Message.StartsWith("test.onnx: graph.initializer[1]").And.Message.Contains(what).And.Message.Contains(where).And.Message.Contains("(byte "));

    [Test]
    public void Load_RankAtTheLimit_IsRead() =>
        Assert.That(Load(TypedTensor("t", Type.Float32, [.. Enumerable.Repeat(1L, 64)]).PackedFloats(4, 1)).Shape, Has.Length.EqualTo(64));

    private static TestCaseData Bad(ProtoMessage message, string what, string where = "graph.initializer[1]") =>
        new TestCaseData(message, what, where).SetArgDisplayNames(what);

    private static TestCaseData Case(Type type, string hex, params float[] expected) =>
        new TestCaseData(type, Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal)), expected).SetArgDisplayNames($"{type}");

    private static OnnxTensor Load(ProtoMessage tensor) => SmallModels.LoadGraph(Initializer(tensor)).Initializers[1];

    private static int[] Bits(ReadOnlyMemory<float> values) => [.. values.ToArray().Select(BitConverter.SingleToInt32Bits)];
}
