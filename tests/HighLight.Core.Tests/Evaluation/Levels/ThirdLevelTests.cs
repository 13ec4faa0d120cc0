using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Technology;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation.Levels;

/// <summary>DRAM, a 2 MB L2 and the global buffer, counted by hand.</summary>
[TestFixture]
public sealed class ThirdLevelTests
{
    private const double Operand = 256 * 512;
    private static readonly Gemm Product = new(256, 512, 256);

    // Outside two tiles of M; inside two of M, two of N and four parts of K, K innermost.
    private static readonly Mapping Tiles = Mapping.Parse("M128 K512 N256, N outer | M64 K128 N128, M outer");

    private static EvaluationResult Run(Accelerator design, Mapping mapping) => LevelDesigns.Prepare(design).Evaluate(Product, mapping);

    [Test]
    public void EachLevel_DenseProduct_MovesWhatItsLoopsSay()
    {
        var counts = Run(LevelDesigns.TensorCore, Tiles).Counts;
        using (Assert.EnterMultipleScope())
        {
            // The loop over M outside walks over A; B stays in L2.
            Assert.That((counts.Level(0).A.ReadWords, counts.Level(0).B.ReadWords), Is.EqualTo((Operand, Operand)));
            Assert.That((counts.Level(1).A.WriteWords, counts.Level(1).B.WriteWords), Is.EqualTo((Operand, Operand)));

            // Parts of K pass for each of 2 tiles of N and each of 2 · 2 tiles of M.
            Assert.That((counts.Level(1).A.ReadWords, counts.Level(1).B.ReadWords), Is.EqualTo((2 * Operand, 4 * Operand)));
            Assert.That((counts.Level(2).A.WriteWords, counts.Level(2).B.WriteWords), Is.EqualTo((2 * Operand, 4 * Operand)));

            // A word of A serves 128 columns, one of B 64 rows.
            Assert.That((counts.Level(2).A.ReadWords, counts.Level(2).B.ReadWords), Is.EqualTo((2 * Operand, 4 * Operand)));
            Assert.That(counts.Level(0).Z.WriteWords, Is.EqualTo(65536));
            Assert.That((counts.Level(1).Z, counts.Level(2).Z), Is.EqualTo((default(OperandAccesses), default(OperandAccesses))));
            Assert.That(counts.LevelCount, Is.EqualTo(3));
        }
    }

    [Test]
    public void Bounds_OfEachLevel_AreItsBytesOverItsPorts()
    {
        // L2: B over one port, 4 operands; A, 2 operands read and 2 filled, over the other; rows of 64 bytes. GLB: A read 2, filled 6.
        var bounds = Run(LevelDesigns.TensorCore, Tiles).Bounds;
        Assert.That((bounds.Levels[1], bounds.Levels[2]), Is.EqualTo((4 * Operand / 64, 8 * Operand / 64)));
        Assert.That((bounds.SlowestLevel, bounds.Buffer, bounds.DramRead), Is.EqualTo((2, 8 * Operand / 64, 2 * Operand / 32)));

        // A narrow L2: 6 operands read at 16 bytes a cycle are more than anything else.
        var narrow = LevelDesigns.With(Accelerators.TensorCore, LevelDesigns.L2 with { ReadBytesPerCycle = 16 });
        var slow = Run(narrow, Tiles);
        Assert.That((slow.Bounds.Levels[1], slow.Bounds.SlowestLevel, slow.Cycles), Is.EqualTo((6 * Operand / 16, 1, 6 * Operand / 16)));
        Assert.That(slow.Bounds.Bound, Is.EqualTo(CycleBound.Buffer));

        // Two operands written at 4 bytes a cycle; one shared port of 8 words for the six read.
        var writes = LevelDesigns.With(Accelerators.TensorCore, LevelDesigns.L2 with { WriteBytesPerCycle = 4 });
        Assert.That(Run(writes, Tiles).Bounds.Levels[1], Is.EqualTo(2 * Operand / 4));
        var shared = LevelDesigns.With(Accelerators.TensorCore, LevelDesigns.L2 with { SharedPortWords = 8 });
        Assert.That(Run(shared, Tiles).Bounds.Levels[1], Is.EqualTo(6 * Operand / 8));
    }

