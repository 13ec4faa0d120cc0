using HighLight.Models.Runtime.Inputs;
using HighLight.Models.Tests.Writing;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Runtime.Tests.Inputs;

public class InputShapesTests
{
    private static OnnxModel Model => SmallModels.LoadGraph(Input("image", "batch", 3, "h", "w"), Input("fixed", 2, 4), Input("ids", "batch", 7));

    [Test]
    public void Of_BindingsOfInputsAndOfSizes_GiveEveryShape()
    {
        var shapes = InputShapes.Of(Model, "image=1x3x224x224", "batch=2");
        Assert.That(shapes["image"], Is.EqualTo(new[] { 1, 3, 224, 224 }));
        Assert.That(shapes["fixed"], Is.EqualTo(new[] { 2, 4 }));
        Assert.That(shapes["ids"], Is.EqualTo(new[] { 2, 7 }));
    }

    [Test]
    public void Of_SizesThatStayOpen_AreListedWithWhatToBind() => Assert.That(
        () => InputShapes.Of(Model),
        Throws.ArgumentException.With.Message.Contains("image=1x3x224x224").And.Message.Contains("ids=1x7"));

    [TestCase("image", "'image' binds no shape")]
    [TestCase("image=", "binds no shape")]
    [TestCase("image=1x0x2x2", "binds no shape")]
    [TestCase("image=1x-3x2x2", "binds no shape")]
    [TestCase("image=1x3x99999999999x2", "binds no shape")]
    [TestCase("imag=1x3x2x2", "no input and no open size")]
    [TestCase("image=1x3x2", "4 dimensions, but 3")]
    [TestCase("image=1x4x2x2", "dimension 1 of image")]
    [TestCase("image=1000x3x1000x1000", "more than")]
    [TestCase("batch=1", "leaves sizes open")]
    public void Of_BadBinding_SaysWhatIsWrong(string binding, string expected) =>
        Assert.That(() => InputShapes.Of(Model, binding), Throws.ArgumentException.With.Message.Contains(expected));

    [Test]
    public void Of_TheSameBoundTwice_IsAnError() =>
        Assert.That(() => InputShapes.Of(Model, "batch=1", "batch=2"), Throws.ArgumentException.With.Message.Contains("bound twice"));
}
