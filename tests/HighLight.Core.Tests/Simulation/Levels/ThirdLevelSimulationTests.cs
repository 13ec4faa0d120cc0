using HighLight.Evaluation;
using HighLight.Evaluation.Levels;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;

namespace HighLight.Simulation.Levels;

/// <summary>A level between DRAM and the global buffer, simulated: counts by hand, names, refusals.</summary>
[TestFixture]
public sealed class ThirdLevelSimulationTests
{
    private static readonly Mapping Tiles = Mapping.Parse("M4 K32 N6, N outer | M2 K16 N3, M outer");

    private static SimulationRequest Request(StorageLevel level, string mapping) =>
        Simulate.Request(LevelDesigns.With(Accelerators.TensorCore, level), 8, 32, 6, null, null) with
        {
            Mapping = Mapping.Parse(mapping),
            Technology = LevelDesigns.Technology,
        };

    [Test]
    public void EachLevel_DenseProduct_MovesWhatItsLoopsSay()
    {
        // Outside two tiles of M; inside two of M, two of N and two parts of K, K innermost.
        var counts = Simulator.Run(Request(LevelDesigns.L2, Tiles.ToString())).Counts;
        const int A = 8 * 32, B = 32 * 6;
        Assert.That(counts.Levels.Select(level => level.Name), Is.EqualTo(new[] { "DRAM", "L2", "GLB" }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((counts.Dram.A, counts.Dram.B), Is.EqualTo((new SimulatedAccesses(A, 0, 0, 0), new SimulatedAccesses(B, 0, 0, 0))));
            Assert.That(counts.Levels[1].A, Is.EqualTo(new SimulatedAccesses(2 * A, A, 0, 0)));
            Assert.That(counts.Levels[1].B, Is.EqualTo(new SimulatedAccesses(4 * B, B, 0, 0)));
            Assert.That((counts.Buffer.A.WriteWords, counts.Buffer.B.WriteWords), Is.EqualTo((2L * A, 4L * B)));
            Assert.That(counts.Dram.Z.WriteWords, Is.EqualTo(48));
            Assert.That((counts.Levels[1].Z, counts.Buffer.Z), Is.EqualTo((default(SimulatedAccesses), default(SimulatedAccesses))));
            Assert.That((counts.DramReadWordsA, counts.BufferWriteWords), Is.EqualTo(((long)A, (2L * A) + (4L * B))), "the old names");
        }
    }

    [Test]
    public void SumsOfALevelThatKeepsZ_ReachDramOnlyWhereItIsLeft()
    {
        // Outside two parts of K around two tiles of M; inside two parts of K around two tiles of N.
        var level = LevelDesigns.L2 with { Keeps = KeptOperands.Z };
        var result = Simulator.Run(Request(level, "M4 K32 N6, M outer | M4 K8 N3, K outer, N inner, Z spilled"));
        const long Z = 8 * 6;
        Assert.That((result.Counts.Dram.SumsRead, result.Counts.Dram.SumsWritten), Is.EqualTo((0L, 0L)));
        Assert.That((result.Counts.Levels[1].SumsRead, result.Counts.Levels[1].SumsWritten), Is.EqualTo((3 * Z, 3 * Z)));
        result = Simulator.Run(Request(level, "M4 K16 N6, K outer, N inner | M4 K8 N3, K outer, N inner, Z spilled"));
        Assert.That((result.Counts.Dram.SumsRead, result.Counts.Dram.SumsWritten), Is.EqualTo((Z, Z)));
        Assert.That((result.Counts.Levels[1].SumsRead, result.Counts.Levels[1].SumsWritten), Is.EqualTo((4 * Z, 4 * Z)));
        Assert.That(result.Counts.Levels[1].Z, Is.EqualTo(new SimulatedAccesses(Z, Z, 0, 0)));
        Assert.That(result.Z.BitwiseEquals(ReferenceProduct.Of(result.Request.A, result.Request.B)), Is.True);
    }

    [Test]
    public void Comparison_HasRowsOfEachLevelByItsName()
    {
        var rows = SimulationComparison.Run(Request(LevelDesigns.L2, Tiles.ToString())).Rows;
        var names = rows.Select(row => row.Quantity).ToArray();
        Assert.That(names, Is.SupersetOf(new[] { "L2", "GLB", "L2 A read", "L2 A written", "GLB B read", "DRAM Z written" }));
        Assert.That(names, Has.None.EqualTo(nameof(AccessCounts.BufferReadWordsA)).And.None.EqualTo("L2 sums read"));
        Assert.That(rows.Where(row => row.Claim.Kind != ClaimKind.SimulatorOnly), Has.All.Property(nameof(ComparisonRow.Holds)).True);
        var two = SimulationComparison.Run(Simulate.Request(Accelerators.TensorCore, 8, 32, 6, null, null)).Rows;
        Assert.That(
            two.Select(row => row.Quantity),
            Is.SupersetOf(new[] { nameof(AccessCounts.BufferReadWordsA), nameof(CycleBounds.Buffer) }));
    }

    [Test]
    public void Bounds_OfANarrowLevel_SetTheCycles()
    {
        var narrow = LevelDesigns.L2 with { ReadBytesPerCycle = 1 };
        var result = Simulator.Run(Request(narrow, Tiles.ToString()));
        Assert.That((result.Bounds.Levels[1], result.Bounds.Buffer, result.Cycles), Is.EqualTo((1280.0, 1280.0, 1280.0)), "2 A and 4 B");
    }

    [Test]
    public void OperandsThatPassTheGlobalBufferBy_ComeFromTheLevelThatKeepsThem()
    {
        var request = Request(LevelDesigns.L2, Tiles.ToString());
        var design = request.Design with { GlobalBuffer = request.Design.GlobalBuffer with { Keeps = KeptOperands.Z } };
        var comparison = SimulationComparison.Run(request with { Design = design });
        Assert.That(comparison.AllClaimsHold, Is.True);
        var counts = comparison.Simulation.Counts;
        Assert.That((counts.Buffer.A, counts.Buffer.B), Is.EqualTo((default(SimulatedAccesses), default(SimulatedAccesses))));
        Assert.That((counts.Levels[1].A.ReadWords, counts.Levels[1].B.ReadWords), Is.EqualTo((2L * 8 * 32, 4L * 32 * 6)));
    }

    [TestCase("M2 K16 N3, M outer", "tiles of 1 levels")]
    [TestCase("M8 K32 N6, M outer | M4 K32 N6, N outer | M2 K16 N3, M outer", "tiles of 3 levels")]
    [TestCase("M3 K32 N6, N outer | M2 K16 N3, M outer", "the tile of L2 does not hold whole tiles of GLB")]
    [TestCase("M4 K32 N6, N outer | M2 K12 N3, M outer", "")]
    [TestCase("M4 K24 N6, N outer | M2 K16 N3, M outer", "the tile of L2 does not hold whole tiles of GLB")]
    public void MappingThatIsNone_IsRefusedOnBothSides(string mapping, string message)
    {
        var request = Request(LevelDesigns.L2, mapping + ", Z spilled");
        if (message.Length == 0)
        {
            Assert.That(SimulationComparison.Run(request).AllClaimsHold, Is.True, "K32 is all of K");
            return;
        }

        Assert.That(() => Simulator.Run(request), Throws.TypeOf<MappingException>().With.Message.Contains(message));
        Assert.That(LevelDesigns.Prepare(request.Design).ProblemOf(request.Gemm, request.Mapping!.Value), Is.Not.Null);
    }

    // A tile of L2 takes 4 · 32 bytes of A and 32 · 6 of B.
    [TestCase(320, KeptOperands.A | KeptOperands.B, null)]
    [TestCase(319, KeptOperands.A | KeptOperands.B, "320 bytes of data and 0 of metadata; L2 of TC has 319")]
    [TestCase(128, KeptOperands.A, null)]
    [TestCase(127, KeptOperands.A, "128 bytes of data")]
    [TestCase(24, KeptOperands.Z, null)]
    [TestCase(23, KeptOperands.Z, "24 bytes of data")]
    public void Capacity_OfEachLevel_IsChecked(int bytes, KeptOperands kept, string? message)
    {
        var level = LevelDesigns.L2 with { CapacityBytes = bytes, RowBytes = 1, Keeps = kept };
        var request = Request(level, "M4 K32 N6, N outer | M2 K32 N3, M outer");
        Assert.That(
            () => Simulator.Run(request),
            message is null ? Throws.Nothing : Throws.TypeOf<MappingException>().With.Message.Contains(message));
    }

    [Test]
    public void HighLight_AsItIs_WithAnL2_AgreesWithTheEvaluation()
    {
        var level = LevelDesigns.L2 with { MetadataCapacityBytes = 64 * 1024 };
        var (design, pattern) = (LevelDesigns.With(Accelerators.HighLight, level), HssPattern.Parse("C1(4:8)→C0(2:4)"));
        var request = Simulate.Request(design, 200, 512, 300, pattern, null) with
        {
            Mapping = Mapping.Parse("M128 K256 N300, K outer, N inner | M64 K128 N100, N outer, M inner, Z spilled"),
            Technology = LevelDesigns.Technology,
        };
        Assert.That(SimulationComparison.Run(request).AllClaimsHold, Is.True);
    }
}
