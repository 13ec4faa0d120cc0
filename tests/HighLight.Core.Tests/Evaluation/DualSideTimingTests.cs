using HighLight.Evaluation.Reference;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>DSTC's timing against the published points of its Fig. 21.</summary>
[TestFixture]
public sealed class DualSideTimingTests
{
    [Test]
    public void DualSideSparseTensorCore_PublishedPoints_WithinEightPercentOnAverage()
    {
        // The dense point is the reference of the others: it agrees by definition and is left out.
        var errors = ReferenceRow.Read("dstc-fig21.csv").Where(row => row.Number("A_density") < 1).Select(row =>
        {
            var modelled = Time(row.Number("A_density"), row.Number("B_density")) / Time(1, 1);
            return Math.Abs((modelled / row.Number("measured_norm")) - 1);
        }).ToArray();
        TestContext.Out.WriteLine(FormattableString.Invariant($"error: mean {errors.Average():P1}, worst {errors.Max():P1}"));
        Assert.That(errors, Has.Length.EqualTo(4));
        Assert.That(errors.Average(), Is.LessThanOrEqualTo(0.08));
        Assert.That(errors.Max(), Is.LessThanOrEqualTo(0.13));

        static double Time(double a, double b) => With(Accelerators.DualSideSparseTensorCore, Thousand, Uniform(a), Uniform(b), Stored).Bounds.Compute;
    }

    [Test]
    public void DualSideSparseTensorCore_PublishedSize_TotalIsAsCloseAsCompute()
    {
        // 4096³ with the mapper: neither DRAM nor the buffer takes over, at the sparser points where no value is published either.
        var gemm = new Gemm(4096, 4096, 4096);
        var dense = Best(Accelerators.DualSideSparseTensorCore, gemm, Dense, Dense);
        var errors = ReferenceRow.Read("dstc-fig21.csv").Where(row => row.Number("A_density") < 1).Select(row =>
            (Total(row.Number("A_density"), row.Number("B_density")) / row.Number("measured_norm")) - 1).Select(Math.Abs).ToArray();
        TestContext.Out.WriteLine(FormattableString.Invariant($"error: mean {errors.Average():P1}, worst {errors.Max():P1}"));
        Assert.That(errors, Has.Length.EqualTo(4));
        Assert.That(errors.Average(), Is.LessThanOrEqualTo(0.08));
        Assert.That(errors.Max(), Is.LessThanOrEqualTo(0.13));
        Assert.That(Total(0.3, 0.4) * dense.Cycles, Is.EqualTo(15.2e6).Within(1).Percent);

        double Total(double a, double b)
        {
            var result = Best(Accelerators.DualSideSparseTensorCore, gemm, Uniform(a), Uniform(b));
            Assert.That(result.Bounds.Bound, Is.EqualTo(CycleBound.Compute), result.Mapping.ToString());
            return result.Cycles / dense.Cycles;
        }
    }

    [Test]
    public void DualSideSparseTensorCore_Dense_TakesMacsOver1024() =>
        Assert.That(With(Accelerators.DualSideSparseTensorCore, Thousand, Dense, Dense, Stored).Cycles, Is.EqualTo(1048576).Within(1e-6));

    [TestCase(0, 0)]
    [TestCase(0.5, 0.375)]
    [TestCase(1, 0.5)]
    public void DualSideSparseTensorCore_PartlyFilledSteps_CostWholeOnes(double density, double cycles)
    {
        // Tiles of 2 rows, both in one step: a step is taken unless both are zero, 1 − (1 − d)² of the time. B takes 2 steps of 16; a step is 2·16 of 1024
        // multipliers; k = 8: 8 · (0.75) · 2 · 32/1024 = 0.375.
        var design = Accelerators.DualSideSparseTensorCore with { Skipping = new SkippingScheme.OuterProduct(2, 2, 32, 16) };
        var compute = With(design, new(2, 8, 32), Uniform(density), Dense, new(2, 8, 32, DramLoopOrder.MOuter)).Bounds.Compute;
        Assert.That(compute, Is.EqualTo(cycles).Within(1e-9));
    }
}
