using CsCheck;

namespace HighLight.Evaluation.Densities;

[TestFixture]
public sealed class OccupancyDistributionTests
{
    private static readonly Gen<OccupancyDistribution> Any = Gen.OneOf(
        Gen.Select(Gen.Int[1, 64], Gen.Double[0, 1]).Select((tile, density) => OccupancyDistribution.Binomial(tile, density)),
        Gen.Select(Gen.Int[1, 64], Gen.Int[0, 200], Gen.Double[0, 1]).Select((tile, more, share) =>
            OccupancyDistribution.Hypergeometric(tile, tile + more, (int)(share * (tile + more)))));

    [Test]
    public void Probabilities_AnyDistribution_AddUpToOne() =>
        Any.Sample(d => Math.Abs(Enumerable.Range(0, d.Tile + 1).Sum(n => d[n]) - 1) < 1e-9 && d[-1] == 0 && d[d.Tile + 1] == 0);

    [Test]
    public void Mean_Binomial_IsDensityTimesTile() =>
        Gen.Select(Gen.Int[1, 200], Gen.Double[0, 1]).Sample((tile, density) =>
            Math.Abs(OccupancyDistribution.Binomial(tile, density).Mean - (tile * density)) < 1e-8 * tile);

    [Test]
    public void Hypergeometric_FourOutOfSixWithThreeNonzeros_ByHand()
    {
        // 15 choices of 4 out of 6: 3 hold 1 nonzero (C(3,1)·C(3,3)), 9 hold 2, 3 hold 3.
        var d = OccupancyDistribution.Hypergeometric(4, 6, 3);
        Assert.That(new[] { d[0], d[1], d[2], d[3], d[4] }, Is.EqualTo(new[] { 0, 0.2, 0.6, 0.2, 0 }).Within(1e-12));
        Assert.That(d.Max, Is.EqualTo(3));
    }

    [Test]
    public void ExpectedSteps_ByHand()
    {
        // Two values, each nonzero with probability 1/2: 0, 1, 1, 2 nonzeros; one lane needs 0, 1, 1, 2 steps, two lanes 0, 1, 1, 1.
        var d = OccupancyDistribution.Binomial(2, 0.5);
        Assert.That(d.ExpectedSteps(1), Is.EqualTo(1).Within(1e-12));
        Assert.That(d.ExpectedSteps(2), Is.EqualTo(0.75).Within(1e-12));
        // Nonempty: 1, 1, 2 nonzeros in 1, 1, 1 steps of two lanes: 1/2, 1/2, 1.
        Assert.That(d.ExpectedUtilisation(2), Is.EqualTo(2.0 / 3).Within(1e-12));
    }

    [Test]
    public void ExpectedSteps_MoreLanes_NeverTakesMore() =>
        Gen.Select(Any, Gen.Int[1, 32]).Sample((d, lanes) =>
            d.ExpectedSteps(lanes + 1) <= d.ExpectedSteps(lanes) + 1e-12 && d.ExpectedSteps(lanes) * lanes >= d.Mean - 1e-9);

    [TestCase(32, 0.5, 16, 0.75)]
    [TestCase(64, 0.5, 16, 0.8333)]
    [TestCase(64, 0.25, 16, 0.7404)]
    public void ExpectedUtilisation_DualSideSparseTensorCore_IsTheOneBehindSparseloopsCycles(int tile, double density, int lanes, double published)
    {
        // Cycles of the stored Sparseloop runs at 1024³ (699050, 629134, 354067 of 1048576) are density / utilisation.
        var d = OccupancyDistribution.Hypergeometric(tile, 1024 * 1024, (int)(density * 1024 * 1024));
        Assert.That(d.ExpectedUtilisation(lanes), Is.EqualTo(published).Within(0.01));
    }

    [Test]
    public void And_TwoTiles_HaveTheSumOfTheMeans() =>
        Gen.Select(Any, Any).Sample((a, b) => Math.Abs(a.And(b).Mean - a.Mean - b.Mean) < 1e-8 && a.And(b).Tile == a.Tile + b.Tile);

    [Test]
    public void ExpectedUtilisation_AlwaysEmpty_IsOne() => Assert.That(OccupancyDistribution.Certain(8, 0).ExpectedUtilisation(4), Is.EqualTo(1));

    [Test]
    public void Factories_ImpossibleArguments_Throw()
    {
        Assert.That(() => OccupancyDistribution.Binomial(4, 1.1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => OccupancyDistribution.Binomial(4, double.NaN), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => OccupancyDistribution.Hypergeometric(5, 4, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => OccupancyDistribution.Hypergeometric(2, 4, 5), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => OccupancyDistribution.Certain(2, 3), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => OccupancyDistribution.Counted([]), Throws.ArgumentException);
        Assert.That(() => OccupancyDistribution.Counted([0, 0]), Throws.ArgumentException);
        Assert.That(() => OccupancyDistribution.Counted([1, -1]), Throws.ArgumentException);
    }
}
