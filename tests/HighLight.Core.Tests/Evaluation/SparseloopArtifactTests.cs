using HighLight.Evaluation.Densities;
using HighLight.Evaluation.Reference;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Hardware.Presets;
using HighLight.Technology;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>The preset against the results stored in Sparseloop's artifact, two layers of ResNet50.</summary>
/// <remarks>
/// The artifact stores no mappings. These give its DRAM and buffer energies, row by row (derived): all of M stays in the buffer, so that A, B and Z cross DRAM
/// once; the tile of N is 128, or 64 where A and 128 columns of uncompressed B exceed 256 KB, which doubles A's reads. One row differs: DSTC with dense A in the
/// layer of 1152 reads B twice from DRAM and A once for each 128 columns, so that its Z tile is 64×128 and not 128×64.
/// Left out: the DSTC row whose every multiply is done (its activations ran as dense). Rows that count more multiplies than M·K·N ran K = 288 for 256, a multiple
/// of the groups of 6. STC runs weights of all densities below 1 as 2:4.
/// </remarks>
[TestFixture]
public sealed class SparseloopArtifactTests
{
    private static IReadOnlyList<ReferenceRow> Rows =>
        [.. ReferenceRow.Read("sparseloop-artifact-results.csv").Where(row => !IsDstc(row) || row["actual_macs"] != row["algorithmic_macs"])];

    private static IEnumerable<ReferenceRow> Structured => Rows.Where(row => !IsDstc(row));

    [Test]
    public void Rows_Compared_AreAllButOne() => Assert.That(Rows, Has.Count.EqualTo(ReferenceRow.Read("sparseloop-artifact-results.csv").Count - 1));

    [TestCaseSource(nameof(Structured))]
    public void Preset_CyclesOfStructuredDesigns_AreThoseOfTheArtifact(ReferenceRow row) =>
        Assert.That(Run(row).Cycles, Is.EqualTo(row.Number("cycles")).Within(0.03 * row.Number("cycles")));

    [Test]
    public void Preset_CyclesOfDualSide_AreNearThoseOfTheArtifact()
    {
        var errors = Rows.Where(IsDstc).Select(row => Math.Abs((Run(row).Cycles / row.Number("cycles")) - 1)).ToArray();
        TestContext.Out.WriteLine(FormattableString.Invariant($"error: mean {errors.Average():P1}, worst {errors.Max():P1}"));
        Assert.That(errors, Has.Length.EqualTo(7));
        Assert.That(errors.Average(), Is.LessThanOrEqualTo(0.10));
        Assert.That(errors.Max(), Is.LessThanOrEqualTo(0.20));
    }

    [TestCaseSource(nameof(Rows))]
    public void Preset_EnergyByComponent_IsThatOfTheArtifact(ReferenceRow row)
    {
        var energy = Run(row).Energy;
        var macs = row.Number("algorithmic_macs");
        using (Assert.EnterMultipleScope())
        {
            Within(energy.Mac, "pJ_per_alg_MAC");
            Within(energy.Registers, "pJ_LRF");
            Within(energy.Accumulation, "pJ_RF");
            Within(energy.Buffer + energy.Metadata, "pJ_SMEM");
            Within(energy.Dram, "pJ_DRAM");
            Within(energy.Total, "pJ_total");
        }

        void Within(double picojoules, string column) =>
            Assert.That(picojoules / macs, Is.EqualTo(row.Number(column)).Within(Math.Max(0.15 * row.Number(column), 0.02)), column);
    }

    private static bool IsDstc(ReferenceRow row) => row["design"].StartsWith("DSTC", StringComparison.Ordinal);

    private static EvaluationResult Run(ReferenceRow row)
    {
        var (m, n) = (row.Integer("M"), row.Integer("N"));
        var gemm = new Gemm(m, (int)(row.Number("algorithmic_macs") / ((double)m * n)), n);
        var weights = row.Number("weight_density");
        var design = Design(row["design"]);
        var technology = design.Name == "TC" ? TechnologyTable.Default : SparseloopPreset.Technology;
        var swapsTile = IsDstc(row) && weights == 1;
        if (swapsTile)
        {
            design = design with { Accumulation = new AccumulationBuffer(64, 128), ReuseOfA = 128, ReuseOfB = 64 };
        }

        OperandDensity a = weights == 1 ? Dense : IsDstc(row) ? Uniform(weights) : design.Name == "STC" ? Hss("C0(2:4)") : Weights(weights);
        var evaluator = new Evaluator(design, technology, a, Uniform(row.Number("act_density")));
        var mapping = swapsTile
            ? new Mapping(64, gemm.K, 128, DramLoopOrder.MOuter)
            : new Mapping(m, gemm.K, (gemm.ValuesOfA * evaluator.A.StoredShare) + (gemm.K * 128) > 256 * 1024 ? 64 : 128, DramLoopOrder.MOuter);
        Assert.That(evaluator.Fits(mapping), Is.True);
        return evaluator.Evaluate(gemm, mapping);
    }

    private static Accelerator Design(string name) => name switch
    {
        "TC-RF2x-24-bandwidth" => SparseloopPreset.Apply(Accelerators.TensorCore),
        "STC-RF2x-24-bandwidth" => SparseloopPreset.Apply(Accelerators.SparseTensorCore),
        "DSTC-RF2x-24-bandwidth" => SparseloopPreset.Apply(Accelerators.DualSideSparseTensorCore),
        "STC_flexible-RF2x-24-bandwidth" => SparseloopPreset.FlexibleSparseTensorCore,
        "STC_flexible-RF2x-24-bandwidth-RLE" => SparseloopPreset.FlexibleRunLength,
        "STC_flexible_dualCompress-RF2x-24-bandwidth-RLE" => SparseloopPreset.FlexibleDualCompressed,
        _ => throw new InvalidOperationException(name),
    };

    private static OperandDensity Weights(double density) => density switch
    {
        0.25 => Hss("C0(2:8)"),
        0.3333 => Hss("C0(2:6)"),
        0.5 => Hss("C0(2:4)"),
        _ => Dense,
    };
}
