using HighLight.Architecture;

namespace HighLight.Models.Runtime.Tests.Architecture;

/// <summary>The arrows between the folders of HighLight.Models.Runtime: exactly these, and no circle.</summary>
public class LayeringTests
{
    private static readonly string[] s_allowed =
    [
        ". -> Execution, Inputs, Measurement",
        "Comparison -> ., Execution",
        "Inputs -> Execution",
        "Measurement -> Execution",
        "Networks -> Execution, Measurement",
    ];

    private static readonly string[] s_arrows = FolderArrows.Of(typeof(ModelRunner).Assembly.Location, "HighLight.Models.Runtime");

    [Test]
    public void Folders_UseExactlyTheListedOnes() => Assert.That(s_arrows, Is.EqualTo(s_allowed));

    [Test]
    public void Folders_HaveNoCircle() => Assert.That(FolderArrows.Circles(s_arrows), Is.Empty);
}
