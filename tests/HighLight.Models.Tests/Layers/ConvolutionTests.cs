using HighLight.Models.Layers;
using HighLight.Models.Tests.Writing;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Tests.Layers;

public class ConvolutionTests
{
    [Test]
    public void Conv_WithAllAttributes_HasItsGeometry()
    {
        var weights = Read([4, 1, 3, 2], Int("group", 2), Ints("kernel_shape", 3, 2), Ints("strides", 2, 1), Ints("dilations", 1, 5), Ints("pads", 1, 2, 3, 4));
        var geometry = weights.Convolution!;

        Assert.That((weights.Operator, weights.Layout), Is.EqualTo((LayerOperator.Conv, WeightLayout.OutputByInput)));
        Assert.That((weights.M, weights.K, weights.GemmCount, weights.Count), Is.EqualTo((2, 6, 2, 24)));
        Assert.That((geometry.OutputChannels, geometry.ChannelsPerGroup, geometry.Groups), Is.EqualTo((4, 1, 2)));
        Assert.That(geometry.Kernel, Is.EqualTo([3, 2]));
        Assert.That(geometry.Strides, Is.EqualTo([2, 1]));
        Assert.That(geometry.Dilations, Is.EqualTo([1, 5]));
        Assert.That(geometry.PadsBegin, Is.EqualTo([1, 2]));
        Assert.That(geometry.PadsEnd, Is.EqualTo([3, 4]));
        Assert.That((geometry.AutoPad, geometry.IsDepthwise), Is.EqualTo(("NOTSET", true)));
    }

    [Test]
    public void Conv_WithoutAttributes_HasOnnxDefaults()
    {
        var weights = Read([2, 3, 1, 1], new ProtoMessage().Text(1, "auto_pad").Text(4, "SAME_UPPER").Int(20, 3));
        var geometry = weights.Convolution!;
        Assert.That((weights.M, weights.K, weights.GemmCount), Is.EqualTo((2, 3, 1)));
        Assert.That(geometry.Strides, Is.EqualTo([1, 1]));
        Assert.That(geometry.Dilations, Is.EqualTo([1, 1]));
        Assert.That(geometry.PadsBegin, Is.EqualTo([0, 0]));
        Assert.That((geometry.Groups, geometry.AutoPad, geometry.IsDepthwise), Is.EqualTo((1, "SAME_UPPER", false)));
    }

    [TestCase(new long[] { 2, 3, 5 }, 15)]
    [TestCase(new long[] { 2, 3, 5, 2, 2 }, 60)]
    public void Conv_OneOrThreeSpatialDimensions_IsRead(long[] shape, int k) => Assert.That(Read(shape).K, Is.EqualTo(k));

    [Test]
    public void ToTensor_Conv_IsTheStoredOrder()
    {
        var weights = Read([2, 2, 1, 2]);
        Assert.That(weights.ToTensor().Values.ToArray(), Is.EqualTo([0, 1, 2, 3, 4, 5, 6, 7]));
        Assert.That(weights.ReadValues().ToArray(), Is.EqualTo(weights.ToTensor().Values.ToArray()));
        Assert.That(weights.ToTensor().Ranks.Select(rank => rank.ToString()), Is.EqualTo(["K:2", "C:2", "R:1", "S:2"]));
    }

    [Test]
    public void ToMatrix_Conv_HasChannelsInnermost()
    {
        // KCRS 2×2×1×2: row k holds (c,s) = 00 01 10 11; with channels innermost 00 10 01 11.
        var weights = Read([2, 2, 1, 2]);
        Assert.That(weights.ToMatrix().Values.ToArray(), Is.EqualTo([0, 2, 1, 3, 4, 6, 5, 7]));
        Assert.That(weights.SegmentLength, Is.EqualTo(2));
    }

    [TestCase(new long[] { 2, 3, 5 }, "K:2 C:3 S:5")]
    [TestCase(new long[] { 2, 3, 5, 2, 2 }, "K:2 C:3 T:5 R:2 S:2")]
    [TestCase(new long[] { 2, 3, 1, 2, 1, 2 }, "K:2 C:3 R0:1 R1:2 R2:1 R3:2")]
    public void ToTensor_AnySpatialDimensions_NamesTheTaps(long[] shape, string ranks) =>
        Assert.That(string.Join(' ', Read(shape).ToTensor().Ranks), Is.EqualTo(ranks));

    private static IEnumerable<TestCaseData> Inconsistent()
    {
        yield return new(new long[] { 2, 3 }, Int("group", 1), "at least 3 dimensions");
        yield return new(new long[] { 3, 1, 1 }, Int("group", 2), "3 output channels cannot be split into 2 groups");
        yield return new(new long[] { 3, 1, 1 }, Int("group", 0), "into 0 groups");
        yield return new(new long[] { 3, 1, 1 }, Int("group", long.MaxValue), "groups");
        yield return new(new long[] { 3, 1, 2, 2 }, Ints("kernel_shape", 3, 3), "kernel_shape is [3, 3], but the weights have [2, 2]");
        yield return new(new long[] { 3, 1, 2, 2 }, Ints("strides", 1), "strides is [1], but 2 numbers of at least 1 are needed");
        yield return new(new long[] { 3, 1, 2, 2 }, Ints("strides", 1, 0), "strides");
        yield return new(new long[] { 3, 1, 2, 2 }, Ints("dilations", 1, -1), "dilations");
        yield return new(new long[] { 3, 1, 2, 2 }, Ints("pads", 1, 1), "pads is [1, 1], but 4 numbers");
        yield return new(new long[] { 0, 1, 2, 2 }, Int("group", 1), "groups");
        yield return new(new long[] { 2, 0, 2, 2 }, Int("group", 1), "hold nothing");
    }

    [TestCaseSource(nameof(Inconsistent))]
    public void Conv_InconsistentAttributes_IsListedWithTheReason(long[] shape, object attribute, string reason)
    {
        var model = SmallModels.LoadGraph(Weights(shape), Node("Conv", ["x", "w"], "y", (ProtoMessage)attribute));
        Assert.That(model.Weights, Is.Empty);
        Assert.That(model.NotEvaluated.Single().Reason, Does.Contain(reason));
    }

    private static LayerWeights Read(long[] shape, params ProtoMessage[] attributes) =>
        SmallModels.LoadGraph(Weights(shape), Node("Conv", ["x", "w"], "y", attributes)).Weights.Single();

    private static (int Field, byte[] Message) Weights(long[] shape) =>
        Initializer("w", shape, [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (product, size) => product * size)).Select(i => (float)i)]);
}
