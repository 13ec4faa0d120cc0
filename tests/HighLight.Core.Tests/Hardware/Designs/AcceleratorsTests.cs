using HighLight.Evaluation;
using HighLight.Sparsity;

namespace HighLight.Hardware.Designs;

[TestFixture]
public sealed class AcceleratorsTests
{
    [Test]
    public void All_InTheOrderOfFigures_HaveEqualResources()
    {
        Assert.That(Accelerators.All.Select(design => design.Name), Is.EqualTo(new[] { "TC", "STC", "DSTC", "S2TA", "HighLight", "DSSO" }));
        Assert.That(Accelerators.All.Select(design => design.Array.Multipliers), Is.All.EqualTo(1024));
        Assert.That(Accelerators.All.Select(design => design.GlobalBuffer.CapacityBytes + design.GlobalBuffer.MetadataCapacityBytes), Is.All.EqualTo(320 * 1024));
        Assert.That(Accelerators.All.Select(design => design.Dram.ReadBytesPerCycle), Is.All.EqualTo(32));
        Assert.That(Accelerators.All.Select(design => design.WordBits), Is.All.EqualTo(8));
    }

    [Test]
    public void HighLightFamily_OfOperandA_Has15PatternsAnd12Degrees()
    {
        var family = Accelerators.HighLight.A.Families.Single();
        Assert.That(family.Patterns(), Has.Length.EqualTo(15));
        Assert.That(
            family.SparsityDegrees().Select(degree => Math.Round(100 * degree.ToDouble(), 1)),
            Is.EqualTo(new[] { 0, 20, 33.3, 42.9, 46.7, 50, 55.6, 60, 61.9, 66.7, 71.4, 75 }));
    }

    [Test]
    public void Variant_WithWiderFamily_SkipsMore()
    {
        var flexible = Accelerators.SparseTensorCore with
        {
            Name = "STC 2:{4,6,8}",
            A = Accelerators.SparseTensorCore.A with { Families = [HssFamily.Parse("C0(2:{4,6,8})")] },
        };
        Assert.That(Cycles(flexible), Is.EqualTo(Cycles(Accelerators.SparseTensorCore) / 2));

        static double Cycles(Accelerator design) =>
            Evaluate.With(design, Evaluate.Thousand, Evaluate.Hss("C0(2:8)"), Evaluate.Dense, Evaluate.Stored).Bounds.Compute;
    }

    [Test]
    public void Variant_WithoutCompressionOfB_FetchesAllOfItAndStillGates()
    {
        var plain = Accelerators.HighLight with { B = Accelerators.HighLight.B with { UnstructuredFormat = CompressionKind.None } };
        var result = Evaluate.With(plain, Evaluate.Thousand, Evaluate.Dense, Evaluate.Uniform(0.25), Evaluate.Stored);
        Assert.That(result.Counts.DramReadWordsB, Is.EqualTo(1024 * 1024));
        Assert.That(result.Counts.MacsGated, Is.EqualTo(0.75 * 1024 * 1024 * 1024));
    }
}
