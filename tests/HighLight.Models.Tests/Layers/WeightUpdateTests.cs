using CsCheck;
using HighLight.Models.Onnx;
using HighLight.Models.Tests.Writing;
using HighLight.Pruning;
using HighLight.Tensors;
using static HighLight.Models.Tests.Writing.OnnxWriter;
using Type = HighLight.Models.Onnx.OnnxElementType;

namespace HighLight.Models.Tests.Layers;

public class WeightUpdateTests
{
    /// <summary>Type, stored bytes of four elements, new numbers, and the bytes that must stand there afterwards.</summary>
    private static IEnumerable<TestCaseData> Elements()
    {
        yield return Case(Type.Float32, "0000803F 000000C0 0000C0FF 00000040", [1, 0, float.NaN, 2.5f], "0000803F 00000000 0000C0FF 00002040");
        yield return Case(Type.Float16, "003C 0040 0042 0100", [0, 2, 0.1f, 0], "0000 0040 662E 0000");
        yield return Case(Type.BFloat16, "803F 0040 4040 8040", [0, 2, 3, 1.00390625f], "0000 0040 4040 803F");
        yield return Case(Type.Float64, "9A9999999999B93F 000000000000F03F 0000000000000040 0000000000000840", [0.1f, 0, 2, 0.5f],
            "9A9999999999B93F 0000000000000000 0000000000000040 000000000000E03F");
        yield return Case(Type.Int8, "80 FF 7F 01", [0, -1, 127, 2.5f], "00 FF 7F 02");
        yield return Case(Type.UInt8, "80 FF 7F 01", [0, 255, 127, 1], "00 FF 7F 01");
        yield return Case(Type.Int16, "0080 0100 0200 0300", [0, 1, -2, 3], "0000 0100 FEFF 0300");
        yield return Case(Type.UInt16, "0080 0100 0200 0300", [65535, 1, 0, 3], "FFFF 0100 0000 0300");
        yield return Case(Type.Int32, "FFFFFFFF 01000001 02000000 03000000", [0, 16777216, 2, 3], "00000000 01000001 02000000 03000000");
        yield return Case(Type.UInt32, "FFFFFFFF 01000000 02000000 03000000", [4294967296f, 0, 2, 3], "FFFFFFFF 00000000 02000000 03000000");
        yield return Case(Type.Int64, "FFFFFFFFFFFFFF7F 0100000000000000 0200000000000000 0300000000000000", [9.223372E18f, 0, -2, 3],
            "FFFFFFFFFFFFFF7F 0000000000000000 FEFFFFFFFFFFFFFF 0300000000000000");
        yield return Case(Type.UInt64, "FFFFFFFFFFFFFFFF 0100000000000000 0200000000000000 0300000000000000", [0, 9.223372036854775808E18f, 2, 3],
            "0000000000000000 0000000000000080 0200000000000000 0300000000000000");
        yield return Case(Type.Int4, "8F 07", [0, -8, 7, 0], "80 07");
        yield return Case(Type.UInt4, "1F 72", [15, 0, 2, 7], "0F 72");
        yield return Case(Type.Boolean, "01 00 01 01", [0, 0, 1, 1], "00 00 01 01");
    }

    /// <summary>The same weights 1, -2, 3, 4 in every field that holds elements.</summary>
    private static IEnumerable<TestCaseData> TypedFields()
    {
        yield return new TestCaseData(TypedTensor("w", Type.Float32, 1, 4).PackedFloats(4, 1, -2, 3, 4));
        yield return new TestCaseData(TypedTensor("w", Type.Float32, 1, 4).Float(4, 1).Float(4, -2).PackedFloats(4, 3, 4));
        yield return new TestCaseData(TypedTensor("w", Type.Float64, 1, 4).PackedDoubles(10, 1, -2, 3, 4));
        yield return new TestCaseData(TypedTensor("w", Type.Float16, 1, 4).Packed(5, 0x3C00, 0xC000, 0x4200, 0x4400));
        yield return new TestCaseData(TypedTensor("w", Type.Int8, 1, 4).Packed(5, 1, -2, 3, 4));
        yield return new TestCaseData(TypedTensor("w", Type.Int64, 1, 4).Packed(7, 1, -2, 3, 4));
    }

