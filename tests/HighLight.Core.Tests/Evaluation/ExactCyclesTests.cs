using CsCheck;
using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Hardware.Presets;
using HighLight.Sparsity;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>Compute cycles that follow from the arrays alone.</summary>
[TestFixture]
public sealed class ExactCyclesTests
{
    /// <summary>A multiple of twice every group of HighLight's family: 2 · lcm(4..8) · lcm(2..4) · 6.</summary>
    private const int CommonK = 20160;

    private static readonly Mapping AnyTiles = new(64, CommonK, 128, DramLoopOrder.NOuter);

    private static IEnumerable<HssPattern> Members => HighLightFamily.Patterns();

    [Test]
    public void TensorCore_MultiplesOfTheTile_TakesMacsOver1024() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 100], Gen.Int[1, 3000], AnyOperand).Sample((m, k, n, operand) =>
        {
            var gemm = new Gemm(64 * m, 16 * k, n);
            var result = With(Accelerators.TensorCore, gemm, operand, operand, new(64, gemm.K, 128, DramLoopOrder.MOuter));
            return result.Bounds.Compute == gemm.Macs / 1024.0 && result.Bounds.Ideal == result.Bounds.Compute;
        });

    [Test]
    public void TensorCore_ThousandCubed_IsComputeBound()
    {
        var result = With(Accelerators.TensorCore, Thousand, Dense, Dense, Stored);
        Assert.That((result.Cycles, result.Bounds.Bound), Is.EqualTo((1048576.0, CycleBound.Compute)));
    }

    [TestCase("C0(2:4)", 0.5)]
    [TestCase("C0(1:4)", 0.5)]
    [TestCase("C0(2:8)", 0.5)]
    [TestCase("C0(2:6)", 1)]
    [TestCase("C1(4:8)→C0(2:4)", 0.5)]
    [TestCase("C1(1:8)→C0(1:4)", 0.5)]
    [TestCase("C0(3:4)", 1)]
    [TestCase("C0(4:8)", 1)]
    public void SparseTensorCore_Pattern_HalvesWhereItIs2Of4AndIsNoBetterBelow(string pattern, double share)
    {
        var result = With(Accelerators.SparseTensorCore, Thousand, Hss(pattern), Uniform(0.1), Stored);
        Assert.That(result.Cycles, Is.EqualTo(share * 1048576));
    }

    [TestCaseSource(nameof(Members))]
    public void HighLight_EachMemberOfItsFamily_TakesItsDensityWhateverB(HssPattern member)
    {
        var gemm = new Gemm(128, CommonK, 256);
        foreach (var b in new OperandDensity[] { Dense, Uniform(0.75), Uniform(0.01), Hss("C0(2:4)") })
        {
            var result = With(Accelerators.HighLight, gemm, new HssOperand(member), b, AnyTiles);
            Assert.That(result.Bounds.Compute, Is.EqualTo((member.Density * (Fraction)(int)(gemm.Macs / 1024)).ToDouble()), b.ToString());
        }
    }

    [Test]
    public void HighLight_AnyK_TakesWholeSteps() =>
        Gen.Select(Choice([.. Members]), Gen.Int[1, 5000], Gen.Double[0, 1]).Sample((member, k, density) =>
        {
            var result = With(Accelerators.HighLight, new Gemm(64, k, 1), new HssOperand(member), Uniform(density), new(64, k, 1, DramLoopOrder.MOuter));
            var step = 2 * member[1].H * member[0].H;
            return result.Bounds.Compute == ((k - 1) / step) + 1;
        });

    [TestCase(1, 1, 1)]
    [TestCase(64, 64, 1)]
    [TestCase(65, 64, 2)]
    [TestCase(64, 65, 2)]
    [TestCase(128, 128, 4)]
    [TestCase(129, 129, 9)]
    public void HighLight_AtTheEdges_PadsRowsAndGroups(int m, int k, int cycles)
    {
        // 4:8→2:4: a step of 64 rows takes two groups of 32.
        var result = With(Accelerators.HighLight, new Gemm(m, k, 1), Hss("C1(4:8)→C0(2:4)"), Dense, new(m, k, 1, DramLoopOrder.MOuter));
        Assert.That(result.Bounds.Compute, Is.EqualTo(cycles));
    }

    [TestCase(2, 2, 0.5)]
    [TestCase(2, 3, 1 / 3.0)]
    [TestCase(2, 4, 0.25)]
    [TestCase(2, 8, 0.125)]
    public void Dsso_BothStructured_TakesTheProductOfTheDensities(int g, int h, double share)
    {
        var gemm = new Gemm(128, 2 * CommonK, 128);
        var b = new HssOperand(HssPattern.Create(new Gh(g, h), new Gh(4, 4)));
        var result = With(Accelerators.Dsso, gemm, Hss("C0(2:4)"), b, new(128, gemm.K, 128, DramLoopOrder.NOuter));
        Assert.That(result.Bounds.Compute, Is.EqualTo(share * gemm.Macs / 1024).Within(1e-9 * gemm.Macs));
        Assert.That(result.Bounds.Compute, Is.EqualTo(result.Bounds.Ideal).Within(1e-9 * gemm.Macs));
    }

    [Test]
    public void Preset_SinglePort_BindsAtLowDensityOnly()
    {
        // A cycle takes 8 words of A, 16/density words of B, and metadata: 24 words dense, 72 and more at a quarter.
        var design = SparseloopPreset.Apply(Accelerators.HighLight);
        var dense = With(design, Thousand, Dense, Dense, Stored);
        var quarter = With(design, Thousand, Hss("C1(4:8)→C0(2:4)"), Dense, Stored);
        var two = With(Accelerators.HighLight, Thousand, Hss("C1(4:8)→C0(2:4)"), Dense, Stored);
        Assert.That((dense.Bounds.Bound, dense.Cycles), Is.EqualTo((CycleBound.Compute, 1048576.0)));
        Assert.That(quarter.Bounds.Bound, Is.EqualTo(CycleBound.Buffer));
        Assert.That(quarter.Cycles / 262144, Is.GreaterThan(72 / 42.0));
        Assert.That((two.Bounds.Bound, two.Cycles), Is.EqualTo((CycleBound.Compute, 262144.0)));
    }
}
