using CsCheck;
using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Fibertrees;

public class PruneTests
{
    private static readonly SparsitySpecification Hss = Trees.Spec("C1(3:4)→C0(2:4)");

    // C1        0             1             2             3
    // C0   0  1  2  3    0  1  2  3    0  1  2  3    0  1  2  3
    //      4 -1  3  2    1 -2  2  .   -5  .  .  1    2  2 -2  2
    // 2:4  4     3          -2  2     -5        1    2  2            block 3: four of magnitude 2, the two lowest stay
    // RMS  √(25/4)=2.5   √(8/4)=1.41  √(26/4)=2.55   √(8/4)=1.41     block 1 ties with block 3 and stands lower
    // 3:4  4     3          -2  2     -5        1
    private static readonly Fibertree Row = Trees.Of("C:16", 4, -1, 3, 2, 1, -2, 2, 0, -5, 0, 0, 1, 2, 2, -2, 2);

    [Test]
    public void Prune_ThreeOfFourOfTwoOfFour_IsTheRowWorkedByHand() => Assert.That(
        Row.Prune(Hss).ToTensor().Values.ToArray(),
        Is.EqualTo(new float[] { 4, 0, 3, 0, 0, -2, 2, 0, -5, 0, 0, 1, 0, 0, 0, 0 }));

    [Test]
    public void PruneSteps_ThreeOfFourOfTwoOfFour_TellsWhatWasKeptAndWhy()
    {
        var steps = Row.PruneSteps(Hss);
        Assert.That(string.Join('\n', steps.Select(s => s.ToText())), Is.EqualTo(
            """
            C0(2:4): 13 → 8 values
              C1=0: keeps 0 (4), 2 (3); drops 1 (1), 3 (2)
              C1=1: keeps 1 (2), 2 (2); drops 0 (1)
              C1=2: keeps 0 (5), 3 (1)
              C1=3: keeps 0 (2), 1 (2); drops 2 (2), 3 (2)
            C1(3:4): 8 → 6 values
              root: keeps 0 (2.5), 1 (1.41), 2 (2.55); drops 3 (1.41)
            """.ReplaceLineEndings("\n")));
        Assert.That(steps[0].Before, Is.EqualTo(steps[0].Arranged));
        Assert.That(steps[1].Before, Is.EqualTo(steps[0].After));
        Assert.That(steps[1].Arranged, Is.EqualTo(steps[0].Arranged));
        Assert.That(steps[1].After, Is.EqualTo(Row.Prune(Hss)));
        Assert.That(steps[1].Choices[0].Candidates.Select(c => c.Score), Is.EqualTo(new[] { 2.5, Math.Sqrt(2), Math.Sqrt(6.5), Math.Sqrt(2) }));
    }

    [Test]
    public void PruneSteps_LongFiber_TextIsBounded() => Assert.That(
        Trees.Counting("C:100").PruneSteps(Trees.Spec("C(20:100)"))[0].Choices[0].ToString(),
        Does.StartWith("root: keeps 80 (81), 81 (82)").And.Contains("95 (96), … 4 more; drops 0 (1), ").And.EndsWith("15 (16), … 64 more"));

    [Test]
    public void Prune_LayerOfRealSize_KeepsTheExactShare() => Assert.That(
        Trees.Counting("K:64 C:64 R:3 S:3").Prune(Trees.Spec("RS→C2→C1(3:4)→C0(2:4)")).Density, Is.EqualTo(new Fraction(3, 8)));

    [Test]
    public void PruneSteps_ManyFibers_TextIsBounded() => Assert.That(
        Row.PruneSteps(Hss)[0].ToText(3).Split('\n'), Has.Length.EqualTo(5).And.Exactly(1).EqualTo("  … 1 more fibers"));

    // C = 6 under C1(1:2)→C0(2:4): the second block has two values. RMS over the positions that exist: √(8/4) = 1.41 against √(5/2) = 1.58.
    [Test]
    public void Prune_ShortBlock_CompetesByItsOwnSize() => Assert.That(
        Trees.Of("C:6", 2, 2, 0, 0, 1, 2).Prune(Trees.Spec("C1(1:2)→C0(2:4)")).WithOriginalRanks().ToTensor().Values.ToArray(),
        Is.EqualTo(new float[] { 0, 0, 0, 0, 1, 2 }));

