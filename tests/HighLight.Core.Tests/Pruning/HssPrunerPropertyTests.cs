using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

public class HssPrunerPropertyTests
{
    [Test]
    public void Prune_Any_ObeysTheLayout() =>
        PruningCase.Any.Sample(c => HssVerifier.FindViolation(c.Mask, c.Layout) is null);

    [Test]
    public void Prune_Any_IsIdempotent() =>
        PruningCase.Any.Sample(c => c.Pruner.Prune(c.Mask.Apply(c.Weights), c.SegmentLength).Equals(c.Mask));

    [Test]
    public void Prune_Any_KeepsAtMostWhatTheLayoutStores() =>
        PruningCase.Any.Sample(c =>
        {
            var mask = c.Mask;
            for (var row = 0; row < mask.Rows; row++)
            {
                var stored = c.Layout.StoredPerRow;
                var exact = !c.Layout.HasTails || c.Layout.Tails == TailPolicy.Dense || c.Layout.Pattern.IsDense;
                var expected = c.Layout.Pattern.IsDense ? c.Weights.Columns : stored;
                Assert.That(mask.CountInRow(row), exact ? Is.EqualTo(expected) : Is.LessThanOrEqualTo(stored));
            }
        });

    [Test]
    public void Prune_Any_CannotKeepOnePositionMore()
    {
        // Every fiber is full: whatever position joins the mask, either a rule breaks or the mask was short in a padded tail of several ranks.
        PruningCase.Any.Where(c => c.Pruner.Pattern.RankCount == 1 || !c.Layout.HasTails).Sample(
            c =>
            {
                var mask = c.Mask;
                for (var i = 0; i < c.Weights.Values.Length; i++)
                {
                    var (row, column) = Math.DivRem(i, c.Weights.Columns);
                    var more = Mask.Create(mask.Rows, mask.Columns, (r, k) => mask[r, k] || (r == row && k == column));
                    Assert.That(mask[row, column], Is.EqualTo(HssVerifier.FindViolation(more, c.Layout) is null));
                }
            },
            iter: 20);
    }

    [Test]
    public void Prune_PermutedRows_PermutesTheMask() =>
        PruningCase.Any.SelectMany(c => Gen.Shuffle(Enumerable.Range(0, c.Weights.Rows).ToArray()).Select(order => (c, order))).Sample((c, order) =>
        {
            var permuted = Matrix<float>.Create(c.Weights.Rows, c.Weights.Columns, (row, column) => c.Weights[order[row], column]);
            var mask = c.Mask;
            return c.Pruner.Prune(permuted, c.SegmentLength).Equals(Mask.Create(mask.Rows, mask.Columns, (row, column) => mask[order[row], column]));
        });

    [Test]
    public void Prune_WeightsScaledOrNegated_KeepsTheMask() =>

        // A power of two scales floats without rounding; so do all sums of squares.
        Gen.Select(PruningCase.Any, Gen.OneOf(-1f, 0.25f, -8f)).Sample((c, scale) =>
        {
            var scaled = Matrix<float>.Create(c.Weights.Rows, c.Weights.Columns, (row, column) => c.Weights[row, column] * scale);
            return c.Pruner.Prune(scaled, c.SegmentLength).Equals(c.Mask);
        });

    [Test]
    public void Prune_LargerGAtAnyRank_NeverKeepsLessL2_WhereNoGroupIsCutShort() =>
        Gen.Select(PruningCase.Whole, Gen.Int[0, 2]).Sample((c, pick) =>
        {
            var at = pick % c.Pruner.Pattern.RankCount;
            var rules = c.Pruner.Pattern.Rules.Select((rule, i) => i == at && !rule.IsDense ? new Gh(rule.G + 1, rule.H) : rule).ToArray();
            var more = new HssPruner(HssPattern.Create(rules)).Prune(c.Weights, c.SegmentLength);
            return KeptL2(c.Weights, more) >= KeptL2(c.Weights, c.Mask) * (1 - 1e-12);
        });

    [Test]
    public void Prune_LargerGOfOneRank_KeepsASuperset_AlsoInTails() =>
        PruningCase.Any.Where(c => c.Pruner.Pattern.RankCount == 1).Sample(c =>
        {
            var rule = c.Pruner.Pattern[0];
            var more = new HssPruner(HssPattern.Create(new Gh(Math.Min(rule.G + 1, rule.H), rule.H)), c.Pruner.Tails).Prune(c.Weights, c.SegmentLength);
            return c.Mask.And(more).Equals(c.Mask);
        });

    [Test]
    public void Prune_TinyGroups_KeepsTheMostL2OfAllLegalMasks()
    {
        // Brute force over all 2⁸ masks. Payload fibers are independent, so choosing greedily from below is optimal in L2.
        var pattern = Gen.OneOf("C1(1:2)→C0(2:4)", "C1(2:4)→C0(1:2)", "C2(1:2)→C1(1:2)→C0(1:2)", "C0(3:8)").Select(HssPattern.Parse);
        Gen.Select(pattern, Any.Weight.Array[8]).Sample(
            (p, values) =>
            {
                var weights = Matrix<float>.Create(1, 8, values);
                var layout = new HssLayout(p, 8);
                var best = LegalMasks(layout).Max(mask => KeptL2(weights, mask));
                Assert.That(KeptL2(weights, new HssPruner(p).Prune(weights)), Is.EqualTo(best).Within(1e-12));
            },
            iter: 40);
    }

    [Test]
    public void Prune_InL1OrInAPaddedTail_IsNotAlwaysOptimal()
    {
        // 1:2 blocks of two. L1: 3 + 0 wins by its square 9 > 8, yet 2 + 2 holds more L1.
        var pruner = new HssPruner(HssPattern.Parse("C1(1:2)→C0(2:2)"));
        var weights = Matrix<float>.Create(1, 4, [3f, 0, 2, 2]);
        Assert.That(pruner.Prune(weights).KeptColumns(0), Is.EqualTo(new[] { 0, 1 }));

        // Tail: .7 wins by its mean, yet .6 and .5 hold more L2.
        var cut = Matrix<float>.Create(1, 3, [.6f, .5f, .7f]);
        var best = LegalMasks(pruner.Layout(3)).Max(mask => KeptL2(cut, mask));
        Assert.That(KeptL2(cut, pruner.Prune(cut)), Is.LessThan(best));
    }

    private static IEnumerable<Mask> LegalMasks(HssLayout layout) =>
        Enumerable.Range(0, 1 << layout.Columns)
            .Select(bits => Mask.Create(1, layout.Columns, (_, column) => (bits >> column & 1) != 0))
            .Where(mask => HssVerifier.FindViolation(mask, layout) is null);

    private static double KeptL2(Matrix<float> weights, Mask mask) => PruningQuality.Measure(weights, mask).KeptL2Share;
}
