using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation.Levels;

/// <summary>Mappings and designs of several levels that cannot be, each refused with the reason.</summary>
[TestFixture]
public sealed class LevelRefusalTests
{
    private static readonly Gemm Product = new(256, 512, 256);

    private static string? Problem(Accelerator design, string mapping, Gemm? gemm = null) =>
        LevelDesigns.Prepare(design).ProblemOf(gemm ?? Product, Mapping.Parse(mapping));

    [TestCase("M64 K512 N128, M outer", "tiles of 1 levels")]
    [TestCase("M256 K512 N256, M outer | M128 K512 N256, M outer | M64 K512 N128, M outer", "tiles of 3 levels")]
    public void WrongNumberOfTiles_IsRefusedWithAnExampleThatRuns(string mapping, string message)
    {
        var problem = Problem(LevelDesigns.TensorCore, mapping);
        Assert.That(problem, Does.Contain(message).And.Contain("keeps tiles in 2 (L2, GLB)"));
        var example = problem!.Split('\'')[1];
        Assert.That(Problem(LevelDesigns.TensorCore, example), Is.Null, example);
        var evaluator = LevelDesigns.Prepare(LevelDesigns.TensorCore);
        Assert.That(
            () => evaluator.Evaluate(Product, Mapping.Parse(mapping)),
            Throws.TypeOf<MappingException>().With.Message.Contains(message));
    }

    [Test]
    public void OuterTile_OnADesignOfTwoLevels_IsRefused() => Assert.That(
        Problem(Accelerators.TensorCore, "M256 K512 N256, M outer | M64 K512 N128, M outer"),
        Does.Contain("tiles of 2 levels").And.Contain("'M64 K512 N128, M outer'"));

    [TestCase("M96 K512 N256, M outer | M64 K512 N128, M outer", false)]
    [TestCase("M32 K512 N256, M outer | M64 K512 N128, M outer", false)]
    [TestCase("M128 K512 N192, M outer | M64 K512 N128, M outer", false)]
    [TestCase("M128 K100 N256, M outer | M64 K64 N128, M outer", false)]
    [TestCase("M128 K128 N256, M outer | M64 K64 N128, M outer, Z spilled", true)]
    [TestCase("M256 K512 N256, M outer | M100 K300 N99, M outer, Z spilled", true)]
    [TestCase("M300 K999 N300, M outer | M100 K300 N99, M outer, Z spilled", true)]
    [TestCase("M300 K999 N300, M outer | M400 K2000 N99, M outer", true)]
    public void OuterTile_HoldsWholeInnerOnes(string mapping, bool nests)
    {
        var problem = Problem(LevelDesigns.TensorCore with { GlobalBuffer = LevelDesigns.L2 with { Name = "GLB" } }, mapping);

        // All of a dimension, or more, holds any tiles; an inner tile beyond the product is all of it.
        Assert.That(problem, nests ? Is.Null : Does.Contain("the tile of L2").And.Contain("whole tiles of GLB"));
    }

    [Test]
    public void PartsOfAConvolutionsChannels_NestAsChannelsDo()
    {
        // 8 channels under 9 taps: parts of 4 hold parts of 2, not of 3.
        var convolution = new Convolution
        {
            InputChannels = 8,
            InputHeight = 6,
            InputWidth = 6,
            OutputChannels = 8,
            KernelHeight = 3,
            KernelWidth = 3,
        };
        var request = new GemmRequest(LevelDesigns.TensorCore, convolution.GroupGemm(), Dense, Dense)
        {
            Technology = LevelDesigns.Technology,
            Convolution = convolution,
            AllowSwap = false,
        };
        GemmEvaluation Run(string mapping) => GemmEvaluation.Run(request with { Mapping = Mapping.Parse(mapping) });
        Assert.That(Run("M8 K36 N16, M outer | M8 K18 N16, M outer").Result.Counts.Level(1).A.WriteWords, Is.EqualTo(8.0 * 72));
        Assert.That(
            () => Run("M8 K36 N16, M outer | M8 K27 N16, M outer"),
            Throws.TypeOf<MappingException>().With.Message.Contains("whole tiles of GLB"));
    }

    // L2 of 2 MB: 1024 rows of A of 1024 and as many columns of B fill it to the byte.
    [TestCase(1024, 1024, KeptOperands.A | KeptOperands.B, true)]
    [TestCase(1025, 1024, KeptOperands.A | KeptOperands.B, false)]
    [TestCase(1025, 1024, KeptOperands.A, true)]
    [TestCase(1025, 2048, KeptOperands.B, true)]
    [TestCase(1025, 2049, KeptOperands.B, false)]
    [TestCase(1024, 2048, KeptOperands.Z, true, Description = "Z of 1 byte each")]
    [TestCase(1024, 2049, KeptOperands.Z, false)]
    public void Capacity_OfALevelBetween_HoldsWhatItKeeps(int tileM, int tileN, KeptOperands kept, bool fits)
    {
        var design = LevelDesigns.With(Accelerators.TensorCore, LevelDesigns.L2 with { Keeps = kept });
        var mapping = FormattableString.Invariant($"M{tileM} K1024 N{tileN}, M outer | M64 K1024 N128, M outer");
        var problem = Problem(design, mapping, new Gemm(tileM, 1024, tileN));
        Assert.That(problem, fits ? Is.Null : Does.Contain("; L2 of TC has 2097152"));
    }

