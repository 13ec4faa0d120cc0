using HighLight.Evaluation;
using HighLight.Hardware.Designs;
using HighLight.Hardware.Presets;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Tensors;
using HighLight.Workloads;

namespace HighLight.Hardware;

/// <summary>A design that cannot be is refused wherever one is taken, with everything that is wrong.</summary>
[TestFixture]
public sealed class DesignProblemsTests
{
    private static readonly Accelerator HighLight = Accelerators.HighLight;

    private static IEnumerable<Accelerator> Sound =>
    [
        .. Accelerators.All,
        Accelerators.S2taTwoPass,
        SparseloopPreset.FlexibleSparseTensorCore,
        SparseloopPreset.FlexibleRunLength,
        SparseloopPreset.FlexibleDualCompressed,
        .. Accelerators.All.Select(SparseloopPreset.Apply),
        Accelerators.HighLight.WithWordBits(16),
        HighLight with { GlobalBuffer = HighLight.GlobalBuffer with { CapacityBytes = 64 } },
        HighLight with { ReuseOfA = 1 },
        HighLight with { ReuseOfA = 128 },
    ];

    private static IEnumerable<TestCaseData> Broken =>
    [
        Case("ReuseOfB", HighLight with { ReuseOfB = -1 }),
        Case("ReuseOfB", HighLight with { ReuseOfB = 65 }),
        Case("ReuseOfB", HighLight with { ReuseOfB = 63 }),
        Case("ReuseOfA", HighLight with { ReuseOfA = 0 }),
        Case("ReuseOfA", HighLight with { ReuseOfA = 129 }),
        Case("Array.SpatialK", HighLight with { Array = HighLight.Array with { SpatialK = -16 } }),
        Case("Array.SpatialK", HighLight with { Array = HighLight.Array with { SpatialK = 0 } }),
        Case("Array", HighLight with { Array = new(1 << 12, 1 << 13, 1), Accumulation = new(1 << 12, 1) { FileBytes = 4096 }, ReuseOfA = 1, ReuseOfB = 1 << 12 }),
        Case("Array", HighLight with { Array = null! }),
        Case("WordBits", HighLight with { WordBits = 0 }),
        Case("WordBits", HighLight with { WordBits = 65 }),
        Case("Name", HighLight with { Name = " " }),
        Case("Accumulation.TileM × TileN", HighLight with { Accumulation = HighLight.Accumulation with { Files = 3 } }),
        Case("Accumulation.AccumulatorBits", HighLight with { Accumulation = HighLight.Accumulation with { AccumulatorBits = 0 } }),
        Case("Registers.ReadsPerMacOfA", HighLight with { Registers = HighLight.Registers with { ReadsPerMacOfA = double.NaN } }),
        Case("Registers.WritesPerWordOfB", HighLight with { Registers = HighLight.Registers with { WritesPerWordOfB = -1 } }),
        Case("GlobalBuffer.CapacityBytes", HighLight with { GlobalBuffer = HighLight.GlobalBuffer with { CapacityBytes = 0 } }),
        Case("GlobalBuffer.CapacityBytes", HighLight with { GlobalBuffer = HighLight.GlobalBuffer with { CapacityBytes = 63 } }),
        Case("GlobalBuffer.MetadataCapacityBytes", HighLight with { GlobalBuffer = HighLight.GlobalBuffer with { MetadataCapacityBytes = 0 } }),
        Case("GlobalBuffer.MetadataCapacityBytes", HighLight with { GlobalBuffer = HighLight.GlobalBuffer with { MetadataCapacityBytes = -8 } }),
        Case("GlobalBuffer.SharedPortWords", HighLight with { GlobalBuffer = HighLight.GlobalBuffer with { SharedPortWords = 0 } }),
        Case("Dram.ReadBytesPerCycle", HighLight with { Dram = HighLight.Dram with { ReadBytesPerCycle = 0 } }),
        Case("A.Families", HighLight with { A = HighLight.A with { Families = default } }),
        Case("A.Families[0]", HighLight with { A = HighLight.A with { Families = [HssFamily.Parse("C1(1:4096)→C0(1:4097)")] } }),
        Case("A.Families", Accelerators.TensorCore with { A = new() { RunsDense = false } }),
        Case("A.StructuredZeros", HighLight with { A = HighLight.A with { StructuredZeros = (ZeroAction)7 } }),
        Case("B.UnstructuredFormat", HighLight with { B = HighLight.B with { UnstructuredFormat = CompressionKind.Offsets } }),
        Case("B.UnstructuredZeros", HighLight with { B = HighLight.B with { UnstructuredZeros = ZeroAction.Skip } }),
        Case("A.Families", Accelerators.DualSideSparseTensorCore with { A = HighLight.A }),
        Case("Skipping.LanesA", Accelerators.DualSideSparseTensorCore with { Skipping = new SkippingScheme.OuterProduct(32, 33, 32, 16) }),
        Case("Skipping.Block", Accelerators.S2ta with { Skipping = new SkippingScheme.TimeUnrolled(65, AlsoA: false) }),
        Case("SafAccounting.EnergyFactor", HighLight with { SafAccounting = new() { EnergyFactor = -1 } }),
        Case("SafAccounting.Additional[0].Instances", HighLight with { SafAccounting = new() { Additional = [HighLight.Safs[0] with { Instances = -1 }] } }),
    ];

