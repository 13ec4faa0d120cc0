using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation;

[TestFixture]
public sealed class SparsityHardwareEnergyTests
{
    private static readonly Gemm Thousand = new(1024, 1024, 1024);
    private static readonly Mapping Tiles = new(128, 1024, 128, DramLoopOrder.NOuter);

    [Test]
    public void Safs_StcDense_ByHand()
    {
        // Each multiply passes one AND and two ORs a bit (3 candidates); each of 8·1024² words of A is decoded once.
        var gates = new GateLibrary(TechnologyTable.Default);
        var mux = gates.EnergyPj(new SelectionMux(3, 8).Switched);
        var decoder = gates.EnergyPj(new OffsetDecoder(2).Switched);
        var result = Evaluate(Accelerators.SparseTensorCore, new DenseOperand(), new DenseOperand());
        Assert.That(result.Energy.Safs, Is.EqualTo((Thousand.Macs * mux) + (8.0 * 1024 * 1024 * decoder)).Within(1e-9).Percent);
    }

    [Test]
    public void Safs_TensorCore_AreNone() => Assert.That(Evaluate(Accelerators.TensorCore, new DenseOperand(), new DenseOperand()).Energy.Safs, Is.Zero);

    [Test]
    public void Safs_HighLightDense_CostLessThanAWiderBlockWould()
    {
        // Dense runs as 4:4→2:2, whose blocks have 2 live words; 4:4→2:4 has 4 live words a block but half the multiplies.
        var dense = Evaluate(Accelerators.HighLight, new DenseOperand(), new DenseOperand()).Energy.Safs;
        var half = Evaluate(Accelerators.HighLight, new HssOperand(HssPattern.Parse("4:4→2:4")), new DenseOperand()).Energy.Safs;
        Assert.That(half, Is.LessThan(dense).And.GreaterThan(dense / 2));
    }

    [Test]
    public void Safs_CompressedB_PaysForUnpacking()
    {
        var pattern = new HssOperand(HssPattern.Parse("4:8→2:4"));
        var without = Accelerators.HighLight with
        {
            SafAccounting = new() { IsCharged = false, Additional = [.. Accelerators.HighLight.Safs.Where(saf => saf.Name != "unpacking of B")] },
        };
        Assert.That(Evaluate(without, pattern, new DenseOperand()).Energy.Safs, Is.EqualTo(Evaluate(Accelerators.HighLight, pattern, new DenseOperand()).Energy.Safs));
        Assert.That(Evaluate(without, pattern, new UniformOperand(0.5)).Energy.Safs, Is.LessThan(Evaluate(Accelerators.HighLight, pattern, new UniformOperand(0.5)).Energy.Safs));
    }

    [Test]
    public void Parity_DenseTimesDense_SparseDesignsCostLittleMoreThanTheDenseOne()
    {
        // At equal buffer capacity: what STC and HighLight add is their sparsity hardware alone.
        var tc = Accelerators.TensorCore with { GlobalBuffer = StorageLevel.GlobalBuffer with { MetadataCapacityBytes = 0 } };
        var energy = Evaluate(tc, new DenseOperand(), new DenseOperand()).EnergyPj;
        Assert.That(Evaluate(Accelerators.SparseTensorCore, new DenseOperand(), new DenseOperand()).EnergyPj / energy, Is.InRange(1, 1.01));
        Assert.That(Evaluate(Accelerators.HighLight, new DenseOperand(), new DenseOperand()).EnergyPj / energy, Is.InRange(1, 1.03));
    }

    [Test]
    public void Explain_AnyDesign_NamesOperandsBoundMappingAndEveryComponent()
    {
        foreach (var design in Accelerators.All)
        {
            var evaluation = GemmEvaluation.Run(new(design, Thousand, new HssOperand(HssPattern.Parse("4:4→2:4")), new UniformOperand(0.5)));
            var text = evaluation.Explain();
            Assert.That(text, Does.Contain(design.Name).And.Contain("operand A").And.Contain("operand B").And.Contain(evaluation.Result.Mapping.ToString()).And.Contain(evaluation.Result.Bounds.Bound.ToString()));
            foreach (var (name, _) in evaluation.Result.Energy.Components())
            {
                Assert.That(text, Does.Contain($"    {name}: "));
            }
        }
    }

    [Test]
    public void Components_AnyResult_AddUpToTheTotal()
    {
        var energy = Evaluate(Accelerators.HighLight, new HssOperand(HssPattern.Parse("4:8→2:4")), new UniformOperand(0.5)).Energy;
        Assert.That(energy.Components().Sum(c => c.Pj), Is.EqualTo(energy.Total).Within(1e-9).Percent);
    }

    private static EvaluationResult Evaluate(Accelerator design, OperandDensity a, OperandDensity b) =>
        new Evaluator(design, TechnologyTable.Default, a, b).Evaluate(Thousand, Tiles);
}
