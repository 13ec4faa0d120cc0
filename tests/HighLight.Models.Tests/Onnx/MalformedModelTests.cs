using HighLight.Models.Onnx;
using HighLight.Models.Tests.Writing;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Tests.Onnx;

public class MalformedModelTests
{
    private static IEnumerable<TestCaseData> OtherFormats()
    {
        yield return Other("PK\u0003\u0004 archive/data.pkl"u8.ToArray(), "zip archive", "torch.onnx.export");
        yield return Other([0x80, 0x02, 0x8A, 0x0A, 0x6C], "pickle", "torch.onnx.export");
        yield return Other([0x89, (byte)'H', (byte)'D', (byte)'F', 13, 10, 26, 10], "HDF5", "tf2onnx");
        yield return Other([0x1C, 0, 0, 0, .. "TFL3"u8, 0x14, 0], "TensorFlow Lite", "tf2onnx");
        yield return Other([0x1C, 0, 0, 0, .. "ORTM"u8, 0x14, 0], ".ort", ".onnx");
        yield return Other("GGUF\u0003\0\0\0"u8.ToArray(), "GGUF", "ONNX");
        yield return Other([0x20, 0, 0, 0, 0, 0, 0, 0, .. "{\"a\":{}}"u8], "safetensors", "export");
        yield return Other("version https://git-lfs.github.com/spec/v1\noid sha256:0"u8.ToArray(), "Git LFS pointer", "git lfs pull");
        yield return Other([0x1F, 0x8B, 8, 0], "gzip", "Unpack");
        yield return Other("<!DOCTYPE html><html>"u8.ToArray(), "HTML", ".onnx");
        yield return Other("{ \"model\": 1 }"u8.ToArray(), "JSON", ".onnx");
        yield return Other("just some notes\n"u8.ToArray(), "text file", ".onnx");
    }

    [TestCaseSource(nameof(OtherFormats))]
    public void Load_AnotherFormat_IsRecognised(byte[] bytes, string format, string fix) =>
        Assert.That(() => OnnxModel.Load(bytes, "model.bin"), Throws.TypeOf<OnnxFormatException>()
            .With.Message.StartsWith("model.bin: at byte 0: This is ").And.Message.Contains(format).And.Message.Contains(fix));

    [Test]
    public void Load_MissingFileDirectoryAndEmptyFile_SaySo()
    {
        var folder = TestContext.CurrentContext.WorkDirectory;
        var missing = Path.Combine(folder, "no-such-model.onnx");
        Assert.That(() => OnnxModel.Load(missing), Problem(missing, "There is no such file."));
        Assert.That(() => OnnxModel.Load(folder), Problem(folder, "This is a directory"));
        Assert.That(() => OnnxModel.Load(Stream.Null, "empty.onnx"), Problem("empty.onnx", "The file is empty."));
    }

    [Test]
    public void Load_LongerThanAllowed_SaysHowToRaiseTheLimit()
    {
        byte[] bytes = SmallModels.Mixed();
        Assert.That(() => OnnxModel.Load(bytes, options: new() { MaxFileBytes = bytes.Length }), Throws.Nothing);
        var tooShort = new OnnxReadOptions { MaxFileBytes = bytes.Length - 1 };
        Assert.That(() => OnnxModel.Load(bytes, "m", tooShort), Problem("m", "Raise OnnxReadOptions.MaxFileBytes"));
        Assert.That(() => OnnxModel.Load(new MemoryStream(bytes), "m", tooShort), Problem("m", "Raise OnnxReadOptions.MaxFileBytes"));
        Assert.That(() => OnnxModel.Load(new EndlessStream(), "m", tooShort), Problem("m", "Raise OnnxReadOptions.MaxFileBytes"));
    }

    [TestCase(2, 17, "Format version 2")]
    [TestCase(14, 17, "Format version 14 is not known; legal are 3 to 13")]
    [TestCase(8, 0, "Operator set ai.onnx 0 is not known")]
    [TestCase(8, 28, "Operator set ai.onnx 28 is not known; legal are 1 to 27")]
    public void Load_UnknownVersion_SaysWhatIsLegal(long irVersion, long opset, string expected) =>
        Assert.That(() => SmallModels.Load(Model(Graph(Initializer("w", [1], 1)), irVersion, opset)), Problem("test.onnx", expected));

    [TestCase(3, 1)]
    [TestCase(13, 27)]
    public void Load_VersionsAtTheLimits_AreRead(long irVersion, long opset) =>
        Assert.That(SmallModels.Load(Model(Graph(Initializer("w", [1], 1)), irVersion, opset)).IrVersion, Is.EqualTo(irVersion));

    [Test]
    public void Load_NewerVersionsAllowed_IsRead()
    {
        var options = new OnnxReadOptions { MaxIrVersion = 14, MaxOpsetVersion = 28 };
        Assert.That(SmallModels.Load(Model(Graph(Initializer("w", [1], 1)), 14, 28), options).OperatorSets[0].Version, Is.EqualTo(28));
    }

    [Test]
    public void Load_SeveralProblems_ListsThemAll()
    {
        var graph = Graph(Initializer("w", [1], 1), Initializer("w", [1], 2), Initializer(string.Empty, [1], 3), Node("Relu", ["x"], "w"));
        var exception = Assert.Throws<OnnxFormatException>(() => SmallModels.Load(Model(graph, 99, 99)))!;
        Assert.That(exception.Problems.Select(problem => problem.Where), Is.EqualTo(
            ["ir_version", "opset_import", "graph.initializer[1].name", "graph.initializer[2].name", "graph.node[0].output"]));
        Assert.That(exception.Message, Does.StartWith("test.onnx: 5 problems\n  - ir_version: "));
        Assert.That(exception.FilePath, Is.EqualTo("test.onnx"));
    }

