using HighLight.Architecture;

namespace HighLight.Models.Tests.Architecture;

/// <summary>The arrows between the folders of HighLight.Models: exactly these, and no circle.</summary>
public class LayeringTests
{
    private static readonly string[] s_allowed =
    [
        ". -> HighLight.Files, Layers, Onnx, Onnx.Wire",
        "Layers -> Onnx",
        "Onnx.Wire -> Onnx",
        "Pruning -> ., Layers, Onnx",
    ];

    private static readonly string[] s_arrows = FolderArrows.Of(typeof(OnnxModel).Assembly.Location, "HighLight.Models");

    [Test]
    public void Folders_UseExactlyTheListedOnes() => Assert.That(s_arrows, Is.EqualTo(s_allowed));

    [Test]
    public void Folders_HaveNoCircle() => Assert.That(FolderArrows.Circles(s_arrows), Is.Empty);
}
