using HighLight.Models.Onnx;
using HighLight.Models.Tests.Writing;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Tests;

public class OnnxModelTests
{
    [Test]
    public void Load_SmallModel_DescribesItself()
    {
        var model = SmallModels.Load(SmallModels.Mixed());

        Assert.That(model.Source, Is.EqualTo("test.onnx"));
        Assert.That(model.IrVersion, Is.EqualTo(8));
        Assert.That((model.ProducerName, model.ProducerVersion), Is.EqualTo(("test writer", "1.2")));
        Assert.That(model.OperatorSets, Is.EqualTo([new OperatorSet(string.Empty, 17)]));
        Assert.That(model.Inputs.Single().ToString(), Is.EqualTo("x: Float32[batch, 4, 5, 5]"));
        Assert.That(model.Outputs.Single().ToString(), Is.EqualTo("y: Float32[batch, 2]"));
        Assert.That(model.Nodes.Select(node => node.Operator), Is.EqualTo(["Conv", "BatchNormalization", "Reshape", "Gemm", "Constant", "MatMul"]));
        Assert.That(model.Initializers.Select(tensor => tensor.ToString()), Is.EqualTo(
            ["conv.w: Float32[2, 2, 1, 1]", "fc.w: Float32[2, 3]", "bn.scale: Float32[2]", "shape: Int64[2]"]));
        Assert.That(model.Weights.Select(weights => weights.ToString()), Is.EqualTo(
            ["Conv 'conv.w' M=1 K=2 ×2", "Gemm 'fc.w' M=2 K=3", "MatMul 'mm.w' M=2 K=2"]));
        Assert.That(model.ToString(), Does.Contain("6 nodes, 3 layers with weights, 1 not evaluated; ai.onnx 17"));
    }

    [Test]
    public void Load_FileStreamAndBytes_ReadTheSame()
    {
        byte[] bytes = SmallModels.Mixed();
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{nameof(Load_FileStreamAndBytes_ReadTheSame)}.tmp");
        File.WriteAllBytes(path, bytes);
        try
        {
            using var seekable = new MemoryStream(bytes);
            using var plain = new BufferedStream(new System.IO.Compression.DeflateStream(Deflate(bytes), System.IO.Compression.CompressionMode.Decompress));
            OnnxModel[] models = [OnnxModel.Load(path), OnnxModel.Load(seekable), OnnxModel.Load(plain), OnnxModel.Load(bytes)];
            Assert.That(models.Select(model => model.FileBytes.ToArray()), Is.All.EqualTo(bytes));
            Assert.That(models.Select(model => model.Weights.Length), Is.All.EqualTo(3));
            Assert.That(models[0].Source, Is.EqualTo(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void Load_Bytes_LaterChangesDoNotReachTheModel()
    {
        byte[] bytes = SmallModels.Mixed();
        var model = OnnxModel.Load(bytes);
        Array.Clear(bytes);
        Assert.That(model.FindWeight("fc.w").ReadValues().ToArray(), Is.EqualTo([1, 2, 3, 4, 5, 6]));
    }

    [Test]
    public void Inputs_InitializerDeclaredAsInput_IsLeftOut()
    {
        var model = SmallModels.LoadGraph(Input("x", 1), Input("unused", 1), Node("Relu", ["x"], "y"));
        Assert.That(model.Inputs.Select(input => input.Name), Is.EqualTo(["x"]));
        Assert.That(model.Graph.Inputs, Has.Length.EqualTo(2));
    }

    [Test]
    public void FindWeight_ByWeightTensorOrLayerName_FindsIt()
    {
        var model = SmallModels.LoadGraph(
            Initializer("stored", [2, 2], 1, 2, 3, 4), Node("Identity", ["stored"], "alias"), Node("MatMul", ["x", "alias"], "y"));
        var weights = model.Weights.Single();
        Assert.That(model.FindWeight("alias"), Is.SameAs(weights));
        Assert.That(model.FindWeight("stored"), Is.SameAs(weights));
        Assert.That(model.FindWeight("MatMul_y"), Is.SameAs(weights));
        Assert.That(model.TryFindWeight("Alias", out _), Is.False);
    }

    [TestCase("fc.v", "Did you mean 'fc.w'?")]
    [TestCase("CONV", "Did you mean 'conv.w'?")]
    [TestCase("bn.scale", "is not evaluated: normalisation")]
    public void FindWeight_UnknownName_NamesTheNearestOrTheReason(string name, string expected)
    {
        var model = SmallModels.Load(SmallModels.Mixed());
        Assert.That(() => model.FindWeight(name), Throws.TypeOf<KeyNotFoundException>()
            .With.Message.Contains(expected).And.Message.Contains("It has 3: 'conv.w', 'fc.w', 'mm.w'"));
    }

    [Test]
    public void Load_UnknownFields_ArePassedOver()
    {
        var model = SmallModels.Load(SmallModels.Mixed().Text(14, "metadata").Int(77, 5).Raw(0xEB, 0x04, 0x08, 0x01, 0xEC, 0x04));
        Assert.That(model.Weights, Has.Length.EqualTo(3));
    }

    [Test]
    public void TensorLocation_EveryInitializer_IsItsMessageInTheFile()
    {
        var model = SmallModels.Load(SmallModels.Mixed());
        byte[] expected = TypedTensor("bn.scale", OnnxElementType.Float32, 2).PackedFloats(4, 1, 2);
        var location = model.Initializers[2].Location;
        Assert.That(model.FileBytes[location.Start..location.End].ToArray(), Is.EqualTo(expected));
    }

    private static MemoryStream Deflate(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var deflate = new System.IO.Compression.DeflateStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        packed.Position = 0;
        return packed;
    }
}
