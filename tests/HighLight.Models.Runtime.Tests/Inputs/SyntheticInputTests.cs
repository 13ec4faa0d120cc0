using HighLight.Models.Onnx;
using HighLight.Models.Runtime.Execution;
using HighLight.Models.Runtime.Inputs;
using HighLight.Models.Tests.Writing;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Runtime.Tests.Inputs;

public class SyntheticInputTests
{
    [Test]
    public void For_TheRealModel_DrawsBytesAndAnOpaqueAlpha()
    {
        var image = RealModel.Input.Single();
        Assert.That(image.Origin, Does.Contain("synthetic image, 0..255"), "The model begins by scaling bytes down.");
        var values = image.Values.ToArray();
        Assert.That(values.Where((_, i) => i % 4 == 3), Is.All.EqualTo(1));
        Assert.That(values, Is.All.InRange(0, 255));
        Assert.That(values.Max() - values.Min(), Is.GreaterThan(200));
    }

    [Test]
    public void For_ImagesWithoutScaling_AreNormalisedAndBothLayoutsShowTheSame()
    {
        var first = Draw(1, 3, 20, 30);
        var last = Draw(1, 20, 30, 3);
        Assert.That(first.Values.ToArray().Average(), Is.EqualTo(0).Within(1e-4));
        Assert.That(first.Values.ToArray().Average(value => value * value), Is.EqualTo(1).Within(1e-3));
        Assert.That(Enumerable.Range(0, 600).Select(i => first.Values.Span[600 + i]), Is.EqualTo(Enumerable.Range(0, 600).Select(i => last.Values.Span[(3 * i) + 1])));
        Assert.That(Draw(1, 1, 20, 30).Values.Length, Is.EqualTo(600));
    }

    [Test]
    public void For_TheSameSeed_DrawsTheSame()
    {
        var model = SmallModels.LoadGraph(Input("x", 2, 3, 8, 8), Input("v", 5));
        var (a, b, c) = (SyntheticInput.For(model, seed: 4), SyntheticInput.For(model, seed: 4), SyntheticInput.For(model, seed: 5));
        for (var i = 0; i < 2; i++)
        {
            Assert.That(a[i].Values.ToArray(), Is.EqualTo(b[i].Values.ToArray()));
            Assert.That(a[i].Values.ToArray(), Is.Not.EqualTo(c[i].Values.ToArray()));
        }

        Assert.That(a[0].Values.Span[..192].SequenceEqual(a[0].Values.Span[192..]), Is.False, "Images of a batch differ.");
    }

    [Test]
    public void For_WholeNumbers_StayBelowTheTableTheyLookUp()
    {
        var model = SmallModels.LoadGraph(
            (11, Whole("ids")), (11, Whole("mask")), Output("y"), Initializer("table", [3, 2], 1, 2, 3, 4, 5, 6),
            Node("Gather", ["table", "ids"], "g"), Node("Cast", ["mask"], "m", Int("to", 1)), Node("ReduceSum", ["g"], "s"), Node("Mul", ["s", "m"], "y"));
        var inputs = SyntheticInput.For(model);
        Assert.That(inputs[0].Values.ToArray(), Is.All.InRange(0, 2));
        Assert.That(inputs[0].Values.ToArray().Distinct().Count(), Is.EqualTo(3));
        Assert.That(inputs[1].Values.ToArray(), Is.All.EqualTo(1));
        Assert.That(ModelRunner.Run(model, inputs), Has.Length.EqualTo(1));
    }

    private static ModelTensor Draw(params object[] shape) => SyntheticInput.For(SmallModels.LoadGraph(Input("x", shape))).Single();

    private static byte[] Whole(string name) => new ProtoMessage().Text(1, name).Bytes(2, new ProtoMessage().Bytes(
        1, new ProtoMessage().Int(1, (long)OnnxElementType.Int64).Bytes(2, new ProtoMessage().Bytes(1, new ProtoMessage().Int(1, 50)))));
}
