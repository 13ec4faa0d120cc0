using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

public class HssPrunerTests
{
    [Test]
    public void Prune_TwoRanksByHand_KeepsBlocksByWhatSurvivedBelow()
    {
        // C1(3:4)→C0(2:4). Rank 0 first: the two largest magnitudes of each block of four.
        //   block 0   .1 −.9  .4  .2   keeps −.9 and .4                                 sum of squares .97
        //   block 1   .5  .5  .5  .1   keeps the first two of the three equal ones      .50
        //   block 2   .3 −.2   0  .1   keeps .3 and −.2                                 .13
        //   block 3    0   0  .7   0   keeps .7 and, to make two, the first zero        .49
        // Rank 1: three of the four blocks; all have four positions, so the least sum goes: block 2.
        var weights = Row(.1f, -.9f, .4f, .2f, .5f, .5f, .5f, .1f, .3f, -.2f, 0, .1f, 0, 0, .7f, 0);

        var mask = Prune("C1(3:4)→C0(2:4)", weights);

        Assert.That(mask.KeptColumns(0), Is.EqualTo(new[] { 1, 2, 4, 5, 12, 14 }));
        Assert.That(mask.Apply(weights).Values.ToArray(), Is.EqualTo(new[] { 0, -.9f, .4f, 0, .5f, .5f, 0, 0, 0, 0, 0, 0, 0, 0, .7f, 0 }));
        Assert.That(mask.Density, Is.EqualTo(new Fraction(3, 8)));
    }

    [Test]
    public void Prune_BlockScore_IgnoresWhatRank0Dropped()
    {
        // Whole blocks: 4·.36 = 1.44 against 1; but of the first only .6 survives 1:4, so the second block is kept.
        var mask = Prune("C1(1:2)→C0(1:4)", Row(.6f, .6f, .6f, .6f, 0, 1, 0, 0));

        Assert.That(mask.KeptColumns(0), Is.EqualTo(new[] { 5 }));
    }

    [Test]
    public void Prune_ThreeRanksByHand_AppliesEachRankToTheOneBelow()
    {
        // C2(1:2)→C1(1:2)→C0(1:2). Rank 0 leaves 1 2 | 3 4 → 2, 4; 5 0 | 1 0 → 5, 1. Rank 1 leaves 4 (16) and 5 (25). Rank 2 leaves 5.
        var mask = Prune("C2(1:2)→C1(1:2)→C0(1:2)", Row(1, 2, 3, 4, 5, 0, 1, 0));

        Assert.That(mask.KeptColumns(0), Is.EqualTo(new[] { 4 }));
    }

    [TestCase("2:4", new float[] { 1, -1, 1, 1 }, new[] { 0, 1 })]
    [TestCase("1:2", new float[] { 0, 0, -0f, 0 }, new[] { 0, 2 })]
    [TestCase("C1(1:2)→C0(1:2)", new float[] { 0, -3, 3, 0 }, new[] { 1 })]
    [TestCase("C1(2:3)→C0(1:1)", new float[] { 0, 0, 0 }, new[] { 0, 1 })]
    [TestCase("4:4", new float[] { 0, 1, 0, 2 }, new[] { 0, 1, 2, 3 })]
    public void Prune_Ties_KeepsTheLowestCoordinate(string pattern, float[] row, int[] kept) =>
        Assert.That(Prune(pattern, Row(row)).KeptColumns(0), Is.EqualTo(kept));

    // Under C1(1:2)→C0(2:2) a segment of three is a group whose second block has one position.
    [TestCase(.6f, .5f, .7f, new[] { 2 }, TestName = "Prune_PaddedTail_ShortBlockWinsByItsMean (.49 > .305)")]
    [TestCase(.6f, .5f, .5f, new[] { 0, 1 }, TestName = "Prune_PaddedTail_ShortBlockLosesByItsMean (.25 < .305)")]
    [TestCase(.5f, .5f, .5f, new[] { 0, 1 }, TestName = "Prune_PaddedTail_EqualMeansKeepTheLowest")]
    public void Prune_PaddedTail_ComparesMeansOverExistingPositions(float a, float b, float c, int[] kept) =>
        Assert.That(Prune("C1(1:2)→C0(2:2)", Row(a, b, c)).KeptColumns(0), Is.EqualTo(kept));

