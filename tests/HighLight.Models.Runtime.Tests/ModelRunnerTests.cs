using HighLight.Models.Onnx;
using HighLight.Models.Runtime.Execution;
using HighLight.Models.Tests.Writing;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Runtime.Tests;

public class ModelRunnerTests
{
    [Test]
    public void Run_MatMulByHand_GivesTheProduct()
    {
        var model = SmallModels.LoadGraph(Input("x", "rows", 2), Output("y", "rows", 2), Initializer("w", [2, 2], 1, 2, 3, 4), Node("MatMul", ["x", "w"], "y"));
        var output = ModelRunner.Run(model, [new ModelTensor("x", [2, 2], [1, 0, 1, 1])]).Single();
        Assert.That(output.Name, Is.EqualTo("y"));
        Assert.That(output.Shape, Is.EqualTo(new[] { 2, 2 }));
        Assert.That(output.Values.ToArray(), Is.EqualTo(new[] { 1f, 2, 4, 6 }));
    }

    [TestCase(OnnxElementType.Float64)]
    [TestCase(OnnxElementType.Float16)]
    [TestCase(OnnxElementType.Int64)]
    [TestCase(OnnxElementType.Int32)]
    [TestCase(OnnxElementType.Int8)]
    [TestCase(OnnxElementType.UInt8)]
    [TestCase(OnnxElementType.Boolean)]
    public void Run_InputOfAnyType_IsConvertedThereAndBack(OnnxElementType type)
    {
        var model = Load(Node("Identity", ["x"], "y"), (11, Value("x", type, 2)), (12, Value("y", type, 2)));
        Assert.That(ModelRunner.Run(model, [new ModelTensor("", [2], [1, 0])]).Single().Values.ToArray(), Is.EqualTo(new[] { 1f, 0 }));
        if (type is OnnxElementType.Int64 or OnnxElementType.Int32 or OnnxElementType.Int8 or OnnxElementType.UInt8)
        {
            Assert.That(() => ModelRunner.Run(model, [new ModelTensor("x", [2], [1, 0.5f])]), Throws.ArgumentException.With.Message.Contains("0.5"));
            Assert.That(() => ModelRunner.Run(model, [new ModelTensor("x", [2], [1, 1e30f])]), Throws.ArgumentException.With.Message.Contains($"no {type}"));
        }
    }

    [Test]
    public void Run_InputsThatDoNotFit_AreListedAtOnce()
    {
        var model = SmallModels.LoadGraph(Input("a", 2), Input("b", 2), Input("c", 2), Output("y", 2), Node("Sum", ["a", "b", "c"], "y"));
        Assert.That(
            () => ModelRunner.Run(model, [new ModelTensor("a", [3], [1, 2, 3]), new ModelTensor("b", [2], [1, 2]), new ModelTensor("b", [2], [1, 2]), new ModelTensor("d", [], [1])]),
            Throws.ArgumentException.With.Message.Contains("no input 'd'").And.Message.Contains("a: Float32[2] is given as a[3]").And.Message.Contains("given 2 times").And.Message.Contains("c: Float32[2] is not given"));
    }

    [Test]
    public void Run_Twice_GivesTheSameBitsAlsoWhileMeasuring()
    {
        var once = ModelRunner.Run(RealModel.Model, RealModel.Input);
        var twice = ModelRunner.Run(RealModel.Model, RealModel.Input);
        for (var i = 0; i < once.Length; i++)
        {
            Assert.That(twice[i].Values.Span.SequenceEqual(once[i].Values.Span));
            Assert.That(RealModel.Measured.Outputs[i].Values.Span.SequenceEqual(once[i].Values.Span));
        }
    }

    [Test]
    public void Run_OperatorThatNobodyKnows_IsOneClearError()
    {
        var model = Load((1, NodeMessage("Frobnicate", ["x"], "y", "my.domain")), (11, Value("x", OnnxElementType.Float32, 2)), (12, Value("y", OnnxElementType.Float32, 2)));
        Assert.That(() => ModelRunner.Run(model, [new ModelTensor("x", [2], [1, 2])]), Throws.TypeOf<ModelRunException>().With.Message.StartsWith("test.onnx: ONNX Runtime says:").And.Message.Contains("Frobnicate"));
    }

