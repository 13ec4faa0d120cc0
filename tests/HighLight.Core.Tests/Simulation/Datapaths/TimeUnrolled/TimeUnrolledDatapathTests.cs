using CsCheck;
using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.TimeUnrolled;

[TestFixture]
public sealed class TimeUnrolledDatapathTests
{
    private static readonly Accelerator S2ta = Accelerators.S2ta;
    private static readonly Accelerator AlsoA = S2ta with { Skipping = new SkippingScheme.TimeUnrolled(8, AlsoA: true) };

    private static IEnumerable<TestCaseData> Bounds()
    {
        foreach (var design in new[] { S2ta, AlsoA })
        {
            for (var g = 1; g <= 4; g++)
            {
                var a = HssPattern.Parse($"{g}:8");
                yield return new(design, a, null);
                yield return new(design, a, HssPattern.Parse($"{9 - g}:8"));
                yield return new(design, a, HssPattern.Parse($"{5 - g}:8"));
            }
        }
    }

    [TestCaseSource(nameof(Bounds))]
    public void AnyShape_StructuredOperands_EveryExactCountIsTheAnalyticalOne(Accelerator design, HssPattern a, HssPattern? b) =>
        Gen.Select(Simulate.Size(64), Simulate.Size(128), Simulate.Size(128), Gen.Int[0, 1000]).Sample(
            (m, k, n, seed) =>
            {
                var comparison = SimulationComparison.Run(Simulate.Request(design, m, k, n, a, b, seed: seed));
                Assert.That(comparison.ProductIsExact, Is.True);
                Assert.That(comparison.Simulation.PrunedB, Is.Null);
                Assert.That(comparison.Wrong(ClaimKind.Exact), Is.Empty, $"{m}×{k}×{n} {comparison.Simulation.Mapping}");
            },
            iter: 3);

    [Test]
    public void AnyOperand_WithZerosAnywhere_GivesTheProductWithTheBlocksThatWereKept() =>
        Gen.Select(Simulate.Size(64), Simulate.Size(40), Simulate.Size(128), Gen.Int[1, 4])
            .SelectMany((m, k, n, g) => Gen.Select(
                AnyProduct.Operand(m, k), AnyProduct.Operand(k, n), Gen.Const(HssPattern.Parse($"{g}:8"))))
            .Sample(
                (a, b, pattern) =>
                {
                    var comparison = SimulationComparison.Run(new(S2ta, Simulate.Prune(a, pattern), b) { PatternOfA = pattern });
                    var result = comparison.Simulation;
                    Assert.That(comparison.ProductIsExact, Is.True);
                    Assert.That(comparison.Wrong(ClaimKind.Exact), Is.Empty, $"{result.Gemm}");
                    var dropped = Nonzeros(b) - Nonzeros(result.PrunedB ?? b);
                    Assert.That(result.Counts.Event("top-NNZ unit", "values dropped"), Is.EqualTo(dropped));
                    Assert.That(
                        MostInABlock(result.PrunedB ?? b),
                        Is.LessThanOrEqualTo((int)Math.Ceiling(8.0 * Nonzeros(b) / b.Values.Length)));
                },
                iter: 60);

    [Test]
    public void BoundOfEight_DropsNothing()
    {
        var request = Simulate.Request(S2ta, 70, 50, 40, HssPattern.Parse("4:8"), null, densityOfB: 0.6)
            with { PatternOfB = HssPattern.Parse("8:8") };
        var comparison = SimulationComparison.Run(request);
        Assert.That((comparison.Simulation.PrunedB, comparison.ExactClaimsHold), Is.EqualTo(((Matrix<sbyte>?)null, true)));
    }

    [Test]
    public void KCutInParts_StartsBlocksAnewInEachPart()
    {
        var request = Simulate.Request(S2ta, 50, 300, 100, HssPattern.Parse("3:8"), HssPattern.Parse("5:8"))
            with { Mapping = new(64, 128, 128, DramLoopOrder.MOuter) };
        var comparison = SimulationComparison.Run(request);
        Assert.That(comparison.ExactClaimsHold, Is.True);
    }