    [TestCaseSource(nameof(Sound))]
    public void Problems_OfASoundDesign_AreNone(Accelerator design) => Assert.That(design.Problems(), Is.Empty);

    [TestCaseSource(nameof(Broken))]
    public void Problems_OfABrokenDesign_NameThePath(Accelerator design, string path)
    {
        var problem = design.Problems().First(problem => problem.Path == path);
        Assert.That(problem.Legal, Is.Not.Empty);
        Assert.That(
            () => new Evaluator(design, TechnologyTable.Default, Evaluate.Dense, Evaluate.Dense),
            Throws.TypeOf<InvalidDesignException>().With.Message.Contains(problem.ToString()));
    }

    [Test]
    public void Problems_OfSeveralParts_AreListedAtOnceByEveryUser()
    {
        var broken = HighLight with { WordBits = 0, ReuseOfB = -1, Dram = HighLight.Dram with { WriteBytesPerCycle = -2 } };
        var matrix = Matrix<sbyte>.Create(1, 1, [1]);
        Action[] users =
        [
            () => GemmEvaluation.Run(new(broken, new Gemm(8, 8, 8), Evaluate.Dense, Evaluate.Dense)),
            () => AreaModel.Of(broken, TechnologyTable.Default),
            () => Simulation.Simulator.Run(new(broken, matrix, matrix)),
            () => SparseloopPreset.Apply(broken),
            () => _ = broken.Safs,
        ];
        foreach (var user in users)
        {
            var refusal = Assert.Throws<InvalidDesignException>(() => user())!;
            Assert.That(refusal.Problems.Select(problem => problem.Path), Is.EqualTo(new[] { "WordBits", "Dram.WriteBytesPerCycle", "ReuseOfB" }));
            Assert.That(refusal.Message, Does.Contain("'HighLight'").And.Contain("ReuseOfB is -1; legal: 64..64."));
        }
    }

    [Test]
    public void Equality_OfDesigns_IsThatOfTheirValues()
    {
        var again = HighLight with
        {
            A = HighLight.A with { Families = [HssFamily.Parse("C1(4:{4≤H≤8})→C0(2:{2≤H≤4})")] },
            SafAccounting = new() { Additional = [] },
        };
        Assert.That(again, Is.EqualTo(HighLight));
        Assert.That(again.GetHashCode(), Is.EqualTo(HighLight.GetHashCode()));
        Assert.That(again with { A = again.A with { Families = [HssFamily.Parse("C0(2:4)")] } }, Is.Not.EqualTo(HighLight));
        Assert.That(again with { SafAccounting = new() { Additional = [HighLight.Safs[0]] } }, Is.Not.EqualTo(HighLight));
    }

    private static TestCaseData Case(string path, Accelerator design) =>
        new TestCaseData(design, path).SetArgDisplayNames(path, string.Join("; ", design.Problems().Select(problem => problem.Value)));
}