    [Test]
    public void Capacity_ForSpilledSums_IsTheirWidth()
    {
        // 24 bits each: a third of the values that words of 8 bits would be.
        var l2 = LevelDesigns.L2 with { Keeps = KeptOperands.Z, CapacityBytes = 3 * 256 * 256 };
        var design = LevelDesigns.With(Accelerators.TensorCore, l2);
        const string Mapping = "M256 K256 N256, M outer | M64 K64 N128, K outer, N inner, Z spilled";
        Assert.That(Problem(design, Mapping), Is.Null);
        Assert.That(
            Problem(LevelDesigns.With(Accelerators.TensorCore, l2 with { CapacityBytes = l2.CapacityBytes - 1 }), Mapping),
            Does.Contain("196608 bytes of data"));
    }

    [Test]
    public void MetadataCapacity_OfALevelBetween_IsChecked()
    {
        // 4:8 of 2:4: 28 bits for each 32 values of A.
        var l2 = LevelDesigns.L2 with { MetadataCapacityBytes = 256 * 1024 / 32 * 28 / 8 };
        string? Of(StorageLevel level) => LevelDesigns
            .Prepare(LevelDesigns.With(Accelerators.HighLight, level), Hss("C1(4:8)→C0(2:4)"))
            .ProblemOf(new Gemm(256, 1024, 256), Mapping.Parse("M256 K1024 N256, M outer | M64 K1024 N128, M outer"));
        Assert.That(Of(l2), Is.Null);
        Assert.That(Of(l2 with { MetadataCapacityBytes = l2.MetadataCapacityBytes - 8 }), Does.Contain("L2 of HighLight"));
    }

    [TestCase("M4096 K1024 N128, M outer")]
    [TestCase("M50 K1024 N4096, N outer")]
    [TestCase("M2147483647 K2147483647 N2147483647, M outer")]
    public void TilesBeyondTheProduct_NeedWhatAllOfItNeeds(string mapping)
    {
        var evaluator = LevelDesigns.Prepare(Accelerators.SparseTensorCore);
        var (gemm, whole) = (new Gemm(50, 1024, 100), new Mapping(50, 1024, 100, DramLoopOrder.MOuter));
        Assert.That(evaluator.ProblemOf(gemm, Mapping.Parse(mapping)), Is.Null);
        Assert.That(evaluator.Need(gemm, Mapping.Parse(mapping), 1), Is.EqualTo(evaluator.Need(gemm, whole, 1)));
        Assert.That(evaluator.Need(gemm, whole, 1).DataBytes, Is.EqualTo(150 * 1024));
        Assert.That(
            evaluator.Evaluate(gemm, Mapping.Parse(mapping)).Counts,
            Is.EqualTo(evaluator.Evaluate(gemm, whole with { Order = Mapping.Parse(mapping).Order }).Counts));
    }

    [Test]
    public void Need_OfALevelThatIsNotOnChip_IsRefused([Values(-1, 0, 3, 8)] int level) => Assert.That(
        () => LevelDesigns.Prepare(LevelDesigns.TensorCore).Need(
            Product, Mapping.Parse("M256 K512 N256, M outer | M64 K512 N128, M outer"), level),
        Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(1, true)]
    [TestCase(2, false)]
    [TestCase(8, false)]
    [TestCase(9, true)]
    public void Levels_AreTwoToEight(int count, bool refused)
    {
        var levels = Enumerable.Range(1, count - 1)
            .Select(i => LevelDesigns.L2 with { Name = FormattableString.Invariant($"L{count - i}") });
        var problems = (Accelerators.TensorCore with { Levels = [StorageLevel.Dram, .. levels] }).Problems();
        Assert.That(problems.Select(problem => problem.ToString()), refused ? Has.Some.Contains("2..8 levels") : Is.Empty);
    }

    [Test]
    public void Levels_WithANameTwice_OrABoundedOutermost_AreRefused()
    {
        var twice = LevelDesigns.With(Accelerators.TensorCore, LevelDesigns.L2 with { Name = "glb" });
        Assert.That(twice.Problems().Select(problem => problem.ToString()), Has.Some.Contains("a name once"));
        var bounded = LevelDesigns.TensorCore with
        {
            Levels = [LevelDesigns.L2 with { Name = "L3", Keeps = KeptOperands.All }, .. LevelDesigns.TensorCore.Levels.Skip(1)],
        };
        Assert.That(bounded.Problems().Select(problem => problem.ToString()), Has.Some.Contains("put DRAM outside"));
        var inside = LevelDesigns.With(Accelerators.TensorCore, StorageLevel.Dram with { Name = "DRAM2" });
        Assert.That(inside.Problems(), Is.Not.Empty, "only the outermost level holds everything");
        Assert.That(() => LevelDesigns.Prepare(twice), Throws.TypeOf<InvalidDesignException>());
    }

    [Test]
    public void EightLevels_AreEvaluated()
    {
        var design = Accelerators.TensorCore with
        {
            Levels =
            [
                StorageLevel.Dram,
                .. Enumerable.Range(0, 6).Select(i => LevelDesigns.L2 with { Name = FormattableString.Invariant($"L{7 - i}") }),
                Accelerators.TensorCore.GlobalBuffer,
            ],
        };
        var mapping = new Mapping(64, 512, 128, DramLoopOrder.MOuter)
        {
            OuterTiles = new([.. Enumerable.Repeat(new LevelTile(256, 512, 256, DramLoopOrder.MOuter), 6)]),
        };
        var evaluator = LevelDesigns.Prepare(design);
        Assert.That(evaluator.ProblemOf(Product, mapping), Is.Null);
        var counts = evaluator.Evaluate(Product, mapping).Counts;
        Assert.That(Enumerable.Range(0, 7).Select(level => counts.Levels[level].A.ReadWords), Is.All.EqualTo(256.0 * 512));
        Assert.That(Mapping.Parse(mapping.ToString()), Is.EqualTo(mapping));
    }
}