    [Test]
    public void Run_OperatorSetBeyondTheRuntime_IsOneClearError()
    {
        var options = new OnnxReadOptions { MaxOpsetVersion = 1000, MaxIrVersion = 1000 };
        byte[] file = Model(Graph(Initializer("w", [2], 1, 2), Node("Add", ["x", "w"], "y"), Input("x", 2), Output("y", 2)), opset: 999);
        var model = OnnxModel.Load(file, "new.onnx", options);
        Assert.That(() => ModelRunner.Run(model, [new ModelTensor("x", [2], [1, 2])]), Throws.TypeOf<ModelRunException>().With.Message.Contains("new.onnx").And.Message.Contains("opset"));
    }

    [Test]
    public void Run_GraphThatContradictsItself_IsOneClearError()
    {
        var model = SmallModels.LoadGraph(Input("x", 2), Output("y", 2), Node("Add", ["x", "nowhere"], "y"));
        Assert.That(() => ModelRunner.Run(model, [new ModelTensor("x", [2], [1, 2])]), Throws.TypeOf<ModelRunException>().With.Message.Contains("nowhere"));
    }

    [Test]
    public void Run_ShapesThatFailWhileRunning_AreOneClearError()
    {
        var model = SmallModels.LoadGraph(Input("x", "n"), Output("y", "n"), Initializer("w", [3], 1, 2, 3), Node("Add", ["x", "w"], "y"));
        Assert.That(() => ModelRunner.Run(model, [new ModelTensor("x", [2], [1, 2])]), Throws.TypeOf<ModelRunException>().With.Message.Contains("Add"));
    }

    [TestCase(100_000)]
    [TestCase(40_000)]
    public void Run_ModelThatClaimsHugeTensors_FailsInsteadOfTakingTheMemory(long size)
    {
        // 40 GB and 6.4 GB: beyond the limit of 4 GiB.
        var model = SmallModels.LoadGraph(
            Input("x", 1), Output("y", "n", "n"),
            Initializer(TypedTensor("shape", OnnxElementType.Int64, 2).Packed(7, size, size)),
            Node("ConstantOfShape", ["shape"], "zeros"), Node("Add", ["zeros", "x"], "y"));
        Assert.That(() => ModelRunner.Run(model, [new ModelTensor("x", [1], [1])]), Throws.TypeOf<ModelRunException>().With.Message.Contains("memory").And.Message.Contains(nameof(ExecutionOptions.LimitMemory)));
    }

    [Test]
    public void Run_MutatedModels_RunOrThrowTheKnownExceptions()
    {
        byte[] original = Model(Graph(
            Input("x", 1, 2, 4, 4), Output("y", 1, 2, 4, 4), Initializer("w", [2, 2, 3, 3], new float[36]),
            Node("Conv", ["x", "w"], "c", Ints("pads", 1, 1, 1, 1)), Node("Relu", ["c"], "y")));
        var random = new Random(7);
        var (ran, refused) = (0, 0);
        for (var i = 0; i < 200; i++)
        {
            var mutated = (byte[])original.Clone();
            mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            try
            {
                var model = OnnxModel.Load(mutated, "mutated.onnx");
                _ = ModelRunner.Measure(model, [new ModelTensor("", [1, 2, 4, 4], new float[32])]);
                ran++;
            }
            catch (Exception problem) when (problem is OnnxFormatException or ModelRunException or ArgumentException)
            {
                Assert.That(problem.Message, Is.Not.Empty);
                refused++;
            }
        }

        Assert.That(ran, Is.GreaterThan(25));
        Assert.That(refused, Is.GreaterThan(25));
    }

    private static OnnxModel Load(params (int Field, byte[] Message)[] parts) => SmallModels.LoadGraph(parts);

    private static byte[] Value(string name, OnnxElementType type, int size) => new ProtoMessage().Text(1, name)
        .Bytes(2, new ProtoMessage().Bytes(1, new ProtoMessage().Int(1, (long)type).Bytes(2, new ProtoMessage().Bytes(1, new ProtoMessage().Int(1, size)))));
}
