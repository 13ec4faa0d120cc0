using System.Text.Json.Nodes;
using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;
using HighLight.Models;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Commands.Tests;

public sealed class PruneCommandTests
{
    private FakeWorld _world = null!;

    [SetUp]
    public void MakeWorld()
    {
        _world = new FakeWorld();
        File.WriteAllBytes(_world.PathOf("model.onnx"), SmallModel("n"));
    }

    [TearDown]
    public void RemoveWorld() => _world.Dispose();

    [Test]
    public async Task Prune_Json_HasTheDocumentedKeysAndTheNumbers()
    {
        Assert.That(await Prune("--shape", "n=1", "--format", "json"), Is.EqualTo(ExitCode.Success), () => _world.Error);
        var json = JsonNode.Parse(_world.Output)!.AsObject();
        Assert.That(json.Select(property => property.Key), Is.EqualTo(new[]
        {
            "model", "output", "pattern", "tails", "pruned", "total", "dense_bytes", "hss_bytes", "inputs", "output_error", "outputs", "layers", "not_evaluated",
        }));
        Assert.That(json["pruned"]!["kept_l1_share"]!.GetValue<double>(), Is.EqualTo(0.7).Within(1e-12));
        Assert.That(json["output_error"]!.GetValue<double>(), Is.GreaterThan(0));
        Assert.That(json["layers"]![1]!["why_dense"]!.GetValue<string>(), Is.EqualTo("it is the classifier"));
        Assert.That(json["not_evaluated"]![0]!["operator"]!.GetValue<string>(), Is.EqualTo("PRelu"));
        Assert.That(OnnxModel.Load(_world.PathOf("out.onnx")).FindWeight("h").ReadValues().ToArray(), Is.EqualTo(new[] { 0f, 0, 0, 0, -3, -3, -3, -3, 0, 0, 0, 0, 4, 4, 4, 4 }));
        Assert.That(File.ReadAllBytes(_world.PathOf("model.onnx")), Is.EqualTo(SmallModel("n")), "The model itself stays.");
    }

    [Test]
    public async Task Prune_InputFromAFile_IsWhatTheModelsRunOn()
    {
        WriteNpy("x.npy", [1, 4], [0, 1, 0, 1]);
        Assert.That(await Prune("--input", "x=x.npy", "--format", "json"), Is.EqualTo(ExitCode.Success), () => _world.Error);

        // Only weights are met that are kept.
        Assert.That(JsonNode.Parse(_world.Output)!["output_error"]!.GetValue<double>(), Is.Zero);
        Assert.That(_world.Output, Does.Contain("x.npy"));
    }

    [Test]
    public async Task Prune_AllWeights_PrunesTheClassifierTooAndWritesEachLayer()
    {
        Assert.That(await Prune("--shape", "n=1", "--all-weights", "--hss", "weights"), Is.EqualTo(ExitCode.Success), () => _world.Error);
        Assert.That(Directory.GetFiles(_world.PathOf("weights")), Has.Length.EqualTo(2));
        Assert.That(_world.Output, Does.Contain("Not evaluated: PRelu").And.Not.Contain("Dense,"));
    }

    [Test]
    public async Task Prune_Csv_HasARowForEachLayer()
    {
        Assert.That(await Prune("--shape", "n=1", "--format", "csv"), Is.EqualTo(ExitCode.Success), () => _world.Error);
        Assert.That(_world.Output.TrimEnd().Split('\n'), Has.Length.EqualTo(3));
        Assert.That(_world.Output, Does.StartWith("layer,operator,m,k,gemms,pattern,why_dense,weights,kept,density,effective_density,"));
    }

