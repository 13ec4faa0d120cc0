using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;

namespace HighLight.Hardware.Presets;

[TestFixture]
public sealed class SparseloopPresetTests
{
    private static IEnumerable<Accelerator> Designs => Accelerators.All;

    [TestCaseSource(nameof(Designs))]
    public void Apply_AnyDesign_SetsItsResourcesAndLeavesTheRest(Accelerator design)
    {
        var preset = SparseloopPreset.Apply(design);
        Assert.That(preset.GlobalBuffer, Is.EqualTo(StorageLevel.GlobalBuffer with { SharedPortWords = 42 }));
        Assert.That((preset.Dram.ChargesMetadata, preset.A.RoundsOffsetBits, preset.Safs.IsEmpty), Is.EqualTo((false, true, true)));
        Assert.That((preset.Name, preset.Array, preset.A.Families), Is.EqualTo((design.Name, design.Array, design.A.Families)));
        Assert.That(SparseloopPreset.Apply(preset) with { Skipping = preset.Skipping }, Is.EqualTo(preset));
    }

    [TestCaseSource(nameof(Designs))]
    public void StoredMapping_OfThousandCubed_FitsEachDesign(Accelerator design)
    {
        var evaluator = new Evaluator(SparseloopPreset.Apply(design), SparseloopPreset.Technology, new HssOperand(HssPattern.Parse("C0(4:8)")), Evaluate.Dense);
        Assert.That(evaluator.Fits(Mapping.Parse(SparseloopPreset.StoredMapping)), Is.True);
    }

    [TestCase("C0(2:4)", 1, 1)]
    [TestCase("C0(2:6)", 4 / 3.0, 1)]
    [TestCase("C0(2:8)", 1, 0.75)]
    public void Flexible_Offsets_TakeAPowerOfTwoOrWhatRunsNeed(string pattern, double rounded, double runLength)
    {
        Assert.That(Bits(SparseloopPreset.FlexibleSparseTensorCore), Is.EqualTo(rounded).Within(1e-12));
        Assert.That(Bits(SparseloopPreset.FlexibleRunLength), Is.EqualTo(runLength).Within(1e-12));
        Assert.That(Bits(SparseloopPreset.FlexibleDualCompressed), Is.EqualTo(runLength).Within(1e-12));

        double Bits(Accelerator design) => new Evaluator(design, TechnologyTable.Node45, Evaluate.Hss(pattern), Evaluate.Dense).A.MetadataBitsPerValue;
    }

    [Test]
    public void DualCompressed_ZerosOfB_AreMultiplied()
    {
        var result = Evaluate.With(SparseloopPreset.FlexibleDualCompressed, Evaluate.Thousand, Evaluate.Dense, Evaluate.Uniform(0.5), Evaluate.Stored);
        Assert.That((result.Counts.MacsDone, result.Counts.DramReadWordsB), Is.EqualTo((1024.0 * 1024 * 1024, 512.0 * 1024)));
    }

    [Test]
    public void Apply_Null_Throws() => Assert.That(() => SparseloopPreset.Apply(null!), Throws.ArgumentNullException);
}
