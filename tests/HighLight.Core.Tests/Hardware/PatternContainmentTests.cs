using CsCheck;
using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Hardware;

[TestFixture]
public sealed class PatternContainmentTests
{
    [TestCase("C0(2:4)", "C0(2:4)", true)]
    [TestCase("C0(2:4)", "C0(1:4)", true)]
    [TestCase("C0(2:4)", "C0(1:2)", true)]
    [TestCase("C0(2:4)", "C0(2:8)", true, Description = "two of eight are at most two of either four")]
    [TestCase("C0(2:4)", "C1(4:8)→C0(2:4)", true)]
    [TestCase("C0(2:4)", "C1(2:3)→C0(1:2)", false, Description = "runs of four and groups of six are out of step")]
    [TestCase("C0(2:4)", "C0(2:3)", false)]
    [TestCase("C0(2:4)", "C0(3:4)", false)]
    [TestCase("C0(2:4)", "C0(4:8)", false, Description = "all four may lie in one block")]
    [TestCase("C0(2:4)", "C0(2:6)", false, Description = "a block of four may hold the end of one group and the start of the next")]
    [TestCase("C0(4:8)", "C0(2:4)", true)]
    [TestCase("C0(4:8)", "C0(1:2)", true)]
    [TestCase("C0(3:8)", "C0(2:4)", false)]
    [TestCase("C1(4:8)→C0(2:4)", "C0(2:4)", false)]
    [TestCase("C1(4:4)→C0(2:4)", "C0(2:4)", true)]
    [TestCase("C1(4:8)→C0(2:4)", "C1(2:4)→C0(2:4)", true)]
    [TestCase("C1(4:8)→C0(2:4)", "C1(4:8)→C0(1:4)", true)]
    [TestCase("C1(4:8)→C0(2:4)", "C1(4:8)→C0(3:4)", false)]
    [TestCase("C1(2:4)→C0(4:4)", "C0(1:8)", true)]
    [TestCase("C1(2:4)→C0(4:4)", "C0(2:16)", true)]
    [TestCase("C1(2:4)→C0(4:4)", "C0(3:16)", false)]
    [TestCase("C0(1:1)", "C0(3:4)", true)]
    [TestCase("C0(1:2)", "C0(1:1)", false)]
    public void Holds_Pattern_AsWorkedOut(string wider, string pattern, bool holds) =>
        Assert.That(PatternContainment.Holds(HssPattern.Parse(wider), HssPattern.Parse(pattern)), Is.EqualTo(holds));

    [Test]
    public void Holds_AnyPattern_ContainsItself() => Any.Pattern(3, 8).Sample(pattern => PatternContainment.Holds(pattern, pattern));

    [Test]
    public void Holds_DensePattern_ContainsAll() => Any.Pattern(3, 8).Sample(pattern => PatternContainment.Holds(HssPattern.Dense, pattern));

    [Test]
    public void Holds_FewerKeptOnAnyRank_IsContained() =>
        Gen.Select(Any.Pattern(3, 6), Gen.Int[0, 2]).Sample((pattern, place) =>
        {
            var rules = pattern.Rules.ToArray();
            place %= rules.Length;
            rules[place] = new Gh(Math.Max(1, rules[place].G - 1), rules[place].H);
            return PatternContainment.Holds(pattern, HssPattern.Create(rules));
        });

    [Test]
    public void Holds_Claimed_IsTrueOfEveryMask() =>
        Gen.Select(Any.Pattern(3, 4), Any.Pattern(3, 4), Gen.Int).Sample(
            (wider, pattern, seed) => !PatternContainment.Holds(wider, pattern) || Masks(wider, pattern, seed).All(row => Obeys(wider, row)),
            iter: 3000);

    [Test]
    public void Holds_OneRankInStep_IsFalseOnlyWhereAMaskBreaksIt()
    {
        // Where one H divides the other nothing is given away by caution: some placement breaks the rule.
        foreach (var (wider, pattern) in from h in (int[])[2, 4, 8] from other in (int[])[2, 4, 8] from g in Enumerable.Range(1, h) from kept in Enumerable.Range(1, other) select (new Gh(g, h), new Gh(kept, other)))
        {
            var breaks = Masks(HssPattern.Create(wider), HssPattern.Create(pattern), seed: 1, rows: 400).Any(row => !Obeys(HssPattern.Create(wider), row));
            Assert.That(PatternContainment.Holds(HssPattern.Create(wider), HssPattern.Create(pattern)), Is.EqualTo(!breaks), $"{wider} of {pattern}");
        }
    }

    [Test]
    public void Holds_GroupsBeyondALong_IsCautious()
    {
        var huge = HssPattern.Parse("C3(1:65536)→C2(1:65536)→C1(1:65536)→C0(1:65536)");
        Assert.That(PatternContainment.Holds(HssPattern.Parse("C0(2:4)"), huge), Is.False);
        Assert.That(PatternContainment.Holds(huge, HssPattern.Parse("C0(2:4)")), Is.False);
        Assert.That(PatternContainment.Holds(HssPattern.Dense, huge), Is.True);
    }

    [Test]
    public void Holds_Null_Throws()
    {
        Assert.That(() => PatternContainment.Holds(null!, HssPattern.Dense), Throws.ArgumentNullException);
        Assert.That(() => PatternContainment.Holds(HssPattern.Dense, null!), Throws.ArgumentNullException);
    }

    /// <summary>Rows that the pruner made of random weights: a common multiple of both groups long, the first ones packed to the left and the right.</summary>
    private static IEnumerable<bool[]> Masks(HssPattern wider, HssPattern pattern, int seed, int rows = 40)
    {
        var random = new Random(seed);
        var length = (int)(wider.GroupSize * pattern.GroupSize / System.Numerics.BigInteger.GreatestCommonDivisor(wider.GroupSize, pattern.GroupSize));
        var weights = Matrix<float>.Create(rows, length, (row, column) => row switch
        {
            0 => length - column,
            1 => column + 1,
            2 => 1 + (column % (int)pattern.GroupSize * (column / (int)pattern.GroupSize % 2 == 0 ? 1 : -1)) + (float)pattern.GroupSize,
            _ => (float)random.NextDouble() + 0.01f,
        });
        var mask = new HssPruner(pattern).Prune(weights);
        for (var row = 0; row < rows; row++)
        {
            yield return [.. Enumerable.Range(0, length).Select(column => mask[row, column])];
        }
    }

    /// <summary>Each rule of the pattern on a row: at most G of H blocks hold a nonzero.</summary>
    private static bool Obeys(HssPattern pattern, bool[] row)
    {
        var blocks = row;
        for (var rank = 0; rank < pattern.RankCount; rank++)
        {
            var fibers = blocks.Chunk(pattern[rank].H).ToArray();
            if (fibers.Any(fiber => fiber.Count(nonempty => nonempty) > pattern[rank].G))
            {
                return false;
            }

            blocks = [.. fibers.Select(fiber => fiber.Contains(true))];
        }

        return true;
    }
}
