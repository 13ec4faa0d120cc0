using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation;

/// <summary>A run allocates what its operands and its product take; how many cycles they take does not matter.</summary>
[TestFixture]
public sealed class MemoryTests
{
    private static readonly Mapping Whole = new(256, 512, 128, DramLoopOrder.MOuter);

    /// <summary>Two variants of a design on one pair of operands; the second takes many times the cycles.</summary>
    private static IEnumerable<TestCaseData> Variants()
    {
        var structured = new[]
        {
            (Accelerators.TensorCore, null), (Accelerators.SparseTensorCore, "C0(2:4)"), (Accelerators.HighLight, "C1(4:8)→C0(2:4)"),
            (Accelerators.Dsso, "C0(2:4)"),
        };
        foreach (var (design, pattern) in structured)
        {
            yield return new TestCaseData(design, design with { Array = design.Array with { SpatialM = 4 }, ReuseOfB = 4 }, pattern, 16.0);
        }

        var dstc = Accelerators.DualSideSparseTensorCore;
        var scheme = (SkippingScheme.OuterProduct)dstc.Skipping;
        var fewBanks = scheme with { Collector = scheme.Collector with { Banks = 64 } };
        yield return new TestCaseData(dstc, dstc with { Skipping = fewBanks }, null, 16.0);
        var s2ta = Accelerators.S2ta;
        yield return new TestCaseData(s2ta, s2ta with { Array = s2ta.Array with { SpatialK = 2 } }, "C0(4:8)", 8.0);
    }

    [TestCaseSource(nameof(Variants))]
    public void Run_ManyTimesTheCycles_AllocatesNoMore(Accelerator design, Accelerator slower, string? pattern, double times)
    {
        var a = pattern is null ? null : HssPattern.Parse(pattern);
        var request = Simulate.Request(design, Whole.TileM, Whole.TileK, Whole.TileN, a, null) with { Mapping = Whole };
        Measure(request); // fills caches
        var (cycles, bytes, z) = Measure(request);
        var (slowCycles, slowBytes, slowZ) = Measure(request with { Design = slower });
        Assert.That((double)slowCycles / cycles, Is.EqualTo(times).Within(0.05 * times));
        Assert.That(slowZ.BitwiseEquals(z), Is.True);
        Assert.That(slowBytes, Is.LessThan(1.1 * bytes), $"{bytes} bytes in {cycles} cycles");
    }

    private static (long Cycles, long Bytes, Matrix<int> Z) Measure(SimulationRequest request)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Simulator.Run(request);
        return (result.ArrayCycles, GC.GetAllocatedBytesForCurrentThread() - before, result.Z);
    }
}
