using HighLight.Models.Tests.Writing;
using HighLight.Workloads;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Tests.Layers;

public class LayerRoleTests
{
    private static readonly (int Field, byte[] Message)[] Weights =
    [
        Input("x", 1, 4, 8, 8), Initializer("k", [4, 4, 1, 1], new float[16]), Initializer("w", [4, 4], new float[16]), Initializer("b", [4], new float[4]),
    ];

    [Test]
    public void Role_ConvolutionsThatReadTheInput_AreFirst()
    {
        var roles = Roles(
            Node("Transpose", ["x"], "t"), Node("Conv", ["t", "k"], "a"), Node("Conv", ["x", "k"], "b2"), Node("Relu", ["a"], "r"), Node("Conv", ["r", "k"], "c"));
        Assert.That(roles, Is.EqualTo(new[] { LayerRole.FirstConvolution, LayerRole.FirstConvolution, LayerRole.Hidden }));
    }

    [Test]
    public void Role_FullyConnectedAtTheEnd_IsTheClassifier()
    {
        var roles = Roles(Node("MatMul", ["x", "w"], "a"), Node("MatMul", ["a", "w"], "s"), Node("Add", ["s", "b"], "t"), Node("Softmax", ["t"], "y"), Output("y", 1, 4));
        Assert.That(roles, Is.EqualTo(new[] { LayerRole.Hidden, LayerRole.Classifier }));
    }

    [Test]
    public void Role_LastProductOfAResidualBlock_IsHidden()
    {
        var roles = Roles(Node("MatMul", ["x", "w"], "a"), Node("MatMul", ["a", "w"], "s"), Node("Add", ["s", "a"], "t"), Node("LayerNormalization", ["t", "b"], "y"));
        Assert.That(roles, Is.All.EqualTo(LayerRole.Hidden));
    }

    [Test]
    public void Role_OneByOneConvolution_IsTheClassifierOfAPooledImageOnly()
    {
        (int, byte[])[] body = [Node("Conv", ["x", "k"], "a")];
        var pooled = Roles([.. body, Node("GlobalAveragePool", ["a"], "p"), Node("Relu", ["p"], "q"), Node("Conv", ["q", "k"], "y")]);
        var plain = Roles([.. body, Node("Relu", ["a"], "q"), Node("Conv", ["q", "k"], "y")]);
        Assert.That(pooled, Is.EqualTo(new[] { LayerRole.FirstConvolution, LayerRole.Classifier }));
        Assert.That(plain, Is.EqualTo(new[] { LayerRole.FirstConvolution, LayerRole.Hidden }));
    }

    private static LayerRole[] Roles(params (int Field, byte[] Message)[] nodes) => [.. SmallModels.LoadGraph([.. Weights, .. nodes]).Weights.Select(layer => layer.Role)];
}