    [Test]
    public void Energy_OfEachLevel_IsItsRowsTimesTheirEnergy()
    {
        var (design, technology) = (LevelDesigns.TensorCore, LevelDesigns.Technology);
        var energy = Run(design, Tiles).Energy;
        double Rows(int level, double read, double written) =>
            ((read * Of(level, Actions.Read)) + (written * Of(level, Actions.Write))) / 64;
        double Of(int level, string action) => technology.EnergyPj(design.Levels[level].DataKey, action);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(energy.Levels[1].Data, Is.EqualTo(Rows(1, 6 * Operand, 2 * Operand)).Within(1e-9).Percent);
            Assert.That(energy.Levels[2].Data, Is.EqualTo(Rows(2, 6 * Operand, 6 * Operand)).Within(1e-9).Percent);
            Assert.That(energy.Levels[0].Data, Is.EqualTo(((2 * Operand) + 65536) * 8 * Of(0, Actions.Read)).Within(1e-9).Percent);
            Assert.That(energy.Buffer, Is.EqualTo(energy.Levels[1].Data + energy.Levels[2].Data));
            Assert.That(energy.Components(design).Select(part => part.Name), Is.SupersetOf(new[] { "L2", "GLB", "DRAM" }));
            Assert.That(energy.Components(design).Sum(part => part.Pj), Is.EqualTo(energy.Total).Within(1e-9).Percent);
        }
    }

    [Test]
    public void Area_OfAThirdLevel_IsAddedUnderItsName()
    {
        var (technology, compressed) = (LevelDesigns.Technology, LevelDesigns.L2 with { MetadataCapacityBytes = 64 * 1024 });
        var design = LevelDesigns.With(Accelerators.HighLight, compressed);
        var (with, without) = (AreaModel.Of(design, technology), AreaModel.Of(Accelerators.HighLight, technology));
        double data = technology.AreaUm2(compressed.DataKey) / 1e6, metadata = technology.AreaUm2(compressed.MetadataKey!.Value) / 1e6;
        Assert.That(with.Components.Single(part => part.Name == "L2").Mm2, Is.EqualTo(data));
        Assert.That(with.Components.Single(part => part.Name == "L2 metadata").Mm2, Is.EqualTo(metadata));
        Assert.That(with.TotalMm2, Is.EqualTo(without.TotalMm2 + data + metadata).Within(1e-9).Percent);
    }

    [Test]
    public void Spill_IntoALevelThatKeepsZ_ReachesDramOnlyWhereThatLevelIsLeft()
    {
        // Outside K in two parts around two tiles of M: each Z tile of L2 is left once. Inside K in four parts around two tiles of N.
        var design = LevelDesigns.With(Accelerators.TensorCore, LevelDesigns.L2 with { Keeps = KeptOperands.Z });
        var counts = Run(design, Mapping.Parse("M128 K256 N256, K outer, N inner | M64 K64 N128, K outer, N inner, Z spilled")).Counts;
        const double Z = 256 * 256;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((counts.Level(0).SumsRead, counts.Level(0).SumsWritten), Is.EqualTo((Z, Z)), "two visits of a tile in L2");
            Assert.That((counts.Level(1).SumsRead, counts.Level(1).SumsWritten), Is.EqualTo((8 * Z, 8 * Z)), "eight visits in the files, two here");
            Assert.That(counts.Level(1).Z, Is.EqualTo(new OperandAccesses(Z, Z, 0, 0)), "Z itself once, and on to DRAM");
            Assert.That(counts.Level(0).Z.WriteWords, Is.EqualTo(Z));
            Assert.That((counts.Level(2).SumsRead, counts.Level(2).Z), Is.EqualTo((0.0, default(OperandAccesses))), "they pass GLB by");
            Assert.That((counts.Level(1).A, counts.Level(1).B), Is.EqualTo((default(OperandAccesses), default(OperandAccesses))));
        }
    }

    [Test]
    public void Innermost_WithoutAnOperand_IsPassedBy()
    {
        // The array takes A from L2, twice: once for each tile of N.
        var glb = LevelDesigns.TensorCore.GlobalBuffer with { Keeps = KeptOperands.B };
        var design = LevelDesigns.TensorCore with { GlobalBuffer = glb };
        var counts = Run(design, Tiles).Counts;
        Assert.That(counts.Level(2).A, Is.EqualTo(default(OperandAccesses)));
        Assert.That((counts.Level(1).A.ReadWords, counts.Level(1).A.WriteWords), Is.EqualTo((2 * Operand, Operand)));
        Assert.That(counts.Level(2).B.WriteWords, Is.EqualTo(4 * Operand));
    }

    [Test]
    public void RaggedEdge_OfTheOuterTile_IsFetchedAsAControllerDoes()
    {
        // Three columns of L2 tiles of N: 2 + 2 + 1 inner ones. N is the outer loop inside, M the inner one: A passes 5 times.
        var evaluator = LevelDesigns.Prepare(LevelDesigns.TensorCore);
        var mapping = Mapping.Parse("M128 K64 N64, N outer | M64 K64 N32, N outer");
        var counts = evaluator.Evaluate(new Gemm(128, 64, 160), mapping).Counts;
        Assert.That((counts.Level(0).A.ReadWords, counts.Level(1).A.ReadWords), Is.EqualTo((128.0 * 64, 5 * 128.0 * 64)));

        // One tile of M in the second tile of L2: the static nest fetches it for each tile of N all the same.
        counts = evaluator.Evaluate(new Gemm(192, 64, 64), mapping).Counts;
        Assert.That(counts.Level(1).A.ReadWords, Is.EqualTo(2 * 192.0 * 64));
    }

    [Test]
    public void Convolution_WholeInL2_FetchesItsHaloFromThereAlone()
    {
        // 4×4 image, 3×3 filter: 16 positions; a row of outputs at a time reads 8 + 12 + 12 + 8 of them (InputFootprint's example).
        var convolution = new Convolution
        {
            InputChannels = 8,
            InputHeight = 4,
            InputWidth = 4,
            OutputChannels = 8,
            KernelHeight = 3,
            KernelWidth = 3,
            PadTop = 1,
            PadBottom = 1,
            PadLeft = 1,
            PadRight = 1,
        };
        var request = new GemmRequest(LevelDesigns.TensorCore, convolution.GroupGemm(), Dense, Dense)
        {
            Convolution = convolution,
            Technology = LevelDesigns.Technology,
            AllowSwap = false,
            Mapping = Mapping.Parse("M8 K72 N16, M outer | M8 K72 N4, N outer"),
        };
        var counts = GemmEvaluation.Run(request).Result.Counts;
        Assert.That((counts.Level(0).B.ReadWords, counts.Level(1).B.ReadWords), Is.EqualTo((16 * 8.0, 40 * 8.0)));
    }
}
