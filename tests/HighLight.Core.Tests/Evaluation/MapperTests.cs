using CsCheck;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Technology;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

[TestFixture]
public sealed class MapperTests
{
    private static Gen<Evaluator> AnyEvaluator => Gen.Select(AnyDesign, AnyOperand, AnyOperand).Select((design, a, b) => Prepare(design, a, b)).Where(e => e is not null).Select(e => e!);

    /// <remarks>The search does not try all mappings: it is held to 1 % of those that it may not have tried.</remarks>
    [Test]
    public void Best_SmallArray_IsAtMostOnePercentWorseThanAllMultiplesOfTheTileAndOfTheStep() =>
        Gen.Select(Gen.Int[1, 90], Gen.Int[1, 600], Gen.Int[1, 120], Choice(4096L, 8192L), AnyOperand, Choice(Enum.GetValues<Objective>()))
            .Sample((m, k, n, capacity, operand, objective) =>
            {
                var gemm = new Gemm(m, k, n);
                var evaluator = new Evaluator(Small(capacity), TechnologyTable.Default, operand, Uniform(0.6));
                var best = Mapper.Best(evaluator, gemm, objective, MappingConstraints.NoSpill);
                var exhaustive = AllMappings(evaluator, gemm).Where(mapping => evaluator.Fits(mapping))
                    .Min(mapping => Mapper.Cost(evaluator.Evaluate(gemm, mapping), objective));
                return Mapper.Cost(best, objective) <= 1.01 * exhaustive;
            });

    [Test]
    public void Best_AnyRun_FitsTheBufferAndCoversTheGemm() =>
        Gen.Select(AnyEvaluator, AnyGemm(5000)).Sample((evaluator, gemm) =>
        {
            var mapping = Mapper.Best(evaluator, gemm).Mapping;
            return evaluator.Fits(mapping) && mapping.TileM >= 1 && mapping.TileM <= gemm.M && mapping.TileN >= 1 && mapping.TileN <= gemm.N && mapping.TileK >= 1 && mapping.TileK <= gemm.K;
        });

    [Test]
    public void Best_AnyRun_IsTheSameAgainAndReplaysFromItsPrintedMapping() =>
        Gen.Select(AnyEvaluator, AnyGemm()).Sample((evaluator, gemm) =>
        {
            var best = Mapper.Best(evaluator, gemm);
            return best == Mapper.Best(evaluator, gemm) && best == evaluator.Evaluate(gemm, Mapping.Parse(best.Mapping.ToString()));
        });

    [Test]
    public void Best_LargerBuffer_NeverFetchesMoreForTheSameRowEnergy()
    {
        // Capacity changes the energy of a row; cycles know nothing of it.
        foreach (var size in (int[])[1000, 1024, 4096])
        {
            var gemm = new Gemm(size, size, size);
            var small = Best(Accelerators.TensorCore with { GlobalBuffer = StorageLevel.GlobalBuffer with { CapacityBytes = 128 * 1024 } }, gemm, Dense, Dense, Objective.Cycles);
            var large = Best(Accelerators.TensorCore with { GlobalBuffer = StorageLevel.GlobalBuffer with { CapacityBytes = 512 * 1024 } }, gemm, Dense, Dense, Objective.Cycles);
            Assert.That(large.Cycles, Is.LessThanOrEqualTo(small.Cycles));
        }
    }

    [Test]
    public void Best_LongReduction_CutsKIntoTheFewestParts()
    {
        // One 64×128 tile of dense operands takes 192 bytes for each column of K: 1365 fit 256 KB, so 4608 takes four parts of 1152.
        var best = Best(EqualTensorCore, new Gemm(64, 4608, 128), Dense, Dense);
        Assert.That(best.Mapping.TileK, Is.EqualTo(1152), best.Mapping.ToString());
    }