    [Test]
    public async Task Prune_OutputThatIsTheModelOrIsThere_IsRefused()
    {
        var before = File.ReadAllBytes(_world.PathOf("model.onnx"));
        Assert.That(await _world.RunAsync("prune", "model.onnx", "--pattern", "2:4", "--output", "./model.onnx", "--force"), Is.EqualTo(ExitCode.Usage));
        Assert.That(_world.Error, Does.Contain("never overwritten"));
        File.CreateSymbolicLink(_world.PathOf("link.onnx"), _world.PathOf("model.onnx"));
        Assert.That(await _world.RunAsync("prune", "model.onnx", "--pattern", "2:4", "--output", "link.onnx", "--force"), Is.EqualTo(ExitCode.Usage));
        Assert.That(File.ReadAllBytes(_world.PathOf("model.onnx")), Is.EqualTo(before));

        _world.Write("out.onnx", "precious");
        Assert.That(await Prune("--shape", "n=1"), Is.EqualTo(ExitCode.Usage));
        Assert.That(File.ReadAllText(_world.PathOf("out.onnx")), Does.StartWith("precious"));
        Assert.That(await Prune("--shape", "n=1", "--force"), Is.EqualTo(ExitCode.Success), () => _world.Error);
        Assert.That(OnnxModel.Load(_world.PathOf("out.onnx")).Weights, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Prune_BadArguments_AreAllNamedAndNothingIsWritten()
    {
        Assert.That(await _world.RunAsync("prune", "a.onnx", "b.onnx", "--pattern", "5:4", "--tails", "pda", "--seed", "x", "--format", "xml", "--fore"), Is.EqualTo(ExitCode.Usage));
        Assert.That(_world.Error, Does.Contain("2 models").And.Contain("--pattern").And.Contain("pad").And.Contain("--seed").And.Contain("xml").And.Contain("--output is missing").And.Contain("--force"));
        Assert.That(Directory.GetFiles(_world.Folder), Has.Length.EqualTo(1));
    }

    [TestCase("none.onnx", "no such file")]
    [TestCase("text.onnx", "a text file")]
    [TestCase("empty.onnx", "no Conv, Gemm or MatMul")]
    public async Task Prune_WhatIsNoModel_IsOneClearError(string model, string expected)
    {
        _world.Write("text.onnx", "hello");
        File.WriteAllBytes(_world.PathOf("empty.onnx"), Model(Graph(Initializer("s", [2], 1, 2), Input("x", 2), Output("y", 2), Node("PRelu", ["x", "s"], "y"))));
        Assert.That(await _world.RunAsync("prune", model, "--pattern", "2:4", "--output", "out.onnx"), Is.EqualTo(ExitCode.Usage));
        Assert.That(_world.Error, Does.Contain(expected).And.Contain(model));
        Assert.That(File.Exists(_world.PathOf("out.onnx")), Is.False);
    }

    [Test]
    public async Task Prune_SizesThatStayOpen_AreAskedFor()
    {
        Assert.That(await Prune(), Is.EqualTo(ExitCode.Usage));
        Assert.That(_world.Error, Does.Contain("x=1x4"));
    }

    [Test]
    public async Task Prune_ModelThatCannotBeRun_IsWrittenAllTheSame()
    {
        byte[] odd = Model(Graph(
            Input("x", 1, 4), Output("y", 1, 2), Initializer("h", [4, 2], new float[8]), Node("MatMul", ["x", "h"], "a"), Node("MatMul", ["a", "b"], "z"), (1, NodeMessage("Odd", ["z"], "y", "my.domain"))));
        File.WriteAllBytes(_world.PathOf("model.onnx"), odd);
        Assert.That(await Prune("--all-weights"), Is.EqualTo(ExitCode.Failed));
        Assert.That(_world.Error, Does.Contain("is written, but was not compared").And.Contain("ONNX Runtime says"));
        Assert.That(File.Exists(_world.PathOf("out.onnx")));
    }

    private Task<int> Prune(params string[] more) => _world.RunAsync(["prune", "model.onnx", "--pattern", "2:4", "--output", "out.onnx", .. more]);

    /// <summary>A hidden layer, an activation function with parameters, and a classifier.</summary>
    private static byte[] SmallModel(object batch) => Model(Graph(
        Input("x", batch, 4),
        Output("y", batch, 4),
        Initializer("h", [4, 4], 1, 1, 1, 1, -3, -3, -3, -3, 2, 2, 2, 2, 4, 4, 4, 4),
        Initializer("s", [4], 0.1f, 0.2f, 0.3f, 0.4f),
        Initializer("c", [4, 4], [.. Enumerable.Range(1, 16).Select(i => (float)i)]),
        Node("Gemm", ["x", "h"], "a"),
        Node("PRelu", ["a", "s"], "b"),
        Node("Gemm", ["b", "c"], "y", Int("transB", 1))), opset: 17);

    private void WriteNpy(string name, int[] shape, float[] values)
    {
        var header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({string.Join(", ", shape)}), }}".PadRight(117) + "\n";
        File.WriteAllBytes(_world.PathOf(name), [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(header), .. values.SelectMany(BitConverter.GetBytes)]);
    }
}
