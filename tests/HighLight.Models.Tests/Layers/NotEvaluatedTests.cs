using HighLight.Models.Onnx;
using HighLight.Models.Tests.Writing;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Tests.Layers;

public class NotEvaluatedTests
{
    private static readonly (int Field, byte[] Message) Stored = Initializer("w", [2, 2], 1, 2, 3, 4);

    [TestCase("ConvTranspose", "scatters")]
    [TestCase("LSTM", "recurrent")]
    [TestCase("Gather", "look-up")]
    [TestCase("Add", "element-wise")]
    [TestCase("Whatever", "not one of Conv, Gemm, MatMul")]
    public void OtherOperator_WithParameters_IsListed(string type, string reason)
    {
        var layer = SmallModels.LoadGraph(Stored, Node(type, ["w", "x"], "y")).NotEvaluated.Single();
        Assert.That(layer.Reason, Does.Contain(reason));
        Assert.That(layer.Parameters, Is.EqualTo(["w"]));
        Assert.That(layer.ParameterCount, Is.EqualTo(4));
        Assert.That(layer.ToString(), Does.StartWith($"{type} '{type}_y': 4 parameters not evaluated: "));
    }

    [Test]
    public void QuantisedOperator_WithIntegerWeights_IsListed()
    {
        var model = SmallModels.LoadGraph(
            Initializer(RawTensor("q", OnnxElementType.Int8, [2, 1], [1, 2])), Node("MatMulInteger", ["x", "q"], "y"));
        Assert.That(model.NotEvaluated.Single().Reason, Does.Contain("QDQ"));
    }

    [Test]
    public void OperatorOfAnotherDomain_IsNotTakenForOnnxOwn()
    {
        var model = SmallModels.LoadGraph(Stored, (1, NodeMessage("MatMul", ["x", "w"], "y", "com.example")));
        Assert.That(model.Weights, Is.Empty);
        Assert.That(model.NotEvaluated.Single().Reason, Does.Contain("com.example"));
    }

    [Test]
    public void Operator_WithSettingsOnly_IsNotListed()
    {
        var model = SmallModels.LoadGraph(
            Stored,
            Initializer("one", [1], 2),
            Initializer(RawTensor("shape", OnnxElementType.Int64, [2], new byte[16])),
            Node("Resize", ["x", "", "w"], "a"), Node("Mul", ["a", "one"], "b"), Node("Reshape", ["b", "shape"], "c"), Node("Relu", ["c"], "d"));
        Assert.That(model.NotEvaluated, Is.Empty);
    }

    [Test]
    public void Operator_WithACastShape_IsNotListed()
    {
        var model = SmallModels.LoadGraph(
            Initializer(RawTensor("shape", OnnxElementType.Int64, [2], new byte[16])),
            Node("Cast", ["shape"], "narrow", Int("to", 6)), Node("Mul", ["x", "narrow"], "y"));
        Assert.That(model.NotEvaluated, Is.Empty);
    }

    [Test]
    public void Body_OfAnIf_IsListedWithTheNodeAroundIt()
    {
        var body = Graph(Node("Gemm", ["x", "w"], "inner"));
        var model = SmallModels.LoadGraph(Stored, Node("If", ["c"], "y", Body("then_branch", body)));
        Assert.That(model.Weights, Is.Empty);
        var layer = model.NotEvaluated.Single();
        Assert.That(layer.Reason, Does.Contain("a body of If 'If_y'"));
        Assert.That(layer.ParameterCount, Is.EqualTo(4));
    }

    [Test]
    public void Function_WithProducts_IsListed()
    {
        var function = new ProtoMessage().Text(1, "Block").Text(10, "local").Bytes(7, NodeMessage("MatMul", ["a", "b"], "c", string.Empty));
        var model = SmallModels.Load(
            Model(Graph(Stored, (1, NodeMessage("Block", ["x", "w"], "y", "local")))).Bytes(25, function));
        Assert.That(model.NotEvaluated.Select(layer => layer.Reason), Is.EqualTo(
            ["operator of domain 'local', which ONNX does not define", "it stands in the model's own operator 'Block'"]));
        Assert.That(model.NotEvaluated[0].ParameterCount, Is.EqualTo(4));
    }
}
