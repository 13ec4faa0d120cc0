using CsCheck;
using HighLight.Fibertrees;
using HighLight.Formats;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>Pruners, trees, the verifier and the HSS format mean the same by a pattern: on any weights, pattern, tail policy and segments.</summary>
public class HssAgreementTests
{
    [Test]
    public void HssPruner_AndFibertree_KeepTheSameNonzeros() => PruningCase.Any.Sample(c =>
    {
        var byPruner = Mask.FromNonzeros(c.Mask.Apply(c.Weights));
        var byTree = TreeOf(c.Weights, c.SegmentLength).Prune(SpecificationOf(c), c.Pruner.Tails).WithOriginalRanks().ToTensor().ToMatrix(["K"], ["S", "C"]);
        Assert.That(byTree.Columns == 0 || Mask.FromNonzeros(byTree).Equals(byPruner));
    });

    [Test]
    public void PrunedWeights_AreLegalForAll() => PruningCase.Any.Sample(c =>
    {
        var pruned = c.Mask.Apply(c.Weights);
        Assert.That(HssVerifier.FindViolation(pruned, c.Layout), Is.Null);
        Assert.That(TreeOf(pruned, c.SegmentLength).Satisfies(SpecificationOf(c), c.Pruner.Tails));
        Assert.That(new HssFormat(c.Layout).Encode(pruned).Decode<float>().BitwiseEquals(pruned));
    });

    [Test]
    public void AnyWeights_AreLegalForAllOrForNone()
    {
        var (legal, illegal) = (0, 0);
        Gen.Select(PruningCase.Any, Gen.Int[0, 3]).Sample((c, more) =>
        {
            // Unpruned weights are hardly ever legal; with a few values more than the mask keeps, both cases are common.
            var mask = c.Mask;
            var weights = Matrix<float>.Create(c.Weights.Rows, c.Weights.Columns, (r, k) =>
                mask[r, k] || ((r * 31) + (k * 17)) % 97 < more ? c.Weights[r, k] : 0);
            var violation = HssVerifier.FindViolation(weights, c.Layout);
            var ofTree = TreeOf(weights, c.SegmentLength).FirstViolation(SpecificationOf(c), c.Pruner.Tails);
            Assert.That(ofTree is null, Is.EqualTo(violation is null));
            if (violation is null)
            {
                Interlocked.Increment(ref legal);
                Assert.That(() => new HssFormat(c.Layout).Encode(weights), Throws.Nothing);
            }
            else
            {
                Interlocked.Increment(ref illegal);
                Assert.That(Assert.Throws<HssViolationException>(() => new HssFormat(c.Layout).Encode(weights))!.Violation, Is.EqualTo(violation));
            }
        });
        Assert.That(Math.Min(legal, illegal), Is.GreaterThan(5), "cases of one kind");
    }

    private static SparsitySpecification SpecificationOf(PruningCase c) => SparsitySpecification.Parse(c.Pruner.Pattern.ToString());

    /// <summary>Rows K, segments S, and in each the values C that the pattern splits.</summary>
    private static Fibertree TreeOf(Matrix<float> weights, int segmentLength) => Fibertree.FromTensor(
        weights.ToTensor([new TensorRank("K", weights.Rows)], [new TensorRank("S", weights.Columns / segmentLength), new TensorRank("C", segmentLength)]));
}