    [TestCase(2147483647, 1, 1)]
    [TestCase(1, 2147483647, 1)]
    [TestCase(1, 1, 2147483647)]
    [TestCase(2147483647, 2147483647, 2147483647)]
    [TestCase(2147483647, 64, 2147483647)]
    [TestCase(2147483647, 1, 2147483647)]
    public void Best_HugeGemm_IsFiniteAndComesBack(int m, int k, int n)
    {
        foreach (var design in (Accelerator[])[Accelerators.TensorCore, Accelerators.DualSideSparseTensorCore, Accelerators.HighLight])
        {
            var result = Best(design, new Gemm(m, k, n), Uniform(0.5), Uniform(0.5));
            Assert.That(result.EnergyPj, Is.Positive.And.LessThan(double.PositiveInfinity), design.Name);
            Assert.That(result.Cycles, Is.GreaterThanOrEqualTo((double)m * k * n / 1024 * 0.2), design.Name);
        }
    }

    [Test]
    public void Best_BufferBelowOneValueOfEachOperand_SaysWhatIsTooSmall()
    {
        var gemm = new Gemm(64, int.MaxValue, 128);
        Assert.That(
            () => Mapper.Best(OfBuffer(1), gemm),
            Throws.TypeOf<MappingException>().With.Message.Contains("64x2147483647x128").And.Message.Contains("(1 bytes of data")
                .And.Message.Contains("one row of A beside one column of B").And.Message.Contains("CapacityBytes"));
        Assert.That(
            () => Mapper.Best(OfBuffer(191), gemm, Objective.Edp, MappingConstraints.Parse("K whole")),
            Throws.TypeOf<MappingException>().With.Message.Contains("under the constraints 'K whole'").And.Message.Contains("191 bytes"));
    }

    [Test]
    public void Best_BufferOfAFewBytes_IsUsed([Values(2, 3, 20, 191)] int bytes, [Values("any", "no spill", "K outer", "N <= 1")] string constraints)
    {
        var evaluator = OfBuffer(bytes);
        var result = Mapper.Best(evaluator, new Gemm(64, 10, 128), Objective.Edp, MappingConstraints.Parse(constraints));
        Assert.That(evaluator.Fits(result.Mapping), Is.True, result.Mapping.ToString());
    }

    private static Evaluator OfBuffer(long bytes)
    {
        var design = EqualTensorCore with { GlobalBuffer = StorageLevel.GlobalBuffer with { CapacityBytes = bytes, RowBytes = 1 } };
        var rows = TechnologyTable.Default.Rows
            .Where(row => row.Key.Component == Components.GlobalBuffer && row.Key.SizeBytes == 256 * 1024)
            .Select(row => row with { Key = row.Key with { SizeBytes = bytes, WidthBits = 8 } });
        return new Evaluator(design, TechnologyTable.Default.With("tiny", rows), Dense, Dense);
    }

    private static Accelerator Small(long capacity) => Accelerators.HighLight with
    {
        Array = new ComputeArray(8, 16, 1),
        Accumulation = new AccumulationBuffer(8, 16),
        ReuseOfA = 16,
        ReuseOfB = 8,
        GlobalBuffer = StorageLevel.GlobalBuffer with { CapacityBytes = capacity, MetadataCapacityBytes = 64 * 1024 },
    };

    private static IEnumerable<Mapping> AllMappings(Evaluator evaluator, Gemm gemm)
    {
        var (unitM, unitN) = (evaluator.Design.Accumulation.TileM, evaluator.Design.Accumulation.TileN);
        foreach (var order in (DramLoopOrder[])[DramLoopOrder.MOuter, DramLoopOrder.NOuter])
        {
            for (var m = unitM; m < gemm.M + unitM; m += unitM)
            {
                for (var n = unitN; n < gemm.N + unitN; n += unitN)
                {
                    yield return new(Math.Min(m, gemm.M), gemm.K, Math.Min(n, gemm.N), order);
                }
            }

            // Parts of whole steps: others cut groups of A, and leave lanes idle more often.
            for (var k = evaluator.ReductionPerStep; k < gemm.K; k += evaluator.ReductionPerStep)
            {
                yield return new(Math.Min(unitM, gemm.M), k, Math.Min(unitN, gemm.N), order);
            }
        }
    }
}
