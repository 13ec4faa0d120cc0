using CsCheck;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Technology;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>What goes in comes out: laws that the counts of every design obey.</summary>
[TestFixture]
public sealed class ConservationTests
{
    private const double Rounding = 1e-9;

    private static void Sample(Func<Evaluator, Gemm, EvaluationResult, bool> law) =>
        Gen.Select(AnyDesign, AnyGemm(), AnyOperand, AnyOperand, Choice(Enum.GetValues<Objective>())).Sample((design, gemm, a, b, objective) =>
            Prepare(design, a, b) is not { } evaluator || law(evaluator, gemm, Mapper.Best(evaluator, gemm, objective)));

    [Test]
    public void Fills_AnyRun_AreWhatIsReadFromAbove() => Sample((_, _, result) =>
        Same(result.Counts.BufferWriteWords, result.Counts.DramReadWordsA + result.Counts.DramReadWordsB)
        && Same(result.Counts.MetadataWriteBits, result.Counts.DramReadMetadataBits));

    [Test]
    public void Operands_AnyRun_AreFetchedAtLeastOnceAtEachLevel() => Sample((evaluator, gemm, result) =>
    {
        double a = gemm.ValuesOfA * evaluator.A.StoredShare, b = gemm.ValuesOfB * evaluator.B.StoredShare;
        return AtLeast(result.Counts.DramReadWordsA, a) && AtLeast(result.Counts.DramReadWordsB, b)
            && AtLeast(result.Counts.BufferReadWordsA, a) && AtLeast(result.Counts.BufferReadWordsB, b);
    });

    [Test]
    public void Operands_AnyRun_ReadFromTheBufferNoLessThanFromDram() => Sample((_, _, result) =>
        AtLeast(result.Counts.BufferReadWordsA, result.Counts.DramReadWordsA) && AtLeast(result.Counts.BufferReadWordsB, result.Counts.DramReadWordsB));

    [Test]
    public void Results_AnyRun_AreWrittenOnce() => Sample((_, gemm, result) =>
        Same(result.Counts.DramWriteWords, gemm.ValuesOfZ) && result.Counts.DramWriteMetadataBits == 0);

    [Test]
    public void Multiplies_AnyRun_AreDoneGatedOrSkipped() => Sample((evaluator, gemm, result) =>
    {
        // K filled up to whole groups, tile by tile: padding is multiplied too. Outer products have none.
        double Filled(double group) => group * ((Math.Floor((double)gemm.K / result.Mapping.TileK) * Math.Ceiling(result.Mapping.TileK / group)) + Math.Ceiling(gemm.K % result.Mapping.TileK / group));
        var macs = (double)gemm.M * gemm.N
            * (evaluator.Design.Skipping is SkippingScheme.OuterProduct ? gemm.K : Math.Max(Filled(evaluator.A.GroupSize), Filled(evaluator.B.GroupSize)));
        return result.Counts is { MacsDone: >= 0 } counts && counts.MacsGated >= -Rounding * macs && counts.MacsSkipped >= -Rounding * macs
            && Same(counts.MacsDone + counts.MacsGated + counts.MacsSkipped, macs);
    });

    [Test]
    public void Multiplies_AnyRun_CoverTheNonzeroProducts() => Sample((evaluator, gemm, result) =>
        AtLeast(result.Counts.MacsDone, gemm.Macs * evaluator.A.Operand.Density * evaluator.B.Operand.Density));

    [Test]
    public void PartialSums_AnyRun_AreReadAsOftenAsWritten() => Sample((_, _, result) =>
        result.Counts.AccumulatorReads == result.Counts.AccumulatorWrites);

    [Test]
    public void Cycles_AnyRun_AreTheLargestBoundAndNeverBelowTheIdeal() => Sample((_, _, result) =>
    {
        var bounds = result.Bounds;
        return AtLeast(bounds.Compute, bounds.Ideal)
            && result.Cycles == new[] { bounds.Compute, bounds.Buffer, bounds.DramRead, bounds.DramWrite }.Max()
            && result.Cycles == bounds.Bound switch
            {
                CycleBound.Compute => bounds.Compute,
                CycleBound.Buffer => bounds.Buffer,
                CycleBound.DramRead => bounds.DramRead,
                _ => bounds.DramWrite,
            };
    });

    [Test]
    public void Energy_AnyRun_IsFiniteAndTheSumOfItsParts() => Sample((_, _, result) =>
    {
        var energy = result.Energy;
        double[] parts = [energy.Mac, energy.Registers, energy.Accumulation, energy.Buffer, energy.Metadata, energy.Dram, energy.Safs];
        return parts.All(part => part >= 0 && double.IsFinite(part)) && Same(energy.Total, parts.Sum()) && result.EdpPjCycles == result.EnergyPj * result.Cycles;
    });