    [Test]
    public void Lane_OfWorkedExample_TakesAsManyCyclesAsTheBound()
    {
        // A keeps positions 1, 2, 5, 7 (values 10 20 30 40), B positions 2, 5, 6 (3 4 5): they meet at 2 and 5, 20·3 + 30·4 = 180, in 3
        // cycles.
        var a = Matrix<sbyte>.Create(1, 8, [0, 10, 20, 0, 0, 30, 0, 40]);
        var b = Matrix<sbyte>.Create(8, 1, [0, 0, 3, 0, 0, 4, 5, 0]);
        var result = Simulator.Run(new(S2ta, a, b) { PatternOfA = HssPattern.Parse("4:8"), PatternOfB = HssPattern.Parse("3:8") });
        Assert.That((result.Z[0, 0], result.ArrayCycles, result.Counts.MacsDone), Is.EqualTo((180, 3L, 2L)));
        Assert.That(result.Utilisation.Buckets.Select(bucket => bucket.MacsDone), Is.EqualTo(new long[] { 1, 1, 0 }));
    }

    [Test]
    public void TwoBlocksOfALane_ThatMeetInTheSameCycles_WaitForTheMultiplier()
    {
        // Blocks 0 and 1 share a lane; A and B keep the same two positions in both: 4 products in 2 cycles take 4.
        sbyte[] values = [1, 2, 0, 0, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0];
        var request = new SimulationRequest(AlsoA, Matrix<sbyte>.Create(1, 16, values), Matrix<sbyte>.Create(16, 1, values))
        {
            PatternOfA = HssPattern.Parse("2:8"),
            PatternOfB = HssPattern.Parse("2:8"),
        };
        var result = Simulator.Run(request);
        Assert.That((result.Z[0, 0], result.ArrayCycles, result.Stalls[StallCause.LaneConflict]), Is.EqualTo((1 + 4 + 9 + 16, 4L, 2L)));
        Assert.That(Simulator.Run(request with { Design = S2ta }).Stalls, Is.EqualTo(Stalls.None));
    }

    [Test]
    public void AlsoA_WithDenseB_KeepsTheMultiplierBusyAndNeverStalls()
    {
        // Four of eight of A in each of two blocks: eight products for the eight cycles of dense B.
        var result = Simulator.Run(Simulate.Request(AlsoA, 64, 256, 16, HssPattern.Parse("4:8"), null));
        Assert.That(result.WorkingCycles, Is.EqualTo(16 * 8));
        Assert.That(result.Counts.MacsDone, Is.EqualTo(64 * 128 * 16));
    }

    [Test]
    public void MacsDone_OfBoundedBlocks_AreTheExpectedNumberWithinTwoPercent()
    {
        var comparison = SimulationComparison.Run(Simulate.Request(S2ta, 128, 512, 64, HssPattern.Parse("4:8"), HssPattern.Parse("3:8")));
        Assert.That(comparison.AllClaimsHold, Is.True);
        Assert.That(
            comparison.Rows.Single(row => row.Quantity == nameof(AccessCounts.MacsDone)).Claim.Kind,
            Is.EqualTo(ClaimKind.Statistical));
    }

    [Test]
    public void OperandA_ThatBreaksItsBound_IsRefused() =>
        Assert.That(
            () => Simulator.Run(new(S2ta, Simulate.Dense(3, 16, 1), Simulate.Dense(16, 3, 2)) { PatternOfA = HssPattern.Parse("4:8") }),
            Throws.TypeOf<Formats.HssViolationException>());

    [Test]
    public void DesignsThatDoNotFit_AreRefusedWithEveryReason()
    {
        var design = S2ta with { Array = new(64, 8, 2), ReuseOfA = 100 };
        var request = Simulate.Request(design, 64, 64, 64, HssPattern.Parse("4:8"), null);
        var e = Assert.Throws<UnsupportedDatapathException>(() => Simulator.Run(request));
        Assert.That(e!.Problems, Has.Length.EqualTo(2));
    }

    [Test]
    public void Trace_OfASmallProduct_ChangesNothing()
    {
        var request = Simulate.Request(S2ta, 4, 24, 3, HssPattern.Parse("4:8"), HssPattern.Parse("2:8"));
        var recorder = new TraceRecorder();
        var traced = Simulator.Run(request with { Trace = recorder });
        Assert.That(recorder.ToTrace().Parts, Is.SupersetOf(new[] { "operand registers", "lanes", "register file", "compression unit" }));
        Assert.That(traced.Counts, Is.EqualTo(Simulator.Run(request).Counts));
    }

    private static int Nonzeros(Matrix<sbyte> matrix) => matrix.Values.Length - matrix.Values.Count((sbyte)0);

    private static int MostInABlock(Matrix<sbyte> b) => Enumerable.Range(0, b.Columns)
        .SelectMany(column => Enumerable.Range(0, b.Rows).Chunk(8).Select(block => block.Count(k => b[k, column] != 0)))
        .Max();
}
