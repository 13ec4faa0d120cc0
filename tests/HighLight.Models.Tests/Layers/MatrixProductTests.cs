using CsCheck;
using HighLight.Models.Layers;
using HighLight.Models.Tests.Writing;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Tests.Layers;

public class MatrixProductTests
{
    // The weights [[1, 2, 3], [4, 5, 6]] seen as operand A: two outputs of three inputs, or transposed.
    private static readonly float[] AsStored = [1, 2, 3, 4, 5, 6];
    private static readonly float[] Transposed = [1, 4, 2, 5, 3, 6];

    [TestCase("Gemm", true, 1, 2, 3)]
    [TestCase("Gemm", true, 0, 3, 2)]
    [TestCase("Gemm", false, 0, 2, 3)]
    [TestCase("Gemm", false, 1, 3, 2)]
    [TestCase("MatMul", true, 0, 3, 2)]
    [TestCase("MatMul", false, 0, 2, 3)]
    public void ToTensor_EitherOperandAndTransposition_HasOutputsInRows(string type, bool right, long transposed, int m, int k)
    {
        ProtoMessage[] attributes = type == "Gemm" ? [Int(right ? "transB" : "transA", transposed)] : [];
        var weights = SmallModels.LoadGraph(
            Initializer("w", [2, 3], AsStored), Node(type, right ? ["x", "w"] : ["w", "x"], "y", attributes)).Weights.Single();
        Assert.That((weights.M, weights.K, weights.GemmCount), Is.EqualTo((m, k, 1)));
        Assert.That(weights.ToTensor().Values.ToArray(), Is.EqualTo(m == 2 ? AsStored : Transposed));
        Assert.That(weights.ReadValues().ToArray(), Is.EqualTo(AsStored));
        Assert.That(weights.Layout, Is.EqualTo(m == 2 ? WeightLayout.OutputByInput : WeightLayout.InputByOutput));
        Assert.That(weights.Convolution, Is.Null);
    }

    [Test]
    public void MatMul_StackedMatrices_AreOneGemmEach()
    {
        var weights = SmallModels.LoadGraph(
            Initializer("w", [2, 1, 2, 3], [.. AsStored, .. AsStored.Select(value => -value)]), Node("MatMul", ["x", "w"], "y")).Weights.Single();
        Assert.That((weights.M, weights.K, weights.GemmCount), Is.EqualTo((3, 2, 2)));
        Assert.That(weights.ToTensor().Values.ToArray(), Is.EqualTo((float[])[.. Transposed, .. Transposed.Select(value => -value)]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void MatMul_Vector_IsOneRow(bool right)
    {
        var weights = SmallModels.LoadGraph(Initializer("w", [3], 1, 2, 3), Node("MatMul", right ? ["x", "w"] : ["w", "x"], "y")).Weights.Single();
        Assert.That((weights.M, weights.K), Is.EqualTo((1, 3)));
        Assert.That(weights.ToTensor().Values.ToArray(), Is.EqualTo([1, 2, 3]));
    }

    [TestCase("Gemm", "x", "x", "both operands are computed while the model runs")]
    [TestCase("MatMul", "x", "x", "both operands are computed while the model runs")]
    [TestCase("MatMul", "w", "w", "both operands are constant")]
    [TestCase("MatMul", "x", "s", "a scalar")]
    [TestCase("Gemm", "x", "s", "Gemm needs a matrix")]
    [TestCase("Conv", "w", "x", "computed while the model runs")]
    public void Product_WithoutWeightsToRead_IsListedWithTheReason(string type, string left, string right, string reason)
    {
        var model = SmallModels.LoadGraph(
            Initializer("w", [2, 3], AsStored), Initializer("s", [], 1), Node(type, [left, right], "y"));
        Assert.That(model.Weights, Is.Empty);
        Assert.That(model.NotEvaluated.Single().Reason, Does.Contain(reason));
    }

    [Test]
    public void Gemm_WithOneOperand_IsListed() =>
        Assert.That(SmallModels.LoadGraph(Node("Gemm", ["x"], "y")).NotEvaluated.Single().Reason, Does.Contain("two operands"));

    [Test]
    public void ToTensor_GemmAndItsTranspose_Agree()
    {
        var matrices = from rows in Gen.Int[1, 6] from columns in Gen.Int[1, 6] from values in Gen.Float.Array[rows * columns] select (rows, columns, values);
        matrices.Sample(matrix =>
        {
            var (rows, columns, values) = matrix;
            var turned = Enumerable.Range(0, values.Length).Select(i => values[(i % rows * columns) + (i / rows)]).ToArray();
            var model = SmallModels.LoadGraph(
                Initializer("w", [rows, columns], values),
                Initializer("wT", [columns, rows], turned),
                Node("Gemm", ["x", "w"], "a", Int("transB", 1)),
                Node("Gemm", ["x", "wT"], "b"),
                Node("Transpose", ["wT"], "wTT"),
                Node("Gemm", ["x", "wTT"], "c", Int("transB", 1)));
            Assert.That(model.Weights.Select(weights => (weights.M, weights.K)), Is.All.EqualTo((rows, columns)));
            Assert.That(model.Weights.Select(weights => weights.ToTensor().Values.ToArray().Select(BitConverter.SingleToInt32Bits)),
                Is.All.EqualTo(values.Select(BitConverter.SingleToInt32Bits)));
        });
    }
}