    [Test]
    public void TensorCore_OneTile_ByHand()
    {
        // 64×32×128, all of it one tile: 2 steps of 16 for each of 128 columns.
        var result = With(EqualTensorCore, new Gemm(64, 32, 128), Dense, Dense, new(64, 32, 128, DramLoopOrder.MOuter));
        PerLevel<LevelAccesses> levels = default;
        levels[0] = new(new(2048, 0, 0, 0), new(4096, 0, 0, 0), new(0, 8192, 0, 0), 0, 0);
        levels[1] = new(new(2048, 2048, 0, 0), new(4096, 4096, 0, 0), default, 0, 0);
        Assert.That(result.Counts, Is.EqualTo(new AccessCounts
        {
            MacsDone = 262144,
            RegisterAccesses = 262144 + 2048,
            AccumulatorReads = 2 * 64 * 128,
            AccumulatorWrites = 2 * 64 * 128,
            LevelCount = 2,
            Levels = levels,
        }));
        Assert.That(result.Bounds, Is.EqualTo(new CycleBounds(256, 256, (2048 + 6144) / 64.0, 6144 / 32.0, 8192 / 32.0)));
        Assert.That(result.Bounds.Bound, Is.EqualTo(CycleBound.Compute), "writing Z takes as long; compute is named");
        Assert.That(With(EqualTensorCore with { Dram = StorageLevel.Dram with { WriteBytesPerCycle = 16 } }, result.Gemm, Dense, Dense, result.Mapping).Bounds.Bound, Is.EqualTo(CycleBound.DramWrite));
        Assert.That(result.Energy.Mac, Is.EqualTo(262144 * 0.44688).Within(1e-6));
        Assert.That(result.Energy.Dram, Is.EqualTo((6144 + 8192) * 64.0).Within(1e-6));
        Assert.That(result.Energy.Buffer, Is.EqualTo((6144 * 536.05005 / 64) + (6144 * 599.806 / 64)).Within(1e-6));
    }

    [Test]
    public void HighLight_OneTile_ByHand()
    {
        // 4:8→2:4 on 64×64×128: A keeps 1024 of 4096 values, 2 bits each and 3 bits for each of 512 blocks; B is a bitmask and half of its values.
        var result = With(Accelerators.HighLight, new Gemm(64, 64, 128), Hss("C1(4:8)→C0(2:4)"), Uniform(0.5), new(64, 64, 128, DramLoopOrder.MOuter));
        var counts = result.Counts;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts.BufferReadWordsA, Is.EqualTo(1024));
            Assert.That(counts.BufferReadWordsB, Is.EqualTo(4096));
            Assert.That(counts.MetadataReadBits, Is.EqualTo((2 * 1024) + (3 * 512) + 8192));
            Assert.That(counts.MacsDone, Is.EqualTo(64 * 64 * 128 / 8));
            Assert.That(counts.MacsGated, Is.EqualTo(64 * 64 * 128 / 8));
            Assert.That(counts.MacsSkipped, Is.EqualTo(64 * 64 * 128 * 3 / 4));
            Assert.That(counts.AccumulatorReads, Is.EqualTo(64 * 128));
            Assert.That(result.Bounds.Compute, Is.EqualTo(128));
        }
    }

    [Test]
    public void Output_KnownDensity_IsWrittenCompressedWhereSmaller()
    {
        // 8 bits a word and a mask bit each: compressed below 7/8.
        var gemm = new Gemm(64, 64, 128);
        var mapping = new Mapping(64, 64, 128, DramLoopOrder.MOuter);
        AccessCounts At(Accelerator design, double z) => new Evaluator(design, TechnologyTable.Default, Dense, Dense, z).Evaluate(gemm, mapping).Counts;
        Assert.That((At(Accelerators.HighLight, 0.5).DramWriteWords, At(Accelerators.HighLight, 0.5).DramWriteMetadataBits), Is.EqualTo((4096.0, 8192.0)));
        Assert.That((At(Accelerators.HighLight, 0.875).DramWriteWords, At(Accelerators.HighLight, 0.875).DramWriteMetadataBits), Is.EqualTo((8192.0, 0.0)));
        Assert.That(At(Accelerators.HighLight, 0.874).DramWriteMetadataBits, Is.EqualTo(8192));
        Assert.That(At(Accelerators.SparseTensorCore, 0.5).DramWriteWords, Is.EqualTo(8192));
        Assert.That(() => At(Accelerators.HighLight, 1.01), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => At(Accelerators.HighLight, double.NaN), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Operand_TileBelowTheReuse_IsReadAgain()
    {
        // A serves 128 columns of N, but no more than a tile of 64 holds.
        double Reads(int tileN) => With(EqualTensorCore, new Gemm(64, 64, 1024), Dense, Dense, new(64, 64, tileN, DramLoopOrder.MOuter)).Counts.BufferReadWordsA / 4096;
        Assert.That(new[] { Reads(1024), Reads(128), Reads(64), Reads(192), Reads(1000) }, Is.EqualTo(new double[] { 8, 8, 16, 11, 9 }));
    }

    private static bool Same(double x, double y) => Math.Abs(x - y) <= Rounding * Math.Max(Math.Abs(x), Math.Abs(y));

    private static bool AtLeast(double x, double y) => x >= y * (1 - Rounding);
}
