using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Tensors;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

[TestFixture]
public sealed class EvaluatorTests
{
    private static IEnumerable<Accelerator> Designs => Accelerators.All;

    [TestCaseSource(nameof(Designs))]
    public void Evaluate_FixedMapping_AllocatesNothing(Accelerator design)
    {
        var evaluator = new Evaluator(design, TechnologyTable.Default, Hss("C0(2:8)"), Uniform(0.5));
        double sum = 0;
        for (var i = 0; i < 100; i++)
        {
            sum += evaluator.Evaluate(Thousand, Stored).EnergyPj;
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            sum += evaluator.Evaluate(Thousand, Stored).EnergyPj;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That((allocated, sum > 0), Is.EqualTo((0L, true)));
    }

    [Test]
    public void MapperBest_ThousandCubed_AllocatesNothing()
    {
        var evaluator = new Evaluator(Accelerators.HighLight, TechnologyTable.Default, Hss("C1(4:8)→C0(2:4)"), Uniform(0.5));
        foreach (var constraints in (MappingConstraints?[])[null, MappingConstraints.None, MappingConstraints.NoSpill])
        {
            _ = Mapper.Best(evaluator, Thousand, Objective.Edp, constraints);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var best = Mapper.Best(evaluator, Thousand, Objective.Edp, constraints);
            Assert.That((GC.GetAllocatedBytesForCurrentThread() - before, best.Cycles), Is.EqualTo((0L, 262144.0)));
        }
    }

    [TestCaseSource(nameof(Designs))]
    public void Evaluate_OneByOneByOne_IsOneProduct(Accelerator design)
    {
        var evaluator = new Evaluator(design, TechnologyTable.Default, design.A.RunsDense ? Dense : Hss("C0(4:8)"), Dense);
        var result = Mapper.Best(evaluator, new Gemm(1, 1, 1));

        // One step of the array. DSTC's eight units share their work (its steps are a throughput), so that one unit's step is an eighth of a cycle.
        var perStep = design.Skipping switch
        {
            SkippingScheme.TimeUnrolled unrolled => unrolled.Block,
            SkippingScheme.OuterProduct => 1.0 / 8,
            _ => 1,
        };
        Assert.That(result.Bounds.Compute, Is.EqualTo(perStep));
        Assert.That(result.Counts.DramWriteWords, Is.EqualTo(1));
        Assert.That(result.Mapping, Is.EqualTo(new Mapping(1, 1, 1, DramLoopOrder.MOuter)));
    }

    [Test]
    public void Evaluate_Primes_PadsEachDimensionUp()
    {
        // 127 rows are 2 of 64, 127 columns of K are 8 steps of 16.
        var result = With(Accelerators.TensorCore, new Gemm(127, 127, 127), Dense, Dense, new(127, 127, 127, DramLoopOrder.MOuter));
        Assert.That(result.Bounds.Compute, Is.EqualTo(2 * 8 * 127));
        Assert.That(result.Bounds.Ideal, Is.EqualTo(127 * 127 * 127 / 1024.0).Within(1e-9));
    }

    [TestCaseSource(nameof(Designs))]
    public void Evaluate_LargestGemm_DoesNotOverflow(Accelerator design)
    {
        var evaluator = new Evaluator(design, TechnologyTable.Default, Hss("C0(2:8)"), Uniform(0.5));
        const int Max = int.MaxValue;
        var result = evaluator.Evaluate(new Gemm(Max, Max, Max), new Mapping(Max, Max, Max, DramLoopOrder.MOuter));
        Assert.That(result.EdpPjCycles, Is.Positive.And.LessThan(double.PositiveInfinity));
        Assert.That(result.Counts.DramReadWordsA, Is.GreaterThan(0.2 * Max * (double)Max));
    }

    [Test]
    public void Constructor_EmptyOperand_CostsTrafficButNoMultiplies()
    {
        var result = With(Accelerators.DualSideSparseTensorCore, Thousand, Uniform(0), Uniform(0), Stored);
        Assert.That((result.Counts.MacsDone, result.Bounds.Compute, result.Energy.Mac), Is.EqualTo((0.0, 0.0, 0.0)));
        Assert.That(result.Energy.Dram, Is.Positive);
    }

    [Test]
    public void Evaluate_CountedMask_AgreesWithItsPatternAndDensity()
    {
        // A real tensor has no declared pattern: it runs as unstructured at its counted density.
        var weights = Matrix<float>.Create(64, 64, (r, c) => ((r * 37) + (c * 11)) % 101);
        var counted = new CountedOperand(new HssPruner(HssPattern.Parse("C0(2:4)")).Prune(weights));
        var gemm = new Gemm(64, 64, 64);
        var mapping = new Mapping(64, 64, 64, DramLoopOrder.MOuter);
        var result = With(Accelerators.DualSideSparseTensorCore, gemm, counted, Dense, mapping);
        Assert.That(result, Is.EqualTo(With(Accelerators.DualSideSparseTensorCore, gemm, Uniform(counted.Density), Dense, mapping)));
        Assert.That(counted.Density, Is.EqualTo(0.5));
    }

    [Test]
    public void Fits_DataAndMetadata_AreLimitedApart()
    {
        // 4:8→2:4 stores a quarter, and (2 · 1/4 + 3 · 1/8) = 0.875 bits for each value of A.
        var evaluator = new Evaluator(Accelerators.HighLight, TechnologyTable.Default, Hss("C1(4:8)→C0(2:4)"), Dense);
        var mapping = new Mapping(64, 1024, 128, DramLoopOrder.MOuter);
        Assert.That(evaluator.BufferNeed(mapping), Is.EqualTo((16384.0 + 131072.0, 7168.0)));
        Assert.That(evaluator.Fits(new(512, 1024, 128, DramLoopOrder.MOuter)), Is.True);
        Assert.That(evaluator.Fits(new(513, 1024, 128, DramLoopOrder.MOuter)), Is.False);
        Assert.That(evaluator.Fits(new(585, 1024, 1, DramLoopOrder.MOuter)), Is.True, "64 KB of metadata");
        Assert.That(evaluator.Fits(new(586, 1024, 1, DramLoopOrder.MOuter)), Is.False, "data would still fit");
    }

    [Test]
    public void Constructor_MissingComponent_IsAnErrorBeforeAnythingRuns()
    {
        var sparse = TechnologyTable.Create("no DRAM", TechnologyTable.Default.Rows.Where(row => row.Key.Component != Components.Dram));
        Assert.That(() => new Evaluator(Accelerators.TensorCore, sparse, Dense, Dense), Throws.TypeOf<MissingTechnologyException>().With.Message.Contains("dram"));
    }

    [Test]
    public void Constructor_Null_Throws()
    {
        Assert.That(() => new Evaluator(null!, TechnologyTable.Default, Dense, Dense), Throws.ArgumentNullException);
        Assert.That(() => new Evaluator(Accelerators.TensorCore, null!, Dense, Dense), Throws.ArgumentNullException);
        Assert.That(() => new Evaluator(Accelerators.TensorCore, TechnologyTable.Default, null!, Dense), Throws.ArgumentNullException);
        Assert.That(() => new Evaluator(Accelerators.TensorCore, TechnologyTable.Default, Dense, null!), Throws.ArgumentNullException);
    }
}