    [TestCaseSource(nameof(Elements))]
    public void With_EveryReadableType_StoresRoundedAndKeepsWhatStays(Type type, byte[] stored, float[] values, byte[] expected)
    {
        var model = MatMul(RawTensor("w", type, [4, 1], stored));
        Assert.That(model.WithWeights(model.Weights[0].With(values)).Weights[0].Tensor.RawBytes.ToArray(), Is.EqualTo(expected));
    }

    [TestCase(Type.Int8, 128)]
    [TestCase(Type.Int8, -129)]
    [TestCase(Type.UInt8, -1)]
    [TestCase(Type.UInt8, float.NaN)]
    [TestCase(Type.Int64, float.PositiveInfinity)]
    [TestCase(Type.Float16, 65520)]
    [TestCase(Type.BFloat16, float.MaxValue)]
    public void With_ValueThatTheTypeLacks_NamesTensorAndRange(Type type, float value)
    {
        var layer = MatMul(RawTensor("w", type, [1, 1], new byte[type.BitsPerElement() / 8])).Weights[0];
        Assert.That(() => layer.With([value]), Throws.ArgumentException.With.Message.Contains("'w'").And.Message.Contains("legal are"));
    }

    [TestCase(Type.Int8, 127.4f)]
    [TestCase(Type.UInt8, 255.5f - 0.01f)]
    [TestCase(Type.Float16, 65519)]
    [TestCase(Type.BFloat16, 3.3895e38f)]
    public void With_ValueAtTheEdgeOfTheRange_IsStored(Type type, float value)
    {
        var model = MatMul(RawTensor("w", type, [1, 1], new byte[type.BitsPerElement() / 8]));
        var read = model.WithWeights(model.Weights[0].With([value])).Weights[0].ReadValues().Span[0];
        Assert.That(read, Is.EqualTo(value).Within(0.5).Percent);
    }

    [TestCaseSource(nameof(TypedFields))]
    public void WithWeights_ElementsInTypedFields_AreReplacedAndNothingElse(object tensor)
    {
        var model = MatMul((ProtoMessage)tensor);
        Assert.That(model.WithWeights(model.Weights[0].With([1, -2, 3, 4])), Is.SameAs(model), "Nothing changes, so no byte does.");

        var changed = model.WithWeights(model.Weights[0].With([1, 0, 3, 0]));
        Assert.That(changed.Weights[0].ReadValues().ToArray(), Is.EqualTo(new[] { 1f, 0, 3, 0 }));
        Assert.That(changed.Initializers.Where(other => other.Name != "w").Select(other => other.RawBytes.ToArray()), Is.EqualTo(model.Initializers.Where(other => other.Name != "w").Select(other => other.RawBytes.ToArray())));
        Assert.That(changed.Nodes.Select(node => node.ToString()), Is.EqualTo(model.Nodes.Select(node => node.ToString())));
    }

    [Test]
    public void With_QuantisedWeights_StoresTheZeroPointForZeroAndStepsOtherwise()
    {
        // One scale and zero point an output channel (columns): (q - z)·s.
        var model = SmallModels.LoadGraph(
            Initializer(RawTensor("q", Type.UInt8, [2, 2], [10, 20, 30, 40])),
            Initializer("s", [2], 0.5f, 2),
            Initializer(RawTensor("z", Type.UInt8, [2], [5, 40])),
            Node("DequantizeLinear", ["q", "s", "z"], "w", Int("axis", 1)),
            Node("MatMul", ["x", "w"], "y"));
        var layer = model.FindWeight("w");
        Assert.That(layer.ReadValues().ToArray(), Is.EqualTo(new[] { 2.5f, -40, 12.5f, 0 }));

        var changed = model.WithWeights(layer.With([0, -40, 3.2f, -3]));
        Assert.That(changed.FindWeight("w").Tensor.RawBytes.ToArray(), Is.EqualTo(new byte[] { 5, 20, 11, 38 }), "-3 / 2 = -1.5 rounds to the even -2.");
        Assert.That(changed.FindWeight("w").ReadValues().ToArray(), Is.EqualTo(new[] { 0f, -40, 3, -4 }));
    }