    [TestCase(TailPolicy.Pad, new float[] { 0, 0, 3, 0, 0, 2 }, Description = "the tail of two is a group that lacks two zeros")]
    [TestCase(TailPolicy.Dense, new float[] { 0, 0, 3, 0, 1, 2 }, Description = "the tail is left alone")]
    public void Prune_Tail_FollowsThePolicy(TailPolicy tails, float[] expected) => Assert.That(
        Trees.Of("C:6", 0, 2, 3, 1, 1, 2).Prune(Trees.Spec("C1→C0(1:4)"), tails).WithOriginalRanks().ToTensor().Values.ToArray(),
        Is.EqualTo(expected));

    // C = 12 under C1(1:2)→C0(2:4): groups of 8, so that the whole third block of four is tail.
    [Test]
    public void Prune_DenseTail_ExemptsTheUnfinishedGroupAtEveryRank()
    {
        var specification = Trees.Spec("C1(1:2)→C0(2:4)");
        var tree = Trees.Counting("C:12");
        var pruned = tree.Prune(specification, TailPolicy.Dense);
        Assert.That(pruned.ToText(), Is.EqualTo("C2:2→C1:2→C0:4, 6 of 12 nonzero\n├─ C2=0\n│  └─ C1=1 ─ C0: 2→7, 3→8\n└─ C2=1\n   └─ C1=0 ─ C0: 0→9, 1→10, 2→11, 3→12"));
        Assert.That(pruned.Satisfies(specification, TailPolicy.Dense), Is.True);
        Assert.That(pruned.FirstViolation(specification)!.ToString(), Is.EqualTo("The fiber of rank C0 at C2=1, C1=0 holds 4 of 4: 0, 1, 2, 3; 2:4 allows 2."));
        Assert.That(tree.PruneSteps(specification, TailPolicy.Dense)[0].Choices.Select(c => c.IsTail), Is.EqualTo(new[] { false, false, true }));
    }

    [TestCase(7, true)]
    [TestCase(8, false)]
    [TestCase(9, true)]
    public void Prune_RejectTails_ThrowsExactlyIfThereIsOne(int c, bool throws)
    {
        var tree = Trees.Counting("K:2 C:" + c.ToString());
        var specification = Trees.Spec("C1(1:2)→C0(2:4)");
        if (throws)
        {
            Assert.That(() => tree.Prune(specification, TailPolicy.Reject), Throws.ArgumentException.With.Message.Contains("no multiple of the 8 of a group").And.Message.Contains("TailPolicy.Pad"));
            Assert.That(() => tree.Satisfies(specification, TailPolicy.Reject), Throws.ArgumentException);
        }
        else
        {
            Assert.That(tree.Prune(specification, TailPolicy.Reject), Is.EqualTo(tree.Prune(specification)));
        }
    }

    [Test]
    public void Prune_UnknownPolicy_IsRefused() =>
        Assert.That(() => Row.Prune(Hss, (TailPolicy)7), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase("C(unconstrained)→R→S", 2 * 2 * 9)]
    [TestCase("C→RS(2:4)", 2 * 4 * (2 + 2 + 1))]
    [TestCase("CRS(unconstrained)", 2 * 18)]
    [TestCase("RS→C1→C0(2:4)", 2 * 9 * 2)]
    [TestCase("RS→C2→C1(3:4)→C0(2:4)", 2 * 9 * 2)]
    public void Prune_SpecificationsOfTheVocabulary_KeepWhatTheyMean(string text, int kept)
    {
        var specification = Trees.Spec(text);
        var densities = specification.Ranks.Where(r => r.Rule.Kind == RankRuleKind.Unconstrained).Select(r => new RankDensity(r.Name.ToString(), 0.5)).ToArray();
        var pruned = Trees.Counting("K:2 C:4 R:3 S:3").Prune(specification, TailPolicy.Pad, densities);
        Assert.That(pruned.LeafCount, Is.EqualTo(kept));
        Assert.That(pruned.Satisfies(specification), Is.True);
    }

