using CsCheck;

namespace HighLight.Fibertrees;

public class RankTransformationTests
{
    // C: 0 1 2 3 4 5 6 7 8 9         C1    0        1      2
    //                         →      C0 0 1 2 3  0 1 2 3  0 1
    [Test]
    public void Split_UnevenShape_LastFiberIsShort()
    {
        var split = Trees.Counting("C:10").Split("C", 4);
        Assert.That(split.ToString(), Is.EqualTo("C1:3→C0:4"));
        Assert.That(split.Root.Fibers.Select(f => f.Shape), Is.EqualTo(new[] { 4, 4, 2 }));
        Assert.That(split.Root.Fibers[2].Values, Is.EqualTo(new float[] { 9, 10 }));
    }

    [TestCase(3, "C1:2→C0:3", ExpectedResult = new[] { 3, 1 })]
    [TestCase(4, "C1:1→C0:4", ExpectedResult = new[] { 4 })]
    [TestCase(5, "C1:1→C0:5", ExpectedResult = new[] { 4 })]
    public int[] Split_AroundTheShape_FibersAddUp(int shape, string ranks)
    {
        var split = Trees.Counting("C:4").Split("C", shape);
        Assert.That(split.ToString(), Is.EqualTo(ranks));
        return [.. split.Root.Fibers.Select(f => f.Shape)];
    }

    [Test]
    public void Split_OfAnUpperSplit_NumbersAnew()
    {
        var split = Trees.Counting("K:2 C:18").Split("C", 2).Split("C1", 4);
        Assert.That(split.ToString(), Is.EqualTo("K:2→C2:3→C1:4→C0:2"));
        Assert.That(split.Leaves().Single(l => l.Value == 18 + 15).Path.ToString(), Is.EqualTo("K=1, C2=1, C1=3, C0=0"));
        Assert.That(split.Fibers("C1").Select(f => f.Fiber.Shape), Is.EqualTo(new[] { 4, 4, 1, 4, 4, 1 }));
    }

    [Test]
    public void Split_OfALowerSplit_NumbersAnew()
    {
        var split = Trees.Counting("C:16").Split("C", 8).Split("C0", 2);
        Assert.That(split.ToString(), Is.EqualTo("C2:2→C1:4→C0:2"));
        Assert.That(split, Is.EqualTo(Trees.Counting("C:16").Split("C", 2).Split("C1", 4)));
    }

