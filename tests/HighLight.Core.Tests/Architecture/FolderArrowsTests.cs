namespace HighLight.Architecture;

[TestFixture]
public sealed class FolderArrowsTests
{
    [TestCase(new[] { "A -> B", "B -> C" }, "")]
    [TestCase(new[] { "A -> B", "B -> A" }, "A, B")]
    [TestCase(new[] { "A -> B", "B -> C, D", "C -> A", "D -> E" }, "A, B, C")]
    [TestCase(new[] { "A -> B", "B -> A, C", "C -> D", "D -> C" }, "A, B|C, D")]
    public void Circles_ByHand(string[] arrows, string circles) =>
        Assert.That(string.Join('|', FolderArrows.Circles(arrows)), Is.EqualTo(circles));
}
