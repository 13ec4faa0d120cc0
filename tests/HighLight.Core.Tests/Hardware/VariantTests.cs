using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Hardware;

/// <summary>The variants of lib/HighLight.Core/Hardware/README.md.</summary>
[TestFixture]
public sealed class VariantTests
{
    private static readonly Gemm Thousand = new(1024, 1024, 1024);

    [TestCase("C0(2:4)", 2)]
    [TestCase("C0(2:6)", 3)]
    [TestCase("C0(2:8)", 4)]
    public void FlexibleTensorCore_ItsRules_SpeedUpByTheirDensity(string pattern, int speedUp)
    {
        var family = HssFamily.Parse("C0(2:{4,6,8})");
        var flexible = Accelerators.SparseTensorCore with
        {
            Name = "STC-flexible",
            A = Accelerators.SparseTensorCore.A with { Families = [family] },
        };
        var gemm = new Gemm(1024, 1152, 1024);
        var compute = GemmEvaluation.Run(new(flexible, gemm, new HssOperand(HssPattern.Parse(pattern)), new DenseOperand())).Result.Bounds.Compute;
        Assert.That(compute, Is.EqualTo(gemm.Macs / 1024.0 / speedUp));
    }

    [Test]
    public void WithWordBits_Sixteen_WidensEverythingThatHoldsAWord()
    {
        var wide = Accelerators.HighLight.WithWordBits(16);
        Assert.That((wide.WordBits, wide.Registers.AccessBits, wide.Accumulation.AccumulatorBits), Is.EqualTo((16, 16, 16)));

        // What is as wide as a word doubles; offset decoders stay, and a row of the buffer holds half as many words.
        var growth = AreaModel.Of(wide, TechnologyTable.Default).SafMm2 / AreaModel.Of(Accelerators.HighLight, TechnologyTable.Default).SafMm2;
        Assert.That(growth, Is.InRange(1.5, 2));
        Assert.That(() => Accelerators.HighLight.WithWordBits(0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void WithWordBits_SixteenInBuffersOfAsManyWords_KeepsCyclesAndMovesTwiceTheBytes()
    {
        var wide = Accelerators.HighLight.WithWordBits(16) with { GlobalBuffer = StorageLevel.GlobalBuffer with { CapacityBytes = 512 * 1024 } };
        var mapping = new Mapping(128, 1024, 128, DramLoopOrder.NOuter);
        EvaluationResult Run(Accelerator design) => new Evaluator(design, TechnologyTable.Default, new DenseOperand(), new DenseOperand()).Evaluate(Thousand, mapping);
        Assert.That(Run(wide).Bounds.Compute, Is.EqualTo(Run(Accelerators.HighLight).Bounds.Compute));
        Assert.That(Run(wide).Bounds.DramRead, Is.EqualTo(2 * Run(Accelerators.HighLight).Bounds.DramRead));
        Assert.That(Run(wide).EnergyPj, Is.GreaterThan(Run(Accelerators.HighLight).EnergyPj));
    }

    [Test]
    public void UncompressedB_StillGates_ButMovesEveryWord()
    {
        var uncompressed = Accelerators.HighLight with { B = Accelerators.HighLight.B with { UnstructuredFormat = CompressionKind.None } };
        var mapping = new Mapping(128, 1024, 128, DramLoopOrder.NOuter);
        EvaluationResult Run(Accelerator design) => new Evaluator(design, TechnologyTable.Default, new DenseOperand(), new UniformOperand(0.25)).Evaluate(Thousand, mapping);
        Assert.That(Run(uncompressed).Counts.MacsGated, Is.EqualTo(Run(Accelerators.HighLight).Counts.MacsGated));
        Assert.That(Run(uncompressed).Counts.BufferReadWordsB, Is.EqualTo(4 * Run(Accelerators.HighLight).Counts.BufferReadWordsB));
    }
}