    [Test]
    public void Prune_Channels_DropsTheWeakWholesale()
    {
        // Channel RMS: √(1/2), √(25/2), √(8/2), 0.
        var pruned = Trees.Of("C:4 R:2", 1, 0, 3, 4, 2, 2, 0, 0).Prune(Trees.Spec("C(unconstrained)→R"), TailPolicy.Pad, new RankDensity("C", 0.5));
        Assert.That(pruned.Root.Coordinates, Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void Prune_Unstructured_PerFiberOrOverTheRank()
    {
        var tree = Trees.Of("K:2 C:4", 9, 8, 7, 6, 1, 5, 2, 3);
        var specification = Trees.Spec("C(unconstrained)");
        var perFiber = tree.Prune(specification, TailPolicy.Pad, new RankDensity("C", 0.5));
        var overRank = tree.Prune(specification, TailPolicy.Pad, new RankDensity("C", 0.5, DensityScope.Rank));
        Assert.That(perFiber.ToTensor().Values.ToArray(), Is.EqualTo(new float[] { 9, 8, 0, 0, 0, 5, 0, 3 }));
        Assert.That(overRank.ToTensor().Values.ToArray(), Is.EqualTo(new float[] { 9, 8, 7, 6, 0, 0, 0, 0 }));
    }

    [Test]
    public void Prune_OverTheRank_CountsEmptyFibersAndBreaksTiesInOrder()
    {
        var tree = Trees.Of("K:3 C:2", 1, 1, 0, 0, 1, 1);
        var pruned = tree.Prune(Trees.Spec("C(unconstrained)"), TailPolicy.Pad, new RankDensity("C", 0.5, DensityScope.Rank));
        Assert.That(pruned.ToTensor().Values.ToArray(), Is.EqualTo(new float[] { 1, 1, 0, 0, 1, 0 }));
    }

    [TestCase(0, 0)]
    [TestCase(0.1, 1)]
    [TestCase(0.14, 1)]
    [TestCase(0.15, 2)]
    [TestCase(0.5, 5)]
    [TestCase(1, 10)]
    public void Prune_Density_KeepsTheNearestNumber(double density, int kept) => Assert.That(
        Trees.Counting("C:10").Prune(Trees.Spec("C(unconstrained)"), TailPolicy.Pad, new RankDensity("C", density)).LeafCount, Is.EqualTo(kept));

    [Test]
    public void Prune_DensityWhoseDoubleLiesBelowTheHalf_KeepsAsManyAsUnstructuredPruning()
    {
        // .285 of 100 is 28.5, though the product of doubles is less.
        var tree = Trees.Counting("K:1 C:100");
        var kept = tree.Prune(Trees.Spec("C(unconstrained)"), TailPolicy.Pad, new RankDensity("C", 0.285)).LeafCount;
        Assert.That(kept, Is.EqualTo(29));
        Assert.That(new UnstructuredPruner(0.285).Prune(tree.ToTensor().ToMatrix(["K"], ["C"])).Count, Is.EqualTo(kept));
    }

    [TestCase(-0.01)]
    [TestCase(1.01)]
    [TestCase(double.NaN)]
    public void RankDensity_OutsideRange_IsRefused(double density) =>
        Assert.That(() => new RankDensity("C", density), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("0..1"));

    [Test]
    public void Prune_DensitiesMissingAndSuperfluous_AreReportedAtOnce() => Assert.That(
        () => Trees.Counting("K:2 C:4").Prune(Trees.Spec("K(unconstrained)→C(unconstrained)"), TailPolicy.Pad, new RankDensity("C", 1), new RankDensity("C", 1), new RankDensity("R", 1)),
        Throws.ArgumentException.With.Message.Contains("Add new RankDensity(\"K\", 0.5)").And.Message.Contains("Rank C has two").And.Message.Contains("'R'").And.Message.Contains("these are: K, C"));

    [TestCase(float.NaN)]
    [TestCase(float.NegativeInfinity)]
    public void Prune_NotFinite_NamesThePlace(float value) => Assert.That(
        () => Trees.Of("K:2 C:4", 1, 2, 3, 4, 5, value, 7, 8).Prune(Trees.Spec("C(2:4)")), Throws.ArgumentException.With.Message.Contains("K=1, C=1"));

    [Test]
    public void Prune_RangeOfRules_IsRefusedWithAFix() => Assert.That(
        () => Row.Prune(Trees.Spec("C1(4:{4≤H≤8})→C0(2:4)")), Throws.InstanceOf<SparsityFormatException>().With.Message.Contains("for example C1(4:4)"));

    [Test]
    public void Prune_WithoutRules_ArrangesOnly() =>
        Assert.That(Trees.Counting("K:2 C:4").Prune(Trees.Spec("K→C")), Is.EqualTo(Trees.Counting("K:2 C:4")));

    [Test]
    public void Prune_Subnormal_IsNotTakenForEmpty() => Assert.That(
        Trees.Of("C:8", 0, 0, 0, 0, 0, 0, 0, float.Epsilon).Prune(Trees.Spec("C1(1:2)→C0(1:4)")).LeafCount, Is.EqualTo(1));

    [Test]
    public void FirstViolation_LowestRankFirst_NamesRankPathAndCoordinates()
    {
        var tree = Trees.Of("K:2 C:8", 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1);
        Assert.That(tree.FirstViolation(Trees.Spec("C1(1:2)→C0(2:4)"))!.ToString(), Is.EqualTo("The fiber of rank C0 at K=1, C1=1 holds 3 of 4: 1, 2, 3; 2:4 allows 2."));
        Assert.That(tree.FirstViolation(Trees.Spec("C1(1:2)→C0(3:4)"))!.ToString(), Is.EqualTo("The fiber of rank C1 at K=0 holds 2 of 2: 0, 1; 1:2 allows 1."));
        Assert.That(tree.FirstViolation(Trees.Spec("C1(2:2)→C0(3:4)")), Is.Null);
    }

    [Test]
    public void Prune_AnySpecification_IsSatisfiedIdempotentAndOnlyRemoves() =>
        Gen.Select(Trees.AnyTensor(Any.Weight), Trees.AnyDetermined, Gen.Bool, Gen.Double[0, 1], Gen.Bool).Sample((tensor, specification, dense, density, wide) =>
        {
            var tails = dense ? TailPolicy.Dense : TailPolicy.Pad;
            RankDensity[] densities = [.. specification.Ranks.Where(r => r.Rule.Kind == RankRuleKind.Unconstrained)
                .Select(r => new RankDensity(r.Name.ToString(), density, wide ? DensityScope.Rank : DensityScope.Fiber))];
            var arranged = Fibertree.FromTensor(tensor).Arrange(specification);
            var pruned = arranged.Prune(specification, tails, densities);
            Assert.That(pruned.Satisfies(specification, tails), Is.True);
            Assert.That(pruned.Prune(specification, tails, densities), Is.EqualTo(pruned));
            Assert.That(pruned.Leaves().Except(arranged.Leaves()), Is.Empty);
            if (densities.Length == 0)
            {
                Assert.That(pruned.Equals(arranged), Is.EqualTo(arranged.Satisfies(specification, tails)));
            }
        }, iter: 300);

    /// <summary>
    /// Another way to the same result: row by row on arrays, without trees. Quarters, so that sums of squares are exact in any order.
    /// </summary>
    [Test]
    public void Prune_AnyPattern_EqualsPruningOnArrays() =>
        Gen.Select(Any.Matrix(Gen.Int[-16, 16].Select(i => i / 4f)), Any.Pattern(3, 5), Gen.Bool).Sample((matrix, pattern, dense) =>
        {
            var expected = matrix.Values.ToArray();
            for (var row = 0; row < matrix.Rows; row++)
            {
                PruneRow(expected.AsSpan(row * matrix.Columns, matrix.Columns), pattern, dense);
            }

            var tree = Fibertree.FromTensor(DenseTensor<float>.Create([new("K", matrix.Rows), new("C", matrix.Columns)], matrix.Values));
            var pruned = tree.Prune(Trees.Spec(pattern.ToString()), dense ? TailPolicy.Dense : TailPolicy.Pad);
            return pruned.WithOriginalRanks().ToTensor().Values.SequenceEqual(expected);
        }, iter: 300);

    private static void PruneRow(Span<float> row, HssPattern pattern, bool denseTail)
    {
        var end = denseTail ? row.Length - (row.Length % (int)pattern.GroupSize) : row.Length;
        var size = 1;
        for (var rank = 0; rank < pattern.RankCount; rank++)
        {
            var (g, h) = (pattern[rank].G, pattern[rank].H);
            for (var first = 0; first < end; first += size * h)
            {
                var blocks = new List<(int Start, int End, double MeanSquare)>();
                for (var start = first; start < Math.Min(end, first + (size * h)); start += size)
                {
                    var stop = Math.Min(end, start + size);
                    double sum = 0;
                    foreach (var value in row[start..stop])
                    {
                        sum += (double)value * value;
                    }

                    blocks.Add((start, stop, sum / (stop - start)));
                }

                foreach (var (start, stop, _) in blocks.OrderByDescending(b => b.MeanSquare).Skip(g))
                {
                    row[start..stop].Clear();
                }
            }

            size *= h;
        }
    }
}
