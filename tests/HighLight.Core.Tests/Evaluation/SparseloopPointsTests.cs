using HighLight.Evaluation.Densities;
using HighLight.Evaluation.Reference;
using HighLight.Hardware.Designs;
using HighLight.Hardware.Presets;
using HighLight.Technology;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>The preset against Sparseloop runs on 1024³ with their mapping.</summary>
/// <remarks>The tolerances are those asked for; components come out within 1 %, the registers of a sparse DSTC operand furthest off (−0.5 %).</remarks>
[TestFixture]
public sealed class SparseloopPointsTests
{
    private static IReadOnlyList<ReferenceRow> Points => ReferenceRow.Read("sparseloop-points.csv");

    [TestCaseSource(nameof(Points))]
    public void Preset_Cycles_AreThoseOfSparseloop(ReferenceRow point)
    {
        var result = Run(point);
        var tolerance = point["design"] == "DSTC" ? 0.10 * point.Number("cycles") : 0;
        Assert.That(result.Cycles, Is.EqualTo(point.Number("cycles")).Within(tolerance));
    }

    [TestCaseSource(nameof(Points))]
    public void Preset_EnergyByComponent_IsThatOfSparseloop(ReferenceRow point)
    {
        var energy = Run(point).Energy;
        using (Assert.EnterMultipleScope())
        {
            Within(energy.Mac, "energy_mac_uJ", 0.05);
            Within(energy.Registers, "energy_register_uJ", 0.15);
            Within(energy.Accumulation, "energy_rf_uJ", 0.05);
            Within(energy.Buffer + energy.Metadata, "energy_glb_uJ", 0.05);
            Within(energy.Dram, "energy_dram_uJ", 0.05);
            Assert.That(energy.Safs, Is.Zero);
        }

        void Within(double picojoules, string column, double tolerance)
        {
            var error = (picojoules * 1e-6 / point.Number(column)) - 1;
            TestContext.Out.WriteLine(FormattableString.Invariant($"{column} {error:P1}"));
            Assert.That(error, Is.Zero.Within(tolerance), column);
        }
    }

    private static EvaluationResult Run(ReferenceRow point)
    {
        var (design, a) = point["design"] switch
        {
            "TC" => (Accelerators.TensorCore, (OperandDensity)Dense),
            "STC" => (Accelerators.SparseTensorCore, point.Number("a_density") < 1 ? Hss("C0(2:4)") : Dense),
            "DSTC" => (Accelerators.DualSideSparseTensorCore, Unstructured(point.Number("a_density"))),
            var other => throw new InvalidOperationException(other),
        };
        var technology = point.Integer("technology_nm") == 45 ? SparseloopPreset.Technology : TechnologyTable.Default;
        var evaluator = new Evaluator(SparseloopPreset.Apply(design), technology, a, Unstructured(point.Number("b_density")));
        var gemm = new Gemm(point.Integer("M"), point.Integer("K"), point.Integer("N"));
        var mapping = Mapping.Parse(SparseloopPreset.StoredMapping);
        Assert.That(evaluator.Fits(mapping), Is.True);
        return evaluator.Evaluate(gemm, mapping);
    }

    private static OperandDensity Unstructured(double density) => density < 1 ? Uniform(density) : Dense;
}
