using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HighLight.Models.Layers;

namespace HighLight.Models.Tests.RealModel;

/// <summary>
/// The shipped model. Expected values were found by a decoder of the wire format written apart from the library; the elements are checked
/// against the bytes that stand beside the tensor's name in the file.
/// </summary>
public class MlsdTests
{
    private const string FileName = "mlsd_320x320_tiny.onnx";

    private static string Folder => Path.Combine(TestContext.CurrentContext.TestDirectory, "data", "models");

    private static OnnxModel Model { get; } = OnnxModel.Load(Path.Combine(Folder, FileName));

    [Test]
    public void File_IsTheOneThatTheReadmeDescribes()
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Model.FileBytes.Span));
        Assert.That(sha256, Is.EqualTo("8ed66620ee42e13b814f9d281f21873fe0ffca44261087188384dc4f365440f7"));
        Assert.That(File.ReadAllText(Path.Combine(Folder, "README.md")), Does.Contain(sha256));
        Assert.That(File.ReadAllText(Path.Combine(Folder, "LICENSE")), Does.Contain("Apache License").And.Contain("Version 2.0, January 2004"));
    }

    [Test]
    public void Model_DescribesItself()
    {
        Assert.That((Model.IrVersion, Model.ProducerName, Model.ProducerVersion), Is.EqualTo((6, "tf2onnx", "1.8.5")));
        Assert.That(Model.OperatorSets.Single().ToString(), Is.EqualTo("ai.onnx 11"));
        Assert.That(Model.Inputs.Single().ToString(), Is.EqualTo("input_image_with_alpha:0: Float32[1, 320, 320, 4]"));
        Assert.That(Model.Outputs.Select(output => output.ToString()), Is.EqualTo(
            ["offsets: Float32[1, 160, 160, 4]", "scores: Float32[1, 160, 160, 1]"]));
    }

    [Test]
    public void Nodes_CountedByOperator()
    {
        var counts = Model.Nodes.CountBy(node => node.Operator).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}"));
        Assert.That(counts, Is.EqualTo([
            "Add 8", "Cast 1", "Clip 20", "Concat 6", "Conv 41", "Equal 1", "MaxPool 1", "Mul 2", "Pad 3", "Relu 10", "Reshape 2", "Resize 3",
            "Shape 3", "Sigmoid 1", "Slice 5", "Split 1", "Sub 1", "Transpose 2"]));
    }

    [Test]
    public void Weights_EveryConvolution_IsRead()
    {
        Assert.That(Model.Weights.Select(weights => weights.Node), Is.EqualTo(Model.Nodes.Where(node => node.Is("Conv"))));
        Assert.That(Model.NotEvaluated, Is.Empty);
        Assert.That(Model.Weights.Sum(weights => (long)weights.Count), Is.EqualTo(608864));
        Assert.That(Model.Initializers.Sum(tensor => (long)tensor.Count), Is.EqualTo(614275));
    }

    [TestCase("Conv2D/filter:0", "32,4,3,3", 32, 36, 1, "129e84b99bc5fd4d47f18190a6d0a6f14e7f3be740022c016f874678ca8c77ae")]
    [TestCase("const_fold_opt__311", "32,1,3,3", 1, 9, 32, "6abf024b57374794481300063205e9d745e24a43f9ef355a5b0b6c2e868783b7")]
    [TestCase("Conv2D_22/filter:0", "128,128,3,3", 128, 1152, 1, "3e4a5aa381e6fb3547f96a7017355a20348deabc5394c1241582bbabd42a707c")]
    public void FindWeight_KnownLayers_HaveTheirShapeAndElements(string name, string shape, int m, int k, int count, string sha256)
    {
        var weights = Model.FindWeight(name);
        Assert.That(string.Join(',', weights.Shape), Is.EqualTo(shape));
        Assert.That((weights.M, weights.K, weights.GemmCount), Is.EqualTo((m, k, count)));
        var bytes = new byte[weights.Count * 4];
        foreach (var (index, value) in weights.ToTensor().Values.ToArray().Index())
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * 4), value);
        }

        Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(sha256));
    }

    [TestCase("Conv2D_99", "Conv2D_9/filter:0")]
    [TestCase("conv2d_28", "Conv2D_28/filter:0")]
    [TestCase("Conv_220", "Conv__220")]
    public void FindWeight_Misspelt_SuggestsTheNearest(string name, string nearest) =>
        Assert.That(() => Model.FindWeight(name), Throws.TypeOf<KeyNotFoundException>().With.Message.Contains($"Did you mean '{nearest}'?"));

    [Test]
    public void ReadValues_EveryLayer_AreTheBytesBesideTheNameInTheFile()
    {
        foreach (var weights in Model.Weights)
        {
            var raw = FindRawData(weights.Name);
            Assert.That(raw, Has.Length.EqualTo(4 * weights.Count), weights.Name);
            Assert.That(weights.ReadValues().ToArray(), Is.EqualTo(raw.Chunk(4).Select(bytes => BitConverter.ToSingle(bytes))), weights.Name);
        }
    }

    [Test]
    public void Convolutions_StrideDilationAndGroups_AreThoseOfTheNetwork()
    {
        Assert.That(Model.Weights.Count(weights => weights.Convolution!.IsDepthwise), Is.EqualTo(10));
        Assert.That(Model.Weights.Count(weights => weights.Convolution!.Strides[0] == 2), Is.EqualTo(4));
        Assert.That(Model.FindWeight("Conv2D_28/filter:0").Convolution!.Dilations, Is.EqualTo([5, 5]));
        Assert.That(Model.FindWeight("Conv2D/filter:0").Convolution!.PadsEnd, Is.EqualTo([1, 1]));
    }

    [Test]
    public void FirstConvolution_AlphaChannel_HasZeroWeights()
    {
        // The authors feed RGBA images and give the alpha channel no weight.
        var weights = Model.FindWeight("Conv2D/filter:0").ReadValues().ToArray();
        var zeros = weights.Index().Where(weight => weight.Item == 0).Select(weight => weight.Index / 9 % 4).ToList();
        Assert.That(zeros, Has.Count.EqualTo(32 * 9).And.All.EqualTo(3));
    }

    [Test]
    public void Readme_TableOfLayers_IsWhatTheModelHolds()
    {
        var rows = Model.Weights.Select((weights, index) => string.Create(CultureInfo.InvariantCulture,
            $"| {index + 1} | `{weights.LayerName}` | `{weights.Name}` | {string.Join('×', weights.Shape)} | {Columns(weights.Convolution!)} | {weights.M} | {weights.K} | {weights.Count} |"));
        Assert.That(File.ReadAllText(Path.Combine(Folder, "README.md")), Does.Contain(string.Join('\n', rows)));
    }

    private static string Columns(ConvolutionGeometry geometry) =>
        string.Create(CultureInfo.InvariantCulture, $"{geometry.Groups} | {geometry.Strides[0]} | {geometry.Dilations[0]}");

    /// <summary>Finds a tensor's raw_data by bytes alone: in this file field 8, the name, stands right before field 9, the elements.</summary>
    private static byte[] FindRawData(string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        byte[] pattern = [0x42, (byte)text.Length, .. text, 0x4A];
        var bytes = Model.FileBytes.Span;
        var at = bytes.IndexOf(pattern);
        Assert.That(at, Is.GreaterThan(0), name);
        at += pattern.Length;
        var (length, shift) = (0, 0);
        do
        {
            length |= (bytes[at] & 127) << shift;
            shift += 7;
        }
        while (bytes[at++] >= 128);

        return bytes.Slice(at, length).ToArray();
    }
}
