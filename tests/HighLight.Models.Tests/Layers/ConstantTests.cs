using HighLight.Models.Layers;
using HighLight.Models.Onnx;
using HighLight.Models.Tests.Writing;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Tests.Layers;

public class ConstantTests
{
    private static readonly (int Field, byte[] Message) Stored = Initializer("w", [2, 3], 1, 2, 3, 4, 5, 6);

    [Test]
    public void Transpose_ThreeDimensions_FollowsPerm()
    {
        // 2×3×2 with perm (1, 2, 0): element [i, j, k] of the result is element [k, i, j] of the stored tensor.
        var weights = SmallModels.LoadGraph(
            Initializer("w", [2, 3, 2], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
            Node("Transpose", ["w"], "t", Ints("perm", 1, 2, 0)),
            Node("MatMul", ["x", "t"], "y")).Weights.Single();
        Assert.That(weights.Shape, Is.EqualTo([3, 2, 2]));
        Assert.That(weights.ReadValues().ToArray(), Is.EqualTo([0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11]));
        Assert.That(weights.AppliedOperators, Is.EqualTo(["Transpose"]));
        Assert.That(weights.Tensor.Name, Is.EqualTo("w"));
    }

    [Test]
    public void DequantizeLinear_PerTensorWithoutZeroPoint_Scales()
    {
        var values = ReadQuantised([0.5f], null);
        Assert.That(values, Is.EqualTo([-0.5f, 0, 0.5f, 1, 63.5f, -64]));
    }

    [Test]
    public void DequantizeLinear_PerOutputChannel_ScalesEachSlice()
    {
        var values = ReadQuantised([1, 10], [1, -1], Int("axis", 0));
        Assert.That(values, Is.EqualTo([-2, -1, 0, 30, 1280, -1270]));
    }

    [Test]
    public void DequantizeLinear_PerInputChannel_ScalesEachColumn()
    {
        var values = ReadQuantised([1, 10, 100], null, Int("axis", -1));
        Assert.That(values, Is.EqualTo([-1, 0, 100, 2, 1270, -12800]));
    }

    [Test]
    public void Cast_WideningAndIdentity_KeepTheWeights()
    {
        var weights = SmallModels.LoadGraph(
            Initializer(RawTensor("w", OnnxElementType.Float16, [1, 1], [0, 0x3C])),
            Node("Identity", ["w"], "a"),
            Node("Cast", ["a"], "b", Int("to", 1)),
            Node("MatMul", ["x", "b"], "y")).Weights.Single();
        Assert.That((weights.Name, weights.Tensor.ElementType, weights.AppliedOperators.Length), Is.EqualTo(("b", OnnxElementType.Float16, 0)));
        Assert.That(weights.ReadValues().ToArray(), Is.EqualTo([1]));
    }

    [Test]
    public void Constant_OfFloats_IsAWeight()
    {
        var model = SmallModels.LoadGraph(
            Node("Constant", [], "w", new ProtoMessage().Text(1, "value_floats").PackedFloats(7, 1, 2).Int(20, 6)), Node("MatMul", ["x", "w"], "y"));
        Assert.That(model.FindWeight("w").ReadValues().ToArray(), Is.EqualTo([1, 2]));
    }

    [TestCase("value", 4)]
    [TestCase("value_floats", 6)]
    [TestCase("value_ints", 7)]
    public void Constant_DeclaredButLeftOut_LeavesTheProductWithoutWeights(string attribute, int type)
    {
        var model = SmallModels.LoadGraph(
            Node("Constant", [], "w", new ProtoMessage().Text(1, attribute).Int(20, type)), Node("MatMul", ["x", "w"], "y"));
        Assert.That(model.Weights, Is.Empty);
        Assert.That(model.NotEvaluated, Has.Length.EqualTo(1));
    }

    private static IEnumerable<TestCaseData> Unread()
    {
        yield return Unreadable("Cast from Float32 to Float16", Node("Cast", ["w"], "v", Int("to", 10)));
        yield return Unreadable("perm [0, 0]", Node("Transpose", ["w"], "v", Ints("perm", 0, 0)));
        yield return Unreadable("perm [0, 1, 2]", Node("Transpose", ["w"], "v", Ints("perm", 0, 1, 2)));
        yield return Unreadable("2 scales along axis 1", Initializer("s", [2], 1, 2), Node("DequantizeLinear", ["w", "s"], "v"));
        yield return Unreadable("scales along axis -5", Initializer("s", [2], 1, 2), Node("DequantizeLinear", ["w", "s"], "v", Int("axis", -7)));
        yield return Unreadable("zero point", Node("DequantizeLinear", ["w", "computed"], "v"));
        yield return Unreadable("for each block", Initializer("s", [1], 1), Node("DequantizeLinear", ["w", "s"], "v", Int("block_size", 2)));
        yield return Unreadable("1 scales but 2 zero points", Initializer("s", [1], 1), Initializer("z", [2], 1, 2), Node("DequantizeLinear", ["w", "s", "z"], "v"));
        yield return Unreadable("more than 8 operators",
            [.. Enumerable.Range(0, 9).Select(i => Node("Transpose", [i == 0 ? "w" : new string('t', i)], i == 8 ? "v" : new string('t', i + 1)))]);
        yield return Unreadable("sparse form", Node("Constant", [], "v", new ProtoMessage().Text(1, "sparse_value").Bytes(22, []).Int(20, 11)));
        yield return Unreadable("sparse form", (15, new ProtoMessage().Bytes(1, RawTensor("v", OnnxElementType.Float32, [1], new byte[4]))));
        yield return Unreadable("Float8E4M3FN", Initializer(RawTensor("v", OnnxElementType.Float8E4M3FN, [1, 2], new byte[2])));
    }

    [TestCaseSource(nameof(Unread))]
    public void Weights_ThatAreNotSimple_AreListedWithTheReason(object parts, string reason)
    {
        var model = SmallModels.LoadGraph([Stored, .. ((int, byte[])[])parts, Node("Identity", ["v"], "v2"), Node("MatMul", ["x", "v2"], "y")]);
        Assert.That(model.Weights, Is.Empty);
        var layer = model.NotEvaluated.Single();
        Assert.That(layer.Reason, Does.Contain(reason));
        Assert.That(layer.Parameters, Is.EqualTo(["v2"]));
    }

    private static TestCaseData Unreadable(string reason, params (int Field, byte[] Message)[] parts) =>
        new TestCaseData(parts, reason).SetArgDisplayNames(reason);

    /// <summary>The int8 matrix [[-1, 0, 1], [2, 127, -128]], dequantised and used as transposed Gemm weights.</summary>
    private static float[] ReadQuantised(float[] scales, sbyte[]? zeros, params ProtoMessage[] attributes)
    {
        (int Field, byte[] Message)[] zero = zeros is null
            ? []
            : [Initializer(RawTensor("z", OnnxElementType.Int8, [zeros.Length], [.. zeros.Select(value => (byte)value)]))];
        var weights = SmallModels.LoadGraph([
            Initializer(RawTensor("q", OnnxElementType.Int8, [2, 3], [0xFF, 0, 1, 2, 127, 128])),
            Initializer("s", scales.Length == 1 ? [] : [scales.Length], scales),
            .. zero,
            Node("DequantizeLinear", zeros is null ? ["q", "s"] : ["q", "s", "z"], "w", attributes),
            Node("Gemm", ["x", "w"], "y", Int("transB", 1))]).Weights.Single();
        Assert.That((weights.Operator, weights.M, weights.K), Is.EqualTo((LayerOperator.Gemm, 2, 3)));
        return weights.ToTensor().Values.ToArray();
    }
}