    [Test]
    public void Split_UnknownRankOrBadShape_SaysWhatThereIs()
    {
        var tree = Trees.Counting("K:2 C:4");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => tree.Split("X", 2), Throws.ArgumentException.With.Message.Contains("the ranks are K, C"));
            Assert.That(() => tree.Split("C", 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => tree.Split("C", 65_536).Split("C1", 65_536), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("smaller shape"));
            Assert.That(() => Trees.Counting("C:4 C1:2").Split("C", 2), Throws.ArgumentException.With.Message.Contains("C1").And.Message.Contains("Rename"));
        }
    }

    [Test]
    public void Split_WithoutEnd_StopsAt64Ranks()
    {
        var tree = Trees.Counting("C:4");
        for (var i = 1; i < 64; i++)
        {
            tree = tree.Split(tree.Ranks[^1].Name, 1);
        }

        Assert.That(tree.Ranks, Has.Length.EqualTo(64));
        Assert.That(() => tree.Split("C0", 1), Throws.ArgumentException.With.Message.Contains("at most 64 ranks"));
    }

    [Test]
    public void Split_AbsurdlyUneven_IsRefusedNotWrong()
    {
        var tree = Trees.Of("K:1073741824 C:0");
        Assert.That(
            () =>
            {
                for (var i = 1; i < 60; i++)
                {
                    tree = tree.Split(tree.Ranks.Single(r => r.Name is "K" or "K0").Name, 1_073_741_824 - i);
                }
            },
            Throws.ArgumentException.With.Message.Contains("divide each other"));
    }

    // C 0..1, R 0..2:  (c, r) → 3 c + r
    [Test]
    public void Flatten_TwoDimensions_CoordinatesCombine()
    {
        var flat = Trees.Of("C:2 R:3", 0, 0, 7, 8, 0, 0).Flatten("C", "R");
        Assert.That(flat.ToString(), Is.EqualTo("CR:6"));
        Assert.That(flat.Root.Coordinates, Is.EqualTo(new[] { 2, 3 }));
    }

    [Test]
    public void Flatten_ThreeDimensionsOfFour_InTheMiddleAndReordered()
    {
        var flat = Trees.Counting("K:2 C:2 R:2 S:3").Reorder("S", "R", "C", "K").Flatten("S", "R", "C");
        Assert.That(flat.ToString(), Is.EqualTo("SRC:12→K:2"));
        Assert.That(flat.Leaves().Single(l => l.Value == 1 + 12 + 3 + 2).Path.ToString(), Is.EqualTo("SRC=10, K=1"));
    }

    [TestCase("C2", "C1", "C1:5→C0:2")]
    [TestCase("C1", "C0", "C1:2→C0:8")]
    public void Flatten_SomeSplits_NumbersAnew(string upper, string lower, string expected) => Assert.That(
        Trees.Counting("C:10").Split("C", 2).Split("C1", 4).Flatten(upper, lower).ToString(), Is.EqualTo(expected));

    [Test]
    public void Flatten_WhatDoesNotCombine_SaysWhy()
    {
        var tree = Trees.Counting("K:2 C:8 R:3").Split("C", 4);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => tree.Flatten("C0", "R"), Throws.ArgumentException.With.Message.Contains("C is split; flatten its splits first"));
            Assert.That(() => tree.Flatten("K", "C0"), Throws.ArgumentException.With.Message.Contains("Reorder first"));
            Assert.That(() => tree.Flatten("C1", "C0", "R"), Throws.ArgumentException.With.Message.Contains("C1→C0→R"));
            Assert.That(() => tree.Flatten("C1"), Throws.ArgumentException.With.Message.Contains("at least two"));
            Assert.That(() => tree.Reorder("K", "C0", "C1", "R").Flatten("C0", "C1"), Throws.ArgumentException.With.Message.Contains("cannot be flattened"));
            Assert.That(() => tree.Split("C0", 3).Flatten("C2", "C1"), Throws.ArgumentException.With.Message.Contains("uneven"));
            Assert.That(() => Trees.Of("K:0 C:65536 R:65536").Flatten("C", "R"), Throws.ArgumentException.With.Message.Contains("Flatten fewer"));
        }
    }

    [Test]
    public void Reorder_NoPermutation_IsRefused()
    {
        var tree = Trees.Counting("K:2 C:2");
        Assert.That(() => tree.Reorder("K"), Throws.ArgumentException.With.Message.Contains("K, C"));
        Assert.That(() => tree.Reorder("K", "K"), Throws.ArgumentException);
    }

    [Test]
    public void SplitThenFlatten_AnyShapes_IsIdentity() =>
        Gen.Select(Trees.AnyTensor(Any.Weight), Gen.Int[1, 12], Gen.Int[1, 5]).Sample((tensor, shape, second) =>
        {
            var tree = Fibertree.FromTensor(tensor);
            return tree.Split("C", shape).Flatten("C1", "C0").Equals(tree)
                && tree.Split("C", shape).Split("C1", second).Flatten("C2", "C1", "C0").Equals(tree)
                && tree.Split("C", shape).Split("C0", second).Flatten("C1", "C0").Equals(tree.Split("C", shape));
        });

    [Test]
    public void ReorderAndBack_IsIdentity() =>
        Gen.Select(Trees.AnyTensor(Any.Weight), Gen.Shuffle(new[] { "K", "C", "R", "S" })).Sample((tensor, order) =>
        {
            var tree = Fibertree.FromTensor(tensor);
            var reordered = tree.Reorder(order);
            return reordered.ToTensor().Values.SequenceEqual(tensor.Reorder(order).Values) && reordered.Reorder("K", "C", "R", "S").Equals(tree);
        });

    [Test]
    public void AnyTransformation_KeepsTheValuesAndLeadsBack() =>
        Gen.Select(Trees.AnyTensor(Any.FloatBits), Trees.AnyTransformation).Sample((tensor, transform) =>
        {
            var tree = Fibertree.FromTensor(tensor);
            var transformed = transform(tree);
            return transformed.LeafCount == tree.LeafCount
                && transformed.WithOriginalRanks().Equals(tree)
                && Fibertree.FromTensor(transformed.ToTensor()).Leaves().Select(l => l.ToString()).SequenceEqual(transformed.Leaves().Select(l => l.ToString()), StringComparer.Ordinal);
        });

    [Test]
    public void AnyTransformation_OfAFullTensor_ShapesAndPositionsAreThoseThatExist() =>
        Gen.Select(Trees.AnyTensor(Gen.Const(1f)), Trees.AnyTransformation).Sample((tensor, transform) =>
        {
            var tree = transform(Fibertree.FromTensor(tensor));
            for (var depth = 0; depth < tree.Ranks.Length; depth++)
            {
                var fibers = tree.FibersAt(depth).ToArray();
                Assert.That(tree.Layout.PositionsAt(depth), Is.EqualTo(fibers.Sum(f => f.Fiber.Occupancy)));
                foreach (var (path, fiber) in fibers.Where(f => f.Fiber.Occupancy > 0))
                {
                    Assert.That(fiber.Coordinates, Is.EqualTo(Enumerable.Range(0, fiber.Shape)));
                    Assert.That(fiber.Shape, Is.LessThanOrEqualTo(tree.Ranks[depth].Shape));
                    Assert.That(tree.Layout.PositionsBelow(path.Coordinates.AsSpan()), Is.EqualTo(fiber.LeafCount));
                }
            }
        });
}
