namespace HighLight.Evaluation.Densities;

[TestFixture]
public sealed class TiledStepsTests
{
    [TestCase(0.0)]
    [TestCase(0.05)]
    [TestCase(0.5)]
    [TestCase(1.0)]
    public void WholeTiles_OfAnySize_TakeTheStepsOfWholeTilesAndOfTheRest(double density)
    {
        var steps = new TiledSteps(32, 8, density);
        for (var size = 1; size <= 100; size++)
        {
            var expected = ((size / 32) * Steps(32)) + Steps(size % 32);
            Assert.That(steps.WholeTiles(size, size) * steps.PerTile, Is.EqualTo(expected).Within(1e-12), $"{size}");
        }

        double Steps(int values) => OccupancyDistribution.Binomial(values, density).ExpectedSteps(8);
    }

    [Test]
    public void WholeTiles_OfDenseEdges_AreStepsBegun() =>
        Assert.That(new[] { 1, 8, 9, 31, 32, 33, 64 }.Select(size => new TiledSteps(32, 8, 1).WholeTiles(size, size)), Is.EqualTo(new[] { 0.25, 0.25, 0.5, 1, 1, 1.25, 2 }));

    [Test]
    public void WholeTiles_WalkedInParts_AreThoseOfEachPart()
    {
        // 33 values in parts of 16 with warp tiles of 32: two parts of half a tile and one of a single value.
        var steps = new TiledSteps(32, 8, 0.3);
        var expected = (2 * steps.WholeTiles(16, 16)) + steps.WholeTiles(1, 1);
        Assert.That(steps.WholeTiles(33, 16), Is.EqualTo(expected).Within(1e-12));
        Assert.That(steps.WholeTiles(96, 64), Is.EqualTo(steps.WholeTiles(96, 96)));
    }
}
