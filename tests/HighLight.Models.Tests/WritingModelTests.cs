using HighLight.Models.Onnx;
using HighLight.Models.Tests.Writing;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Tests;

public class WritingModelTests
{
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("highlight-models-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    private static string RealPath => Path.Combine(TestContext.CurrentContext.TestDirectory, "data", "models", "mlsd_320x320_tiny.onnx");

    [Test]
    public void Save_UnchangedModel_IsByteIdentical()
    {
        var model = OnnxModel.Load(RealPath);
        var same = model.WithWeights(model.Weights.Select(layer => layer.With(layer.ToMatrix())));
        same.Save(Path.Combine(_folder, "copy.onnx"));
        Assert.That(File.ReadAllBytes(Path.Combine(_folder, "copy.onnx")), Is.EqualTo(File.ReadAllBytes(RealPath)));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1), "No temporary file stays.");
    }

    [Test]
    public void WithWeights_UnknownFieldsEverywhere_Survive()
    {
        // Field 200 in model, graph, tensor; the tensor holds floats in a typed field, so that its message changes its length.
        var tensor = TypedTensor("w", OnnxElementType.Float32, 2, 1).Text(200, "in tensor").PackedFloats(4, 1, 2).Text(12, "about w");
        var graph = new ProtoMessage().Text(200, "in graph").Raw(Graph(Initializer(tensor), Node("MatMul", ["x", "w"], "y"))).Text(201, "behind");
        byte[] file = Model(graph).Text(200, "in model");
        var model = OnnxModel.Load(file, "test.onnx");

        byte[] expectedTensor = new ProtoMessage().Packed(1, 2, 1).Int(2, 1).Text(8, "w").Text(200, "in tensor").Text(12, "about w").Bytes(9, [0, 0, 0, 0, 0, 0, 0, 64]);
        byte[] expected = Model(new ProtoMessage().Text(200, "in graph").Raw(Graph((5, expectedTensor), Node("MatMul", ["x", "w"], "y"))).Text(201, "behind")).Text(200, "in model");
        Assert.That(model.WithWeights(model.Weights[0].With([0, 2])).FileBytes.ToArray(), Is.EqualTo(expected));
    }

    [Test]
    public void WithWeights_LengthsThatGrowAByte_AreWrittenAnew()
    {
        // 31 and 32 floats lie on both sides of a length of 128, where a length field takes a second byte.
        foreach (var count in new[] { 31, 32 })
        {
            var model = SmallModels.LoadGraph(
                Initializer(TypedTensor("w", OnnxElementType.Int8, count * 4, 1).Packed(5, [.. Enumerable.Repeat(-1L, count * 4)])), Node("MatMul", ["x", "w"], "y"));
            float[] values = [.. Enumerable.Range(0, count * 4).Select(i => i % 2 == 0 ? 0f : -1)];
            Assert.That(model.WithWeights(model.Weights[0].With(values)).Weights[0].ReadValues().ToArray(), Is.EqualTo(values));
        }
    }

    [Test]
    public void WithWeights_TensorInAConstantNode_IsRewritten()
    {
        var model = SmallModels.Load(SmallModels.Mixed());
        var changed = model.WithWeights(model.FindWeight("mm.w").With([1, 0, 3, 0]), model.FindWeight("conv.w").With([0, 2, 0, 4]));
        Assert.That(changed.FindWeight("mm.w").ReadValues().ToArray(), Is.EqualTo(new[] { 1f, 0, 3, 0 }));
        Assert.That(changed.FindWeight("conv.w").ReadValues().ToArray(), Is.EqualTo(new[] { 0f, 2, 0, 4 }));
        Assert.That(changed.FindWeight("fc.w").ReadValues().ToArray(), Is.EqualTo(model.FindWeight("fc.w").ReadValues().ToArray()));
    }

    [Test]
    public void WithWeights_WhatCannotBe_IsListedAtOnce()
    {
        var model = SmallModels.LoadGraph(
            Node("Constant", [], "list", new ProtoMessage().Text(1, "value_floats").PackedFloats(7, 1, 2).Int(20, 6)),
            Initializer("w", [2, 2], 1, 2, 3, 4),
            Node("MatMul", ["x", "w"], "a"),
            Node("MatMul", ["a", "w"], "b"),
            Node("MatMul", ["b", "list"], "y"));
        var stranger = SmallModels.Load(SmallModels.Mixed()).Weights[0];
        Assert.That(
            () => model.WithWeights(stranger.With(stranger.ReadValues().Span), model.Weights[0].With([0, 0, 0, 0]), model.Weights[1].With([1, 1, 1, 1]), model.Weights[2].With([0, 0])),
            Throws.ArgumentException.With.Message.Contains("no layer of test.onnx").And.Message.Contains("share the tensor 'w'").And.Message.Contains("list of numbers in an attribute"));
        Assert.That(model.WithWeights(model.Weights[0].With([0, 0, 0, 0]), model.Weights[1].With([0, 0, 0, 0])).Weights[1].ReadValues().ToArray(), Is.All.Zero);
    }

    [Test]
    public void WithOutputs_InnerValues_BecomeOutputsAndNothingElseChanges()
    {
        var model = SmallModels.Load(SmallModels.Mixed());
        var more = model.WithOutputs("c", "y", "g", "c");
        Assert.That(more.Outputs.Select(output => output.Name), Is.EqualTo(new[] { "y", "c", "g" }));
        Assert.That(more.FindWeight("mm.w").ReadValues().ToArray(), Is.EqualTo(model.FindWeight("mm.w").ReadValues().ToArray()));
        Assert.That(model.WithOutputs("y"), Is.SameAs(model));
        Assert.That(() => model.WithOutputs("gg", ""), Throws.ArgumentException.With.Message.Contains("'gg'").And.Message.Contains("Did you mean 'g'"));
    }

    [Test]
    public void Save_FileThatIsThere_IsReplacedOnlyWhenAllowed()
    {
        var path = Path.Combine(_folder, "model.onnx");
        File.WriteAllText(path, "precious");
        var model = SmallModels.Load(SmallModels.Mixed());
        Assert.That(() => model.Save(path), Throws.InstanceOf<IOException>().With.Message.Contains("there already"));
        Assert.That(File.ReadAllText(path), Is.EqualTo("precious"));
        model.Save(path, overwrite: true);
        Assert.That(File.ReadAllBytes(path), Is.EqualTo(model.FileBytes.ToArray()));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
    }

    [Test]
    public void Save_FolderThatIsNotThere_SaysSoAndNamesTheFile()
    {
        var path = Path.Combine(_folder, "none", "model.onnx");
        Assert.That(() => SmallModels.Load(SmallModels.Mixed()).Save(path), Throws.InstanceOf<IOException>().With.Message.Contains(path));
    }
}
