using CsCheck;
using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Hardware.Designs;

namespace HighLight.Simulation.Datapaths.OuterProduct;

[TestFixture]
public sealed class OuterProductDatapathTests
{
    private static readonly Accelerator Dstc = Accelerators.DualSideSparseTensorCore;

    [Test]
    public void AnyOperands_OfDstc_GiveTheProductAndEveryExactCount() =>
        Gen.Select(Simulate.Size(128), Gen.Int[1, 40], Simulate.Size(64))
            .SelectMany((m, k, n) => Gen.Select(AnyProduct.Operand(m, k), AnyProduct.Operand(k, n)))
            .Sample(
                (a, b) =>
                {
                    var comparison = SimulationComparison.Run(new(Dstc, a, b));
                    Assert.That(comparison.ProductIsExact, Is.True, $"{comparison.Simulation.Gemm}");
                    Assert.That(comparison.Wrong(ClaimKind.Exact), Is.Empty, $"{comparison.Simulation.Gemm}");
                },
                iter: 60);

    [Test]
    public void AnyOperands_OfAnotherOuterProductDesign_GiveTheProductAndEveryExactCount()
    {
        // 4 units of 4×4 lanes, warp tiles of 8×12, an accumulation tile of 16×24, 100 banks without collector, K cut in two.
        var design = Dstc with
        {
            Array = new(8, 1, 8),
            Accumulation = new(16, 24),
            ReuseOfA = 24,
            ReuseOfB = 16,
            Registers = Dstc.Registers with { ReadsPerMacOfA = 1.0 / 12, ReadsPerMacOfB = 1.0 / 8 },
            Skipping = new SkippingScheme.OuterProduct(8, 4, 12, 4) { Collector = new() { Banks = 100, Depth = 0 } },
        };
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 9], Gen.Int[1, 60])
            .SelectMany((m, k, n) => Gen.Select(AnyProduct.Operand(m, k), AnyProduct.Operand(k, n)))
            .Sample(
                (a, b) =>
                {
                    var comparison = SimulationComparison.Run(new(design, a, b) { Mapping = new(16, 5, 24, DramLoopOrder.MOuter) });
                    Assert.That(comparison.ProductIsExact, Is.True, $"{comparison.Simulation.Gemm}");
                    Assert.That(comparison.Wrong(ClaimKind.Exact), Is.Empty, $"{comparison.Simulation.Gemm}");
                },
                iter: 60);
    }

    [Test]
    public void OneByOneByOne_TakesOneStep()
    {
        var result = Simulator.Run(new(Dstc, Simulate.Dense(1, 1, 1), Simulate.Dense(1, 1, 2)));
        Assert.That(
            (result.ArrayCycles, result.Counts.MacsDone, result.Counts.Event("outer-product units", "steps")),
            Is.EqualTo((1L, 1L, 1L)));
    }

    [Test]
    public void ZeroOperand_TakesNoStepAndWritesZeros()
    {
        var comparison = SimulationComparison.Run(new(Dstc, Simulate.Random(40, 7, 0, 1), Simulate.Dense(7, 70, 2)));
        var result = comparison.Simulation;
        Assert.That(comparison.AllClaimsHold, Is.True, string.Join('\n', comparison.Rows.Where(row => !row.Holds)));
        Assert.That((result.ArrayCycles, result.Counts.MacsDone, result.Counts.DramWriteWords), Is.EqualTo((0L, 0L, 40L * 70)));
        Assert.That(result.Z.Values.ToArray(), Is.All.Zero);
    }

    [Test]
    public void WarpTile_OfWorkedExample_TakesTheStepsOfItsNonzeros()
    {
        // 9 nonzeros of A are 2 groups of 8, 17 of B 2 groups of 16: 4 steps for each of 5 columns, 20 steps on 8 units are 3 cycles.
        var a = Tensors.Matrix<sbyte>.Create(32, 5, (row, _) => row is >= 20 and < 29 ? (sbyte)3 : (sbyte)0);
        var b = Tensors.Matrix<sbyte>.Create(5, 32, (_, column) => column < 17 ? (sbyte)-2 : (sbyte)0);
        var result = Simulator.Run(new(Design(1024, 100), a, b));
        Assert.That(result.Counts.Event("outer-product units", "steps"), Is.EqualTo(20));
        Assert.That(result.Counts.MacsDone, Is.EqualTo(5 * 9 * 17));
        Assert.That(result.WorkingCycles, Is.EqualTo(3));
        Assert.That(result.Z[28, 16], Is.EqualTo(5 * 3 * -2));

        // Each of its sums gets all five products: two columns a cycle, one retired, so two still wait when the units are done.
        Assert.That(result.Stalls[StallCause.AccumulatorDrain], Is.EqualTo(2));
    }

    [TestCase(1.0, 1.0)]
    [TestCase(0.9, 0.9)]
    [TestCase(0.5, 1.0)]
    [TestCase(0.5, 0.5)]
    [TestCase(0.25, 0.75)]
    [TestCase(0.1, 0.2)]
    public void UniformDensities_WithoutStalls_TakeTheAnalyticalCyclesWithinFivePercent(double densityA, double densityB)
    {
        // Edges in every dimension.
        var comparison =
            SimulationComparison.Run(new(Dstc, Simulate.Random(200, 256, densityA, 1), Simulate.Random(256, 150, densityB, 2)));
        Assert.That(comparison.AllClaimsHold, Is.True);
        var (simulation, analytical) = (comparison.Simulation, comparison.Evaluation.Bounds.Compute);
        Assert.That(simulation.WorkingCycles, Is.EqualTo(analytical).Within(5).Percent);
    }

    [TestCase(1.0, 1.0)]
    [TestCase(0.5, 1.0)]
    [TestCase(0.5, 0.5)]
    [TestCase(0.1, 0.2)]
    public void DefaultCollector_OnWholeWarpTiles_LosesUnderThreeThousandths(double densityA, double densityB)
    {
        var result = Simulator.Run(new(Dstc, Simulate.Random(128, 512, densityA, 1), Simulate.Random(512, 64, densityB, 2)));
        Assert.That(result.Stalls[StallCause.BankConflict], Is.LessThan(0.003 * result.WorkingCycles));
    }

    [Test]
    public void SingleSumOfZ_TakesOneProductACycle()
    {
        // Eight units finish eight columns of K a cycle, but all products go to one bank.
        var result = Simulator.Run(new(Dstc, Simulate.Dense(1, 80, 1), Simulate.Dense(80, 1, 2)));
        Assert.That((result.WorkingCycles, result.ArrayCycles), Is.EqualTo((10L, 80L)));
    }

    [Test]
    public void DenseProduct_WithAsManyBanksAsMultipliers_NeverConflicts() =>
        Assert.That(
            Simulator.Run(new(Design(1024, 0), Simulate.Dense(128, 64, 1), Simulate.Dense(64, 64, 2))).Stalls,
            Is.EqualTo(Stalls.None));

    [TestCase(512, 2)]
    [TestCase(256, 4)]
    [TestCase(128, 8)]
    public void DenseProduct_WithFewerBanks_TakesAsManyTimesTheCycles(int banks, int times)
    {
        // Each bank gets as many of a cycle's 1024 products; those of the last cycles drain.
        var result = Simulator.Run(new(Design(banks, 4), Simulate.Dense(128, 64, 1), Simulate.Dense(64, 64, 2)));
        Assert.That(result.ArrayCycles, Is.EqualTo(times * 512));
    }

    [Test]
    public void Stalls_OfDeeperCollectorsAndMoreBanks_AreFewer()
    {
        var (a, b) = (Simulate.Random(128, 256, 0.5, 1), Simulate.Random(256, 64, 0.4, 2));
        long Conflicts(int banks, int depth) => Simulator.Run(new(Design(banks, depth), a, b)).Stalls[StallCause.BankConflict];
        Assert.That(new[] { 0, 1, 2, 4, 8, 16 }.Select(depth => Conflicts(1024, depth)), Is.Ordered.Descending);
        Assert.That(new[] { 128, 256, 512, 1024, 2048 }.Select(banks => Conflicts(banks, 2)), Is.Ordered.Descending);
        Assert.That(Conflicts(1024, 0), Is.Positive);
    }

    [TestCase(512, 8)]
    [TestCase(1024, 4)]
    public void Cycles_WhereConflictsAreCharged_AreTheSimulatedOnesWithinTenPercent(int banks, int depth)
    {
        var design = Design(banks, depth);
        design = design with { Skipping = (SkippingScheme.OuterProduct)design.Skipping with { ChargesConflicts = true } };

        // Charges are fitted to whole warp tiles; the mapper may cut them, where that saves steps.
        var comparison = SimulationComparison.Run(new(design, Simulate.Random(128, 512, 0.5, 1), Simulate.Random(512, 64, 0.6, 2))
        {
            Mapping = new(128, 512, 64, DramLoopOrder.MOuter),
        });
        Assert.That(comparison.AllClaimsHold, Is.True);
        Assert.That(comparison.Evaluation.Bounds.Compute, Is.EqualTo((double)comparison.Simulation.ArrayCycles).Within(10).Percent);
    }

    [Test]
    public void Utilisation_OfAllBuckets_AddsUpToTheProductsAndCycles()
    {
        var result =
            Simulator.Run(new(Dstc, Simulate.Random(150, 300, 0.4, 1), Simulate.Random(300, 90, 0.6, 2)) { UtilisationBuckets = 8 });
        Assert.That(result.Utilisation.Buckets.Sum(bucket => bucket.MacsDone), Is.EqualTo(result.Counts.MacsDone));
        Assert.That(result.Utilisation.Buckets.Sum(bucket => bucket.Cycles), Is.EqualTo(result.ArrayCycles));
        Assert.That(result.Utilisation.Buckets, Has.Length.LessThanOrEqualTo(8));
    }

    [Test]
    public void Trace_OfASmallProduct_NamesEachStepAndChangesNothing()
    {
        var request = new SimulationRequest(Dstc, Simulate.Random(20, 6, 0.5, 1), Simulate.Random(6, 20, 0.5, 2));
        var recorder = new TraceRecorder();
        var traced = Simulator.Run(request with { Trace = recorder });
        var trace = recorder.ToTrace();
        Assert.That(
            trace.Rows.Count(row => row.Part == "outer-product units"),
            Is.EqualTo(traced.Counts.Event("outer-product units", "steps")));
        Assert.That(trace.Parts, Is.SupersetOf(new[] { "bitmap units", "outer-product units", "compression unit" }));
        Assert.That(trace.Rows.Select(row => row.Cycle), Is.Ordered);
        Assert.That(traced.Counts, Is.EqualTo(Simulator.Run(request).Counts));
    }

    [TestCase(33, 1, 5, 16, 1, 16)]
    [TestCase(33, 20, 50, 16, 20, 16)]
    [TestCase(100, 30, 70, 37, 30, 70)]
    [TestCase(70, 40, 100, 50, 13, 45)]
    public void Claims_TilesBelowAWarpTile_Hold(int m, int k, int n, int tileM, int tileK, int tileN)
    {
        var comparison = SimulationComparison.Run(new(Dstc, Simulate.Dense(m, k, 1), Simulate.Dense(k, n, 2))
        {
            Mapping = new(tileM, tileK, tileN, DramLoopOrder.MOuter),
        });

        // The evaluation's cycles are a throughput: a single column of K takes whole steps.
        Assert.That(comparison.Rows.Where(row => !row.Holds && (k > 1 || row.Quantity != "Compute")), Is.Empty);
        Assert.That(
            comparison.Evaluation.Counts.RegisterAccesses,
            Is.EqualTo((double)comparison.Simulation.Counts.RegisterAccesses).Within(1e-9).Percent);
    }

    [Test]
    public void DesignsAndMappings_ThatDoNotFit_AreRefusedWithEveryReason()
    {
        var design = Dstc with { ReuseOfA = 32, Skipping = new SkippingScheme.OuterProduct(48, 7, 32, 16) };
        var e = Assert.Throws<UnsupportedDatapathException>(() => Simulator.Run(
            new(design, Simulate.Dense(256, 8, 1), Simulate.Dense(8, 64, 2)) { Mapping = new(128, 4, 64, DramLoopOrder.MOuter) }));
        Assert.That(e!.Problems, Has.Length.EqualTo(3));
    }

    [TestCase(0, 8)]
    [TestCase(65537, 8)]
    [TestCase(1024, -1)]
    [TestCase(1024, 16385)]
    public void Collector_OutsideItsRange_IsRefused(int banks, int depth) =>
        Assert.That(() => new OperandCollector { Banks = banks, Depth = depth }, Throws.TypeOf<ArgumentOutOfRangeException>());

    private static Accelerator Design(int banks, int depth) => Dstc with
    {
        Skipping = (SkippingScheme.OuterProduct)Dstc.Skipping with { Collector = new() { Banks = banks, Depth = depth } },
    };
}
