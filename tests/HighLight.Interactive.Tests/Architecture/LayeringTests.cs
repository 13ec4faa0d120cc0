using HighLight.Architecture;

namespace HighLight.Interactive.Tests.Architecture;

/// <summary>The arrows between the folders of HighLight.Interactive: exactly these, and no circle.</summary>
public class LayeringTests
{
    private static readonly string[] s_allowed =
    [
        ". -> Directives, Display, Magic",
        "Magic -> Directives",
    ];

    private static readonly string[] s_arrows = FolderArrows.Of(typeof(HighLightExtension).Assembly.Location, "HighLight.Interactive");

    [Test]
    public void Folders_UseExactlyTheListedOnes() => Assert.That(s_arrows, Is.EqualTo(s_allowed));

    [Test]
    public void Folders_HaveNoCircle() => Assert.That(FolderArrows.Circles(s_arrows), Is.Empty);
}