    [Test]
    public void Load_WithoutOperatorSet_SaysSo() =>
        Assert.That(() => SmallModels.Load(new ProtoMessage().Int(1, 8).Bytes(7, Graph(Initializer("w", [1], 1)))), Problem("test.onnx", "opset_import"));

    [Test]
    public void Load_WithoutWeights_IsAnErrorUnlessAllowed()
    {
        var model = Model(Graph(Input("x", 1), Node("Relu", ["x"], "y")));
        Assert.That(() => SmallModels.Load(model), Problem("test.onnx", "it holds no weights. Export it with its parameters"));
        Assert.That(SmallModels.Load(model, new() { RequireWeights = false }).Nodes, Has.Length.EqualTo(1));
    }

    [Test]
    public void Load_WithoutGraph_SaysSo() =>
        Assert.That(() => SmallModels.Load(new ProtoMessage().Int(1, 8)), Problem("test.onnx", "graph: There is no graph."));

    [Test]
    public void Load_WrongWireType_NamesTheFieldAndItsPlace()
    {
        // A TensorFlow GraphDef begins with a nested message in field 1, where ONNX has a number.
        Assert.That(() => SmallModels.Load(new ProtoMessage().Bytes(1, [1, 2, 3])),
            Problem("test.onnx", "ir_version (byte 1): The field is encoded as LengthDelimited, but ONNX defines it as Varint."));
    }

    [Test]
    public void Load_LengthOf2To31_IsRefusedWithoutAllocating()
    {
        byte[] claims = [0x08, 0x08, 0x3A, 0x80, 0x80, 0x80, 0x80, 0x08];
        byte[] large = [0x08, 0x08, 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(() => OnnxModel.Load(claims, "m"), Problem("m", "graph (byte 3)"));
        Assert.That(() => OnnxModel.Load(large, "m"), Problem("m", "graph (byte 3)"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1 << 20));
    }

    [Test]
    public void Load_TextThatIsNotUtf8_NamesTheField()
    {
        var node = new ProtoMessage().Text(4, "Relu").Bytes(2, [0xFF, 0xFE]);
        Assert.That(() => SmallModels.LoadGraph((1, node)), Problem("test.onnx", "graph.node[0].output (byte "));
    }

    [Test]
    public void Load_NodeWithoutOperator_NamesTheNode() =>
        Assert.That(() => SmallModels.LoadGraph((1, new ProtoMessage().Text(3, "lost"))), Problem("test.onnx", "graph.node[0].op_type"));

    [Test]
    public void Load_AttributeOfAnotherType_SaysSo()
    {
        var attribute = new ProtoMessage().Text(1, "group").Float(2, 1).Int(20, 2);
        Assert.That(() => SmallModels.LoadGraph(Node("Conv", ["x"], "y", attribute)),
            Problem("test.onnx", "Attribute 'group' is declared as Int but holds Float"));
    }

    [TestCase(15, true)]
    [TestCase(16, false)]
    [TestCase(300, false)]
    public void Load_NestedGraphs_AreReadToTheLimit(int bodies, bool legal)
    {
        var graph = Graph(Node("Relu", ["x"], "innermost"));
        for (var i = 0; i < bodies; i++)
        {
            graph = Graph(Node("If", ["c"], "y", Body("then_branch", graph)));
        }

        Assert.That(() => SmallModels.Load(Model(graph)), legal ? Throws.Nothing : Problem("test.onnx", "Graphs are nested deeper than 16"));
    }

    [Test]
    public void Load_NestedGroups_EndInAnError()
    {
        // Start-group tags of an unknown field: the deprecated way to nest without lengths.
        var bytes = Enumerable.Repeat((byte)0x33, 100_000).Prepend((byte)8).Prepend((byte)8).ToArray();
        Assert.That(() => OnnxModel.Load(bytes), Throws.TypeOf<OnnxFormatException>());
    }

    [Test]
    public void Load_EveryPrefix_IsAnError()
    {
        byte[] bytes = SmallModels.Mixed();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.That(() => OnnxModel.Load(bytes.AsMemory(0, length)), Throws.TypeOf<OnnxFormatException>(), $"{length} bytes");
        }
    }

    [Test]
    public void Problem_WithAndWithoutPlace_ReadsWell()
    {
        Assert.That(new OnnxProblem(string.Empty, null, "What.", "Fix.").ToString(), Is.EqualTo("What. Fix."));
        Assert.That(new OnnxProblem("graph", 12, "What.", "Fix.").ToString(), Is.EqualTo("graph (byte 12): What. Fix."));
    }

    private static TestCaseData Other(byte[] bytes, string format, string fix) => new TestCaseData(bytes, format, fix).SetArgDisplayNames(format);

    private static NUnit.Framework.Constraints.IResolveConstraint Problem(string source, string text) =>
        Throws.TypeOf<OnnxFormatException>().With.Message.StartsWith($"{source}: ").And.Message.Contains(text);

    /// <summary>A stream of ones that cannot seek and never ends.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill(1);
            return buffer.Length;
        }
    }
}
