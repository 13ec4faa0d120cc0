using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation;

[TestFixture]
public sealed class PaddingTests
{
    [TestCase(64, 24.0)]
    [TestCase(56, 16.0)]
    [TestCase(1, 8.0)]
    public void DramReads_ReductionThatIsNoMultipleOfAGroup_AreThoseOfThePaddedLayout(int k, double storedPerRow)
    {
        // 4:7→2:4: groups of 28 values store 8. K = 64 takes three groups, as HssLayout says: the effective density.
        var pattern = HssPattern.Parse("C1(4:7)→C0(2:4)");
        Assert.That(new HssLayout(pattern, k).StoredPerRow, Is.EqualTo(storedPerRow));
        var evaluator = new Evaluator(Accelerators.HighLight, TechnologyTable.Default, new HssOperand(pattern), new DenseOperand());
        var result = evaluator.Evaluate(new Gemm(64, k, 128), new Mapping(64, k, 128, DramLoopOrder.MOuter));
        Assert.That(result.Counts.DramReadWordsA, Is.EqualTo(64 * storedPerRow).Within(1e-9));
    }

    // Groups begin anew with every part of K: 8 in each part of 31; of a continuous fiber the parts would touch 8 + 9 + 9 + 8.
    [TestCase(31, 4 * 8 * 2)]
    [TestCase(32, 31 * 2)]
    [TestCase(124, 31 * 2)]
    [TestCase(1, 124 * 2)]
    public void DramReads_PartsThatCutAGroup_AreThoseOfEachPartPadded(int tileK, double words)
    {
        var twoOfFour = new HssOperand(HssPattern.Parse("C0(2:4)"));
        var evaluator = new Evaluator(Accelerators.SparseTensorCore, TechnologyTable.Default, twoOfFour, new DenseOperand());
        var counts = evaluator.Evaluate(new Gemm(1, 124, 1), new Mapping(1, tileK, 1, DramLoopOrder.MOuter)).Counts;
        Assert.That((counts.DramReadWordsA, counts.BufferReadWordsA), Is.EqualTo((words, words)));
    }
}
