using HighLight.Hardware;
using HighLight.Hardware.Designs;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>Dense × dense at equal resources: what sparsity hardware costs where it is of no use.</summary>
[TestFixture]
public sealed class ParityTests
{
    private static IEnumerable<TestCaseData> Designs =>
    [
        // Its sparsity hardware takes the same energy whatever the tiles are: 1.0 % of what the best ones leave.
        new(Accelerators.SparseTensorCore, 0.011),
        new(Accelerators.HighLight, 0.03),
    ];

    [TestCaseSource(nameof(Designs))]
    public void Dense_AtEqualBuffer_CostsWhatTensorCoreCosts(Accelerator design, double tolerance)
    {
        foreach (var objective in Enum.GetValues<Objective>())
        {
            var tensorCore = Best(EqualTensorCore, Thousand, Dense, Dense, objective);
            var result = Best(design, Thousand, Dense, Dense, objective);
            Assert.That(result.Cycles, Is.EqualTo(tensorCore.Cycles), objective.ToString());
            Assert.That(result.EnergyPj / tensorCore.EnergyPj, Is.EqualTo(1).Within(tolerance), objective.ToString());
            Assert.That(result.EnergyPj - result.Energy.Safs, Is.EqualTo(tensorCore.EnergyPj).Within(0.1).Percent, objective.ToString());
        }
    }

    [TestCaseSource(nameof(Designs))]
    public void Dense_AtEqualBuffer_DiffersInSparsityHardwareOnly(Accelerator design, double tolerance)
    {
        var tensorCore = With(EqualTensorCore, Thousand, Dense, Dense, Stored);
        var result = With(design, Thousand, Dense, Dense, Stored);
        Assert.That(result.Counts, Is.EqualTo(tensorCore.Counts));
        Assert.That(result.Energy with { Safs = 0 }, Is.EqualTo(tensorCore.Energy));
        Assert.That(result.Energy.Safs, Is.InRange(0, tolerance * tensorCore.EnergyPj));
    }

    [Test]
    public void TensorCore_LargerBuffer_FetchesLessAndPaysMoreARow()
    {
        // 320 KB against 256 KB: fewer words from DRAM, a dearer row.
        var larger = Best(Accelerators.TensorCore, Thousand, Dense, Dense, Objective.Energy);
        var equal = Best(EqualTensorCore, Thousand, Dense, Dense, Objective.Energy);
        Assert.That(larger.Energy.Dram, Is.LessThanOrEqualTo(equal.Energy.Dram));
        Assert.That(
            With(Accelerators.TensorCore, Thousand, Dense, Dense, Stored).Energy.Buffer,
            Is.GreaterThan(With(EqualTensorCore, Thousand, Dense, Dense, Stored).Energy.Buffer));
    }

    [TestCase("any")]
    [TestCase("paper")]
    public void SparseTensorCore_TwoOfFour_IsBoundByComputeAndTakesHalf(string constraints)
    {
        var (gemm, allowed) = (new Workloads.Gemm(1280, 1680, 768), MappingConstraints.Parse(constraints));
        EvaluationResult Of(Accelerator design, Densities.OperandDensity a) =>
            Mapper.Best(new Evaluator(design, Technology.TechnologyTable.Default, a, Dense), gemm, Objective.Edp, allowed);
        var sparse = Of(Accelerators.SparseTensorCore, Hss("C0(2:4)"));
        Assert.That(sparse.Bounds.Bound, Is.EqualTo(CycleBound.Compute), sparse.Mapping.ToString());
        Assert.That(sparse.Cycles / Of(Accelerators.TensorCore, Dense).Cycles, Is.InRange(0.5, 0.53));
    }

    [Test]
    public void DualSide_Dense_PaysForItsPartialSums()
    {
        // Every product reads and writes the accumulation buffer: 16 times as often as where 16 are added in space.
        var dual = With(Accelerators.DualSideSparseTensorCore, Thousand, Dense, Dense, Stored);
        var tensorCore = With(EqualTensorCore, Thousand, Dense, Dense, Stored);
        Assert.That(dual.Counts.AccumulatorWrites, Is.EqualTo(16 * tensorCore.Counts.AccumulatorWrites));
        Assert.That(dual.EnergyPj, Is.GreaterThan(2 * tensorCore.EnergyPj));
    }

    [Test]
    public void HighLight_DensePattern_IsDense() =>
        Assert.That(
            With(Accelerators.HighLight, Thousand, Hss("C1(4:4)→C0(2:2)"), Dense, Stored),
            Is.EqualTo(With(Accelerators.HighLight, Thousand, Dense, Dense, Stored)));
}
