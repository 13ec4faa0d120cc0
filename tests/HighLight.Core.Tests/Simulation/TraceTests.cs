using CsCheck;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation;

/// <summary>The trace: what each part holds, cycle by cycle.</summary>
[TestFixture]
public sealed class TraceTests
{
    private static readonly HssPattern Pattern = HssPattern.Parse("C1(4:8)→C0(2:4)");

    [Test]
    public void Run_Traced_IsTheSameAsUntraced() =>
        Gen.Select(
            Simulate.Choice(Accelerators.TensorCore, Accelerators.SparseTensorCore, Accelerators.HighLight, Accelerators.Dsso),
            Gen.Int[1, 5],
            Gen.Int[1, 70],
            Gen.Int[1, 40],
            Gen.Double[0, 1]).Sample(
            (design, m, k, n, density) =>
            {
                var a = design.A.Families.IsEmpty ? null : HssPattern.Parse("C0(2:4)");
                var b = ReferenceEquals(design, Accelerators.Dsso) ? HssPattern.Parse("C1(2:3)→C0(4:4)") : null;
                var request = Simulate.Request(design, m, k, n, a, b, density);
                var (plain, traced) = (Simulator.Run(request), Simulator.Run(request with { Trace = new TraceRecorder() }));
                return plain.Z.BitwiseEquals(traced.Z) && plain.Counts == traced.Counts && plain.Stalls == traced.Stalls
                    && plain.Utilisation == traced.Utilisation
                    && plain.Bounds == traced.Bounds;
            },
            iter: 40);

    [Test]
    public void Trace_SmallProduct_ShowsHierarchicalSkipping()
    {
        // One row keeps blocks 1, 2, 5 and 7 of 8, in each the places 0 and 3; one column of B counts its rows.
        var a = Matrix<sbyte>.Create(1, 32, (_, k) => (k / 4) is 1 or 2 or 5 or 7 && k % 4 is 0 or 3 ? (sbyte)2 : (sbyte)0);
        a = Matrix<sbyte>.Create(1, 32, (row, k) => (k / 4) is 1 or 2 or 5 or 7 ? a[row, k] : (sbyte)0);
        var b = Matrix<sbyte>.Create(32, 1, (k, _) => (sbyte)k);
        var recorder = new TraceRecorder();
        var result = Simulator.Run(new SimulationRequest(Accelerators.HighLight, a, b) { PatternOfA = Pattern, Trace = recorder });
        var trace = recorder.ToTrace();
        Assert.That(
            trace.Rows.Where(row => row.Part == "rank-1 selection").Select(row => row.Holds),
            Is.EqualTo(["block at 4", "block at 8", "block at 20", "block at 28"]));
        Assert.That(
            trace.Rows.Where(row => row.Part == "processing elements").Take(2).Select(row => row.Holds),
            Is.EqualTo(["a[0,4]=2 × b[4,0]=4", "a[0,7]=2 × b[7,0]=7"]));
        Assert.That(
            trace.Rows.Single(row => row.Part == "partial sums").Holds,
            Is.EqualTo("z[0,0] = 264"), "2 · (4 + 7 + 8 + 11 + 20 + 23 + 28 + 31)");
        Assert.That(result.Z[0, 0], Is.EqualTo(264));
        Assert.That(trace.Rows.Select(row => row.Cycle), Is.Ordered);
        Assert.That((trace.Cut, trace.Note), Is.EqualTo((0L, (string?)null)));
        Assert.That(trace.Parts, Is.SupersetOf(["VFMU", "unpacking", "operand registers", "compression unit", "global buffer"]));
    }

    [Test]
    public void Products_OfEachSum_AddUpToIt() =>
        Gen.Select(
            Simulate.Choice(Accelerators.TensorCore, Accelerators.HighLight),
            Gen.Int[1, 3],
            Gen.Int[1, 70],
            Gen.Int[1, 9],
            Gen.Double[0, 1]).Sample(
            (design, m, k, n, density) =>
            {
                var recorder = new TraceRecorder();
                var a = design.A.Families.IsEmpty ? null : Pattern;
                var result = Simulator.Run(Simulate.Request(design, m, k, n, a, null, density) with { Trace = recorder });
                var products = recorder.ToTrace().Rows.Where(row => row.Product is not null).Select(row => row.Product!.Value).ToArray();
                var sums = Matrix<int>.Create(m, n, (row, column) =>
                    products.Where(p => (p.M, p.N) == (row, column)).Sum(p => p.ValueOfA * p.ValueOfB));
                return sums.BitwiseEquals(result.Z) && products.Count(p => p.IsGated) == result.Counts.MacsGated
                    && products.Count(p => !p.IsGated) == result.Counts.MacsDone
                    && products.Where(p => p.IsGated).All(p => p.ValueOfB == 0 && !p.IsEffectual);
            },
            iter: 40);

    [Test]
    public void Recorder_FullTable_CutsAndSaysSo()
    {
        var recorder = new TraceRecorder(10);
        Simulator.Run(Simulate.Request(Accelerators.HighLight, 4, 64, 4, Pattern, null) with { Trace = recorder });
        var trace = recorder.ToTrace();
        Assert.That((trace.Rows.Length, trace.Cut > 0), Is.EqualTo((10, true)));
        Assert.That(trace.Note, Does.Contain("left out").And.Contain("10"));
        Assert.That(() => new TraceRecorder(0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new TraceRecorder(1_000_001), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