    [Test]
    public void Prune_PaddedTailShorterThanG_KeepsAllOfIt() =>
        Assert.That(Prune("3:4", Row(1, 2, 3, 4, 0, 5)).KeptColumns(0), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));

    [Test]
    public void Prune_DenseTail_KeepsItWhole()
    {
        // Groups of four at 0 and 4; the tail at 8 is not even cut to 1:2.
        var mask = new HssPruner(HssPattern.Parse("C1(1:2)→C0(1:2)"), TailPolicy.Dense).Prune(Row(4, 3, 2, 1, 1, 2, 3, 4, 1, 2, 3));

        Assert.That(mask.KeptColumns(0), Is.EqualTo(new[] { 0, 7, 8, 9, 10 }));
    }

    [Test]
    public void Prune_DenseTailOfAGroupLongerThanTheRow_KeepsEverything() =>
        Assert.That(new HssPruner(HssPattern.Parse("1:60000→1:60000→1:4"), TailPolicy.Dense).Prune(Row(1, 2, 3)), Is.EqualTo(Mask.All(1, 3)));

    [Test]
    public void Prune_TailUnderReject_SaysWhatIsLeftOver() =>
        Assert.That(
            () => new HssPruner(HssPattern.Parse("2:4"), TailPolicy.Reject).Prune(Row(1, 2, 3, 4, 5)),
            Throws.ArgumentException.With.Message.Contains("1 are left over"));

    [Test]
    public void Prune_64ChannelsUnder4Of7Then2Of4_Keeps20AndStores24()
    {
        // Two groups of 28 keep 8 each; the padded group has two real blocks, fewer than the 4 allowed, which keep 2 each but store 8 entries.
        var pruner = new HssPruner(HssPattern.Parse("C1(4:7)→C0(2:4)"));
        var weights = Matrix<float>.Create(1, 64, (_, column) => 1 + (column % 5));

        var layout = pruner.Layout(64);

        Assert.That(pruner.Prune(weights).Count, Is.EqualTo(20));
        Assert.That(layout.EffectiveDensity, Is.EqualTo(new Fraction(3, 8)));
        Assert.That(layout.StoredPerRow, Is.EqualTo(24));
    }

    [Test]
    public void Prune_Segments_StartGroupsAnew()
    {
        // 1:2 over slices of three: blocks {0,1} {2} {3,4} {5}; without slices {0,1} {2,3} {4,5}.
        var weights = Row(1, 2, 3, 4, 5, 6);
        var pruner = new HssPruner(HssPattern.Parse("1:2"));

        Assert.That(pruner.Prune(weights, 3).KeptColumns(0), Is.EqualTo(new[] { 1, 2, 4, 5 }));
        Assert.That(pruner.Prune(weights).KeptColumns(0), Is.EqualTo(new[] { 1, 3, 5 }));
    }

    [TestCase(0, 8)]
    [TestCase(3, 0)]
    [TestCase(0, 0)]
    public void Prune_EmptyMatrix_GivesAnEmptyMask(int rows, int columns)
    {
        var mask = new HssPruner(HssPattern.Parse("2:4")).Prune(Matrix<float>.Create(rows, columns, []));

        Assert.That((mask.Rows, mask.Columns, mask.Count), Is.EqualTo((rows, columns, 0L)));
    }

    [Test]
    public void Prune_ExtremeMagnitudes_NeitherOverflowNorVanish()
    {
        // The squares of these leave the range of a float on both sides.
        Assert.That(Prune("C1(1:2)→C0(1:2)", Row(float.MaxValue, 0, 3e38f, 0)).KeptColumns(0), Is.EqualTo(new[] { 0 }));
        Assert.That(Prune("C1(1:2)→C0(1:2)", Row(float.Epsilon, 0, 0, 2 * float.Epsilon)).KeptColumns(0), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public void Prune_WideBlockOfTheLargestH_Works()
    {
        // Half of the row has magnitude 2, at the odd columns.
        var mask = Prune("32768:65536", Matrix<float>.Create(1, 65_536, (_, column) => 1 + (column % 2)));

        Assert.That(mask.KeptColumns(0), Is.EqualTo(Enumerable.Range(0, 32_768).Select(i => (2 * i) + 1)));
    }

    [Test]
    public void Prune_NotFiniteWeights_NamesTheFirstAndTheirNumber()
    {
        var weights = Matrix<float>.Create(2, 3, [1, float.NaN, 2, float.PositiveInfinity, float.NegativeInfinity, float.NaN]);

        Assert.That(
            () => Prune("1:3", weights),
            Throws.ArgumentException.With.Message.Contains("4 of 6").And.Message.Contains("(0, 1) is NaN, (1, 0) is Infinity, (1, 1) is -Infinity, …"));
    }

    [TestCase(4)]
    [TestCase(0)]
    [TestCase(-1)]
    public void Prune_SegmentThatDoesNotDivideTheColumns_Throws(int segmentLength) =>
        Assert.That(() => new HssPruner(HssPattern.Parse("1:2")).Prune(Row(1, 2, 3, 4, 5, 6), segmentLength), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Constructor_UnknownTails_Throws() =>
        Assert.That(() => new HssPruner(HssPattern.Dense, (TailPolicy)9), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Name_NamesPatternAndUnusualTails()
    {
        Assert.That(new HssPruner(HssPattern.Parse("3:4→2:4")).ToString(), Is.EqualTo("HSS C1(3:4)→C0(2:4)"));
        Assert.That(new HssPruner(HssPattern.Parse("2:4"), TailPolicy.Dense).Name, Is.EqualTo("HSS C0(2:4), tails Dense"));
    }

    private static Matrix<float> Row(params float[] values) => Matrix<float>.Create(1, values.Length, values);

    private static Mask Prune(string pattern, Matrix<float> weights) => new HssPruner(HssPattern.Parse(pattern)).Prune(weights);
}
