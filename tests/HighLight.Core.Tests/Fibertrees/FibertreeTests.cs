using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Fibertrees;

public class FibertreeTests
{
    //      K      0         1
    //      C    1   3       0
    //          .5  -1       2
    private static readonly Fibertree Small = Trees.Of("K:2 C:4", 0, .5f, 0, -1, 2, 0, 0, 0);

    [Test]
    public void FromTensor_Zeros_AreAbsent()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Small.Root.Coordinates, Is.EqualTo(new[] { 0, 1 }));
            Assert.That(Small.Root.Fibers[0].Coordinates, Is.EqualTo(new[] { 1, 3 }));
            Assert.That(Small.Root.Fibers[0].Values, Is.EqualTo(new[] { .5f, -1 }));
            Assert.That(Small.Root.FiberAt(1)!.ValueAt(0), Is.EqualTo(2));
            Assert.That(Small.Root.FiberAt(1)!.ValueAt(1), Is.Null);
            Assert.That(Small.Root.FiberAt(2), Is.Null);
            Assert.That(Small.Root.ValueAt(0), Is.Null);
            Assert.That(Small.LeafCount, Is.EqualTo(3));
            Assert.That(Small.PositionCount, Is.EqualTo(8));
            Assert.That(Small.Density, Is.EqualTo(new Fraction(3, 8)));
            Assert.That(Small.ToString(), Is.EqualTo("K:2→C:4"));
        }
    }

    [Test]
    public void FromTensor_EmptyRow_HasNoFiber() =>
        Assert.That(Trees.Of("K:3 C:2", 1, 0, 0, 0, 0, 2).Root.Coordinates, Is.EqualTo(new[] { 0, 2 }));

    [Test]
    public void FromTensor_NegativeZeroAndNaN_FirstIsEmptySecondIsNot()
    {
        var tree = Trees.Of("C:3", -0f, float.NaN, 0);
        Assert.That(tree.Root.Coordinates, Is.EqualTo(new[] { 1 }));
        Assert.That(tree.Root.Values[0], Is.NaN);
    }

    [TestCase("C:0")]
    [TestCase("K:2 C:0")]
    [TestCase("K:0 C:2147483647 R:2147483647")]
    public void FromTensor_WithoutValues_IsAnEmptyRoot(string ranks)
    {
        var tree = Trees.Of(ranks);
        Assert.That(tree.Root.Occupancy, Is.Zero);
        Assert.That(tree.Density, Is.EqualTo(Fraction.Zero));
        Assert.That(tree.Leaves(), Is.Empty);
    }

    [Test]
    public void FromTensor_65Ranks_IsRefused()
    {
        TensorRank[] ranks = [.. Enumerable.Range(0, 65).Select(i => new TensorRank("D" + i.ToString(), 1))];
        Assert.That(() => Fibertree.FromTensor(DenseTensor<float>.Create(ranks, [1])), Throws.ArgumentException.With.Message.Contains("at most 64"));
        Assert.That(Fibertree.FromTensor(DenseTensor<float>.Create(ranks.AsSpan(1), [1])).LeafCount, Is.EqualTo(1));
    }

    [Test]
    public void ToTensor_OfFromTensor_IsTheTensor() =>
        Trees.AnyTensor(Any.FloatBits).Sample(tensor =>
        {
            var back = Fibertree.FromTensor(tensor).ToTensor();
            return back.Ranks.SequenceEqual(tensor.Ranks) && back.Values.SequenceEqual(tensor.Values);
        });

    [Test]
    public void ToTensor_ShortFibers_AreFilledWithZeros() =>
        Assert.That(Trees.Of("C:3", 1, 2, 3).Split("C", 2).ToTensor().Values.ToArray(), Is.EqualTo(new float[] { 1, 2, 3, 0 }));

    [Test]
    public void ToTensor_MoreValuesThanAnArray_SaysWhatToDo() =>
        Assert.That(
            () => Trees.Of("K:2 C:2", 1, 2, 3, 4).Split("K", 65_536).Split("C", 65_536).ToTensor(),
            Throws.InvalidOperationException.With.Message.Contains("WithOriginalRanks"));

    [Test]
    public void Leaves_AreInTreeOrderWithNamedCoordinates()
    {
        var leaves = Small.Reorder("C", "K").Leaves().ToArray();
        Assert.That(leaves.Select(l => l.ToString()), Is.EqualTo(new[] { "C=0, K=1: 2", "C=1, K=0: 0.5", "C=3, K=0: -1" }));
        Assert.That(leaves[0].Path["K"], Is.EqualTo(1));
        Assert.That(() => leaves[0].Path["R"], Throws.ArgumentException.With.Message.Contains("only C, K"));
    }

    [Test]
    public void Fibers_OfEachRank_AreThoseThatArePresent()
    {
        Assert.That(Small.Fibers("K").Select(f => f.ToString()), Is.EqualTo(new[] { "root → 2 of 2: 0, 1" }));
        Assert.That(Small.Fibers("C").Select(f => f.ToString()), Is.EqualTo(new[] { "K=0 → 2 of 4: 1, 3", "K=1 → 1 of 4: 0" }));
        Assert.That(() => Small.Fibers("X"), Throws.ArgumentException.With.Message.Contains("K, C"));
    }

    [Test]
    public void Occupancies_CountEmptyFibersApart() => Assert.That(
        Trees.Of("K:3 C:2", 1, 0, 0, 0, 5, 2).Occupancies(),
        Is.EqualTo(new[] { new RankOccupancy(new("K", 3), 1, 0, 2, 2, 2), new RankOccupancy(new("C", 2), 2, 1, 1, 1.5, 2) }));

    [Test]
    public void Occupancy_OfAnEmptyTree_IsZero() => Assert.That(
        Trees.Of("K:3 C:2", new float[6]).Occupancy("C"), Is.EqualTo(new RankOccupancy(new("C", 2), 0, 3, 0, 0, 0)));

    [Test]
    public void Restrict_KeepsOneCoordinate()
    {
        Assert.That(Small.Restrict("C", 0).Leaves().Single().ToString(), Is.EqualTo("K=1, C=0: 2"));
        Assert.That(Small.Restrict("C", 2).LeafCount, Is.Zero);
        Assert.That(() => Small.Restrict("C", 4), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("0..3"));
        Assert.That(() => Small.Restrict("C", -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Equals_SameValuesAndRanks_NothingElse()
    {
        var same = Trees.Of("K:2 C:4", 0, .5f, 0, -1, 2, 0, 0, -0f);
        Assert.That(same, Is.EqualTo(Small));
        Assert.That(same.GetHashCode(), Is.EqualTo(Small.GetHashCode()));
        Assert.That(Small.Split("C", 2), Is.Not.EqualTo(Small));
        Assert.That(Trees.Of("K:2 C:4", 0, .5f, 0, 1, 2, 0, 0, 0), Is.Not.EqualTo(Small));
        Assert.That(Trees.Of("K:2 C:4", .5f, 0, 0, -1, 2, 0, 0, 0), Is.Not.EqualTo(Small));
    }
}
