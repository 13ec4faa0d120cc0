using HighLight.Models.Runtime.Execution;
using HighLight.Models.Runtime.Networks;
using HighLight.Models.Tests.Writing;
using HighLight.Workloads;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Runtime.Tests.Networks;

public class MeasuredNetworkTests
{
    [Test]
    public void ToNetwork_RealModel_HasItsMacsWeightsAndDensities()
    {
        var network = RealModel.Measured.ToNetwork();
        Assert.That(network.Name, Is.EqualTo("mlsd_320x320_tiny"));
        Assert.That(network.Macs, Is.EqualTo(RealModel.Measured.Macs));
        Assert.That(network.Weights, Is.EqualTo(608_864));
        foreach (var (layer, measured) in network.Layers.Zip(RealModel.Measured.Layers))
        {
            Assert.That(layer.Convolution!.GroupGemm(), Is.EqualTo(layer.Gemm), layer.Name);
            Assert.That(layer.Count, Is.EqualTo(layer.Convolution.Groups));
            Assert.That((layer.Input.Value, layer.Output.Value, layer.Shortcut?.Value), Is.EqualTo((measured.Input.Int8Density, measured.Output.Int8Density, measured.Shortcut?.Int8Density)));
            Assert.That((layer.Input.Provenance, layer.Input.Source), Is.EqualTo((Provenance.Measured, "zeros after quantisation to int8, one run on synthetic image, 0..255, seed 1")));
        }

        Assert.That(network.Layers.Count(layer => layer.Role == LayerRole.FirstConvolution), Is.EqualTo(1));
        Assert.That(RealModel.Measured.ToNetwork("m", ActivationZeros.FloatingPoint).Layers[0].Input.Value, Is.EqualTo(RealModel.Measured.Layers[0].Input.Density));
    }

    [Test]
    public void ToNetwork_LayersOfOneName_GetNamesOfTheirOwn()
    {
        // The second has no name, and is called by what it writes.
        var node = new ProtoMessage().Text(1, "x").Text(1, "w").Text(2, "a").Text(3, "y").Text(4, "MatMul");
        var second = new ProtoMessage().Text(1, "a").Text(1, "w").Text(2, "y").Text(4, "MatMul");
        var model = SmallModels.LoadGraph(Input("x", 1, 2), Output("y"), Initializer("w", [2, 2], 1, 2, 3, 4), (1, node), (1, second));
        Assert.That(ModelRunner.Measure(model, [new ModelTensor("x", [1, 2], [1, 1])]).ToNetwork().Layers.Select(layer => layer.Name), Is.EqualTo(new[] { "y", "y#2" }));
    }

    [Test]
    public void ToNetwork_NothingToEvaluate_SaysWhy()
    {
        var model = SmallModels.LoadGraph(Input("x", 2), Output("y"), Initializer("s", [2], 1, 2), Node("PRelu", ["x", "s"], "y"));
        Assert.That(() => ModelRunner.Measure(model, [new ModelTensor("x", [2], [1, 1])]).ToNetwork(), Throws.InvalidOperationException.With.Message.Contains("activation function"));
    }
}
