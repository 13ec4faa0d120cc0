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
}