    [Test]
    public void With_ScaleOfZero_KeepsWhatStays()
    {
        var model = SmallModels.LoadGraph(
            Initializer(RawTensor("q", Type.Int8, [2, 1], [7, 9])), Initializer("s", [], 0), Node("DequantizeLinear", ["q", "s"], "w"), Node("MatMul", ["x", "w"], "y"));
        Assert.That(model.WithWeights(model.Weights[0].With(model.Weights[0].ReadValues().Span)), Is.SameAs(model));
        Assert.That(() => model.Weights[0].With([1, 0]), Throws.ArgumentException.With.Message.Contains("'q'"));
    }

    [Test]
    public void With_TransposedWeights_GoBackToTheirPlaces()
    {
        var model = SmallModels.LoadGraph(
            Initializer("t", [2, 3], 1, 2, 3, 4, 5, 6), Node("Transpose", ["t"], "w", Ints("perm", 1, 0)), Node("MatMul", ["x", "w"], "y"));
        var changed = model.WithWeights(model.Weights[0].With([1, 40, 2, 50, 3, 60]));
        Assert.That(changed.Initializers.Single(tensor => tensor.Name == "t").ReadValues().ToArray(), Is.EqualTo(new[] { 1f, 2, 3, 40, 50, 60 }));
    }

    [Test]
    public void With_Matrix_IsTheInverseOfToMatrix() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 4], Gen.Int[0, 1000]).Sample((m, c, r, s, kind, seed) =>
        {
            var random = new Random(seed);
            float[] Values(long count) => [.. Enumerable.Range(0, (int)count).Select(_ => random.NextSingle() - 0.5f)];
            long[] shape = kind switch { 0 => [m, c, r, s], 1 => [m, c, s], 2 => [c, m], 3 => [m, c], _ => [r, c, m] };
            var node = kind switch { 0 or 1 => Node("Conv", ["x", "w"], "y"), 2 => Node("Gemm", ["x", "w"], "y"), 3 => Node("Gemm", ["x", "w"], "y", Int("transB", 1)), _ => Node("MatMul", ["x", "w"], "y") };
            var model = SmallModels.LoadGraph(Initializer("w", shape, Values(shape.Aggregate(1L, (product, size) => product * size))), node);
            var layer = model.Weights.Single();
            Assert.That(model.WithWeights(layer.With(layer.ToMatrix())), Is.SameAs(model));

            var other = Matrix<float>.Create(layer.GemmCount * layer.M, layer.K, Values(layer.Count));
            Assert.That(model.WithWeights(layer.With(other)).Weights.Single().ToMatrix().BitwiseEquals(other));
        }, iter: 200);

    [Test]
    public void Pruned_Mask_ZeroesExactlyWhatItDrops()
    {
        var model = SmallModels.Load(SmallModels.Mixed());
        var layer = model.FindWeight("fc.w");
        var changed = model.WithWeights(layer.Pruned(Mask.Create(2, 3, (row, column) => row == column)));
        Assert.That(changed.FindWeight("fc.w").ReadValues().ToArray(), Is.EqualTo(new[] { 1f, 0, 0, 0, 5, 0 }));
        Assert.That(() => layer.Pruned(Mask.All(3, 2)), Throws.ArgumentException);
        Assert.That(() => layer.With([1]), Throws.ArgumentException.With.Message.Contains("6 weights"));
        Assert.That(() => layer.With(Matrix<float>.Create(3, 2, new float[6])), Throws.ArgumentException.With.Message.Contains("2×3"));
    }

    private static OnnxModel MatMul(ProtoMessage tensor) => SmallModels.LoadGraph(
        Initializer("before", [2], 1, 2), Initializer(tensor), Initializer("after", [2], 3, 4), Node("MatMul", ["x", "w"], "y"));

    private static TestCaseData Case(Type type, string stored, float[] values, string expected) =>
        new(type, Bytes(stored), values, Bytes(expected)) { TestName = $"With_{type}_StoresRoundedAndKeepsWhatStays" };

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
