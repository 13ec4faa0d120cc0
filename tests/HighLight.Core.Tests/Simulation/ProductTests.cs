using CsCheck;
using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation;

/// <summary>Z is the product, bit for bit, whatever the design skips or gates.</summary>
[TestFixture]
public sealed class ProductTests
{
    private static readonly HssPattern TwoOfFour = HssPattern.Parse("C0(2:4)");

    private static Gen<(Accelerator Design, HssPattern? A, HssPattern? B)> AnyRun { get; } = Gen.OneOf(
        Gen.Const<(Accelerator, HssPattern?, HssPattern?)>((Accelerators.TensorCore, null, null)),
        Simulate.Choice<HssPattern?>(null, TwoOfFour).Select(a => (Accelerators.SparseTensorCore, a, (HssPattern?)null)),
        Simulate.Choice<HssPattern?>([null, .. Simulate.HighLightFamily.Patterns()])
            .Select(a => (Accelerators.HighLight, a, (HssPattern?)null)),
        Gen.Select(
            Simulate.Choice<HssPattern?>(null, TwoOfFour),
            Simulate.Choice<HssPattern?>([null, .. Accelerators.Dsso.B.Families[0].Patterns()]))
            .Select((a, b) => (Accelerators.Dsso, a, b)));

    /// <summary>Values with the extremes of a byte, and whole lines of zeros.</summary>
    private static Matrix<sbyte> Extreme(Matrix<sbyte> matrix, int seed) => Matrix<sbyte>.Create(
        matrix.Rows,
        matrix.Columns,
        (row, column) => (row + seed) % 5 == 0 || (column + seed) % 11 == 0 || matrix[row, column] == 0 ? (sbyte)0
            : (row + column) % 3 == 0 ? sbyte.MinValue
            : (row * column) % 4 == 0 ? sbyte.MaxValue
            : matrix[row, column]);

    [Test]
    public void Run_AnyOperands_GivesTheProduct() =>
        Gen.Select(AnyRun, Simulate.Size(64), Simulate.Size(100), Simulate.Size(128), Gen.Double[0, 1], Gen.Int[0, 1000]).Sample(
            (run, m, k, n, density, seed) =>
            {
                var request = Simulate.Request(run.Design, m, k, n, run.A, run.B, density, seed);
                request = request with { A = Extreme(request.A, seed), B = Extreme(request.B, seed) };
                return Simulator.Run(request).Z.BitwiseEquals(ReferenceProduct.Of(request.A, request.B));
            },
            iter: 200);

    [Test]
    public void Run_AnyMapping_GivesTheProductAndTheAnalyticalCounts() =>
        Gen.Select(
            AnyRun,
            Gen.Int[1, 200],
            Gen.Int[1, 200],
            Gen.Int[1, 300],
            Gen.Select(Gen.Int[1, 200], Gen.Int[1, 300], Gen.Bool),
            Gen.Int[0, 1000]).Sample(
            (run, m, k, n, tiles, seed) =>
            {
                var order = tiles.Item3 ? DramLoopOrder.MOuter : DramLoopOrder.NOuter;
                var request = Simulate.Request(run.Design, m, k, n, run.A, run.B, 1, seed)
                    with { Mapping = new(Math.Min(m, tiles.Item1), k, Math.Min(n, tiles.Item2), order) };
                Assert.That(Mismatches(request), Is.Empty);
            },
            iter: 25);

    [Test]
    public void Run_ReductionCutInSteps_GivesTheProductAndTheAnalyticalCounts() =>
        Gen.Select(AnyRun, Gen.Int[1, 64], Gen.Int[1, 400], Gen.Int[1, 128], Gen.Int[1, 5], Gen.Int[0, 1000]).Sample(
            (run, m, k, n, steps, seed) =>
            {
                var request = Simulate.Request(run.Design, m, k, n, run.A, run.B, 1, seed);
                var step = AnalyticalModel.Of(request, 1).ReductionPerStep;
                request = request with { Mapping = new(m, Math.Min(k, steps * step), n, DramLoopOrder.MOuter) };
                Assert.That(Mismatches(request), Is.Empty);
            },
            iter: 60);

    [Test]
    public void Run_SmallBuffer_IsTiledByTheMapperAndStillAgrees()
    {
        var design = Accelerators.HighLight with { GlobalBuffer = StorageLevel.GlobalBuffer with { CapacityBytes = 16 * 1024 } };
        var request = Simulate.Request(design, 130, 700, 260, HssPattern.Parse("C1(4:7)→C0(2:4)"), null);
        var result = Simulator.Run(request);
        Assert.That(result.Mapping.TileK, Is.LessThan(700), "K does not fit");
        Assert.That(Mismatches(request), Is.Empty);
    }

    [Test]
    public void Run_OneByOneByOne_TakesACycle()
    {
        var one = Matrix<sbyte>.Create(1, 1, [-128]);
        foreach (var design in new[] { Accelerators.TensorCore, Accelerators.SparseTensorCore, Accelerators.HighLight, Accelerators.Dsso })
        {
            var result =
                Simulator.Run(new SimulationRequest(design, one, one) { PatternOfA = design.A.Families.IsEmpty ? null : TwoOfFour });
            Assert.That((result.Z[0, 0], result.ArrayCycles), Is.EqualTo((16384, 1L)), design.Name);
        }
    }

    [Test]
    public void Run_NothingButZeros_IsDoneBySomeAndGatedByOthers()
    {
        var zeros = Matrix<sbyte>.Create(64, 64, new sbyte[64 * 64]);
        var tc = Simulator.Run(new SimulationRequest(Accelerators.TensorCore, zeros, zeros));
        var highLight =
            Simulator.Run(new SimulationRequest(Accelerators.HighLight, zeros, zeros) { PatternOfA = HssPattern.Parse("C1(4:8)→C0(2:4)") });
        Assert.That((tc.Counts.MacsDone, tc.Counts.MacsGated, tc.ArrayCycles), Is.EqualTo((64L * 64 * 64, 0L, 256L)));
        Assert.That(
            (highLight.Counts.MacsDone, highLight.Counts.MacsGated, highLight.Counts.MacsSkipped),
            Is.EqualTo((0L, 64L * 64 * 16, 64L * 64 * 48)));
        Assert.That((highLight.ArrayCycles, highLight.Counts.BufferReadWordsB, highLight.Counts.DramWriteWords), Is.EqualTo((64L, 0L, 0L)));
        Assert.That(highLight.Z.Values.IndexOfAnyExcept(0), Is.EqualTo(-1));
    }

    private static string[] Mismatches(SimulationRequest request)
    {
        var comparison = SimulationComparison.Run(request);
        var wrong = comparison.Rows.Where(row => !row.Holds).Select(row => row.ToString());
        return [.. wrong, .. comparison.ProductIsExact ? Array.Empty<string>() : ["Z"]];
    }
}
