using CsCheck;
using HighLight.Sparsity;

namespace HighLight.Hardware;

[TestFixture]
public sealed class SelectionMuxesTests
{
    private static readonly HssFamily S = HssFamily.Parse("C0(2:{2≤H≤16})");
    private static readonly HssFamily SS = HssFamily.Parse("C1(2:{2≤H≤8})→C0(2:{2≤H≤4})");

    [Test]
    public void WordsPerLane_OneRank_IsHMinusG()
    {
        // H0 = 16, G0 = 2: each of the 2 slots has 15 candidates, 14 two-to-one muxes.
        Assert.That(new SelectionMuxes(S).WordsPerLane, Is.EqualTo((Fraction)14));
        Assert.That(new SelectionMuxes(S).SelectorsPerLane, Is.EqualTo((Fraction)14));
    }

    [Test]
    public void WordsPerLane_TwoRanks_FollowsTheFormula()
    {
        // W = H0(H1−G1)/(G0·R) + (H0−G0) = 4·6/2 + 2 = 14; N = 6/2 + 2 = 5.
        var muxes = new SelectionMuxes(SS);
        Assert.That(muxes.WordsPerLane, Is.EqualTo((Fraction)14));
        Assert.That(muxes.SelectorsPerLane, Is.EqualTo((Fraction)5));
        Assert.That(muxes.WordsPerLaneOfRank(0), Is.EqualTo((Fraction)2));
        Assert.That(muxes.WordsPerLaneOfRank(1), Is.EqualTo((Fraction)12));
    }

    [Test]
    public void WordsPerLane_FourRowsShareTheSelection_DividesRankOneOnly()
    {
        // W = 4·6/(2·4) + 2 = 5; N = 6/(2·4) + 2 = 11/4.
        var muxes = new SelectionMuxes(SS) { RowsSharingSelection = 4 };
        Assert.That(muxes.WordsPerLane, Is.EqualTo((Fraction)5));
        Assert.That(muxes.SelectorsPerLane, Is.EqualTo(new Fraction(11, 4)));
    }

    [Test]
    public void WordsPerLane_UnsortedOffsets_NeedsAFullTree()
    {
        // Full trees: W = 4·7/2 + 3 = 17.
        Assert.That(new SelectionMuxes(SS) { SortedOffsets = false }.WordsPerLane, Is.EqualTo((Fraction)17));
        Assert.That(new SelectionMuxes(S) { SortedOffsets = false }.WordsPerLane, Is.EqualTo((Fraction)15));
    }

    [Test]
    public void WordsPerLane_ThreeRanks_MultipliesBlocksAndLanes()
    {
        // Rank 2: blocks of H1·H0 = 8 words, G1·G0 = 2 lanes: 8·(3−1)/2 = 8; rank 1: 4·(2−1)/2 = 2; rank 0: 4−2 = 2.
        var muxes = new SelectionMuxes(HssFamily.Parse("1:3→1:2→2:4"));
        Assert.That(muxes.WordsPerLane, Is.EqualTo((Fraction)12));
    }

    [Test]
    public void WordsPerLane_DenseFamily_IsZero() =>
        Any.Pattern().Where(p => p.Rules.All(r => r.IsDense)).Sample(
            p => new SelectionMuxes(HssFamily.Of(p)).WordsPerLane == Fraction.Zero, iter: 20);

    [Test]
    public void WordsPerLane_SortedOffsets_NeverNeedsMoreThanFullTrees() =>
        Any.Family().Where(f => f.Ranges.All(r => r.G.Max <= r.H.Max)).Sample(
            f => new SelectionMuxes(f).WordsPerLane <= new SelectionMuxes(f) { SortedOffsets = false }.WordsPerLane);

    [Test]
    public void BitMuxes_HighLightArray_CountsLanesAndBits()
    {
        // HighLight: W = 4·(8−4)/2 + 2 = 10 words a lane; 1024 lanes of 8 bits.
        var muxes = new SelectionMuxes(HssFamily.Parse("C1(4:{4≤H≤8})→C0(2:{2≤H≤4})"));
        Assert.That(muxes.BitMuxes(1024, 8), Is.EqualTo((Fraction)81_920));
    }

    [Test]
    public void RowsSharingSelection_BelowOne_Throws() =>
        Assert.That(() => new SelectionMuxes(SS) { RowsSharingSelection = 0 }, Throws.TypeOf<ArgumentOutOfRangeException>());
}
