using HighLight.Hardware;
using HighLight.Hardware.Designs;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

[TestFixture]
public sealed class AccumulationConflictsTests
{
    private static readonly SkippingScheme.OuterProduct Dstc = (SkippingScheme.OuterProduct)Accelerators.DualSideSparseTensorCore.Skipping;

    [TestCase(1024, 1)]
    [TestCase(2048, 1)]
    [TestCase(512, 2)]
    [TestCase(256, 4)]
    public void SlowDown_OfDenseOperands_IsMultipliersOverBanks(int banks, double expected) =>
        Assert.That(SlowDown(banks, 8, 1, 1), Is.EqualTo(expected).Within(1e-9));

    [TestCase(0, 0.5)]
    [TestCase(0.5, 0)]
    [TestCase(0, 0)]
    public void SlowDown_WithoutAProduct_IsOne(double a, double b) => Assert.That(SlowDown(64, 0, a, b), Is.EqualTo(1));

    [Test]
    public void SlowDown_OfAnEndlessCollector_IsTheMeanLoadOfABank()
    {
        // 0.5 × 0.5: 256 products of a warp tile's column on 256 banks is one each; the units take E[ceil(nA/8)]·E[ceil(nB/16)]/8 cycles for it.
        var steps = Densities.OccupancyDistribution.Binomial(32, 0.5).ExpectedSteps(8) * Densities.OccupancyDistribution.Binomial(32, 0.5).ExpectedSteps(16);
        Assert.That(SlowDown(256, OperandCollector.MaxDepth, 0.5, 0.5), Is.EqualTo(1 / (steps / 8)).Within(1).Percent);
    }

    [TestCase(0.5, 0.5)]
    [TestCase(0.2, 1)]
    [TestCase(0.1, 0.9)]
    public void SlowDown_OfMoreBanksOrADeeperCollector_IsNoGreater(double a, double b)
    {
        Assert.That(new[] { 128, 256, 512, 1024, 2048, 4096 }.Select(banks => SlowDown(banks, 8, a, b)), Is.Ordered.Descending);
        Assert.That(new[] { 0, 1, 2, 4, 8, 16, 64, 1024 }.Select(depth => SlowDown(512, depth, a, b)), Is.Ordered.Descending);
        Assert.That(SlowDown(65536, 8, a, b), Is.EqualTo(1).Within(0.01));
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    public void SlowDown_OfNoDensity_IsRefused(double density) => Assert.That(() => SlowDown(1024, 8, density, 0.5), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Evaluate_UnlessAsked_ChargesNoConflicts()
    {
        var collector = new OperandCollector { Banks = 256 };
        double Compute(bool charges, OperandCollector banks) => With(
            Accelerators.DualSideSparseTensorCore with { Skipping = Dstc with { Collector = banks, ChargesConflicts = charges } }, Thousand, Uniform(0.5), Uniform(0.5), Stored).Bounds.Compute;
        Assert.That(Compute(false, collector), Is.EqualTo(Compute(false, new())));
        Assert.That(Compute(true, collector) / Compute(false, collector), Is.EqualTo(SlowDown(256, 8, 0.5, 0.5)).Within(1e-12));
    }

    private static double SlowDown(int banks, int depth, double a, double b) =>
        AccumulationConflicts.Fitted.SlowDown(Dstc with { Collector = new() { Banks = banks, Depth = depth } }, 1024, a, b);
}
