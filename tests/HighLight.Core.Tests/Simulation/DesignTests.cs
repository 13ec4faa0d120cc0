using HighLight.Evaluation;
using HighLight.Formats;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Hardware.Presets;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation;

/// <summary>Designs of one's own, and what is refused.</summary>
[TestFixture]
public sealed class DesignTests
{
    private static IEnumerable<TestCaseData> Variants()
    {
        var flexible = Accelerators.SparseTensorCore with
        {
            Name = "STC-flexible",
            A = Accelerators.SparseTensorCore.A with { Families = [HssFamily.Parse("C0(2:{4,6,8})")] },
        };
        var unpacked = Accelerators.HighLight with { B = Accelerators.HighLight.B with { UnstructuredFormat = CompressionKind.None } };
        yield return new TestCaseData(flexible, "C0(2:6)", 1.0);
        yield return new TestCaseData(flexible, "C0(2:8)", 1.0);
        yield return new TestCaseData(Accelerators.HighLight.WithWordBits(16), "C1(4:8)→C0(2:4)", 1.0);
        yield return new TestCaseData(Accelerators.HighLight with { Array = new(32, 32, 1), ReuseOfB = 32 }, "C1(4:7)→C0(2:3)", 1.0);
        yield return new TestCaseData(SparseloopPreset.Apply(Accelerators.SparseTensorCore), "C0(2:4)", 1.0);
        yield return new TestCaseData(SparseloopPreset.Apply(Accelerators.HighLight), "C1(4:6)→C0(2:3)", 1.0);
        yield return new TestCaseData(Accelerators.HighLight, "C2(1:2)→C1(4:8)→C0(2:4)", 1.0)
            .SetArgDisplayNames("served by a wider pattern");
        yield return new TestCaseData(unpacked, "C1(4:8)→C0(2:4)", 0.5);
    }

    [TestCaseSource(nameof(Variants))]
    public void Variant_OfADesign_RunsAndAgrees(Accelerator design, string pattern, double density)
    {
        var comparison = SimulationComparison.Run(Simulate.Request(design, 70, 1000, 150, HssPattern.Parse(pattern), null, density));
        Assert.That(comparison.AllClaimsHold, Is.True, string.Join('\n', comparison.Rows.Where(row => !row.Holds)));
    }

    [Test]
    public void BankConflicts_FewerBanksThanRows_AreStallsApart()
    {
        var half = Accelerators.TensorCore with { Accumulation = Accelerators.TensorCore.Accumulation
            with { Files = 2, FileBytes = 4096 } };
        var result = Simulator.Run(Simulate.Request(half, 64, 32, 10, null, null));
        Assert.That((result.WorkingCycles, result.Stalls[StallCause.BankConflict], result.ArrayCycles), Is.EqualTo((20L, 20L, 40L)));
    }

    [Test]
    public void Refusal_SeveralProblems_NamesAllWithTheirFix()
    {
        var design = Accelerators.HighLight with
        {
            Array = new(32, 8, 2),
            Registers = OperandRegisters.StationaryA with { AccumulatorAccessesPerMac = 2 },
        };
        var request = Simulate.Request(design, 8, 64, 8, null, null) with { Parameters = new() { FetchBufferWords = 4 } };
        var refusal = Assert.Throws<UnsupportedDatapathException>(() => Simulator.Run(request))!;
        Assert.That(refusal.Problems, Has.Length.EqualTo(4));
        Assert.That(
            refusal.Message,
            Does.Contain("SpatialN must be 1").And.Contain("StationaryA").And.Contain("ReuseOfB (64)").And.Contain("FetchBufferWords"));
    }

    [Test]
    public void Refusal_ProductLargerThanAnArray_SaysHowLarge() => Assert.That(
        () => Simulator.Run(new(Accelerators.TensorCore, Simulate.Dense(70_000, 1, 1), Simulate.Dense(1, 70_000, 2))),
        Throws.ArgumentException.With.Message.Contains("70000×70000"));

    [Test]
    public void Refusal_OperandThatFillsUpBeyondAnArray_SaysHowLarge()
    {
        var design = Accelerators.SparseTensorCore with
        {
            A = Accelerators.SparseTensorCore.A with { Families = [HssFamily.Parse("C0(2:65536)")] },
            GlobalBuffer = StorageLevel.GlobalBuffer with { MetadataCapacityBytes = 1 << 20 },
        };
        var a = Matrix<sbyte>.Create(40_000, 1, new sbyte[40_000]);
        Assert.That(
            () => Simulator.Run(new(design, a, Simulate.Dense(1, 1, 1)) { PatternOfA = HssPattern.Parse("C0(2:65536)") }),
            Throws.TypeOf<UnsupportedDatapathException>().With.Message.Contains("40000×65536").And.Message.Contains("fewer rows of A"));
    }

    [Test]
    public void Refusal_StepThatCoversMoreThanTheDatapathTakes_SaysWhatToLower()
    {
        var design = Accelerators.TensorCore with { Array = new(1, 1 << 21, 1), ReuseOfB = 1 };
        Assert.That(
            () => Simulator.Run(Simulate.Request(design, 1, 2, 1, null, null)),
            Throws.TypeOf<UnsupportedDatapathException>().With.Message.Contains("lower SpatialK"));
    }

    [Test]
    public void Refusal_OuterProductWithAHugeTileOfZ_SaysWhatToLower()
    {
        var dstc = Accelerators.DualSideSparseTensorCore;
        var design = dstc with
        {
            Accumulation = dstc.Accumulation with { TileM = 32_000, TileN = 32_000, Files = 1 << 20 },
            ReuseOfA = 32_000,
            ReuseOfB = 32_000,
        };
        Assert.That(
            () => Simulator.Run(Simulate.Request(design, 1, 2, 1, null, null)),
            Throws.TypeOf<UnsupportedDatapathException>().With.Message.Contains("lower TileM or TileN"));
    }

    [Test]
    public void TileOfZ_LargerThanTheProduct_TakesTheMemoryOfTheProduct()
    {
        var s2ta = Accelerators.S2ta;
        var files = s2ta.Accumulation with { TileM = 1 << 14, TileN = 1 << 16, Files = 1 << 20 };
        var design = s2ta with { Array = new(1 << 14, 2, 1), Accumulation = files, ReuseOfA = files.TileN, ReuseOfB = files.TileM };
        var comparison = SimulationComparison.Run(Simulate.Request(design, 3, 20, 4, HssPattern.Parse("4:8"), null));
        Assert.That(comparison.AllClaimsHold, Is.True);
    }

    [Test]
    public void SharedPort_OfWiderWords_IsBusyByTheWord()
    {
        // 42 words a cycle, whatever their width: twice the bits, the same cycles.
        var design = SparseloopPreset.Apply(Accelerators.TensorCore);
        var request = Simulate.Request(design, 64, 64, 128, null, null);
        Assert.That(
            Simulator.Run(request with { Design = design.WithWordBits(16) }).Bounds.Buffer,
            Is.EqualTo(Simulator.Run(request).Bounds.Buffer));
    }

    [Test]
    public void Refusal_LanesThatGroupsDoNotFill_SaysSo()
    {
        var design = Accelerators.SparseTensorCore with { A = Accelerators.SparseTensorCore.A
            with { Families = [HssFamily.Parse("C0(3:8)")] } };
        Assert.That(
            () => Simulator.Run(Simulate.Request(design, 8, 64, 8, HssPattern.Parse("C0(3:8)"), null)),
            Throws.TypeOf<UnsupportedDatapathException>().With.Message.Contains("SpatialK"));
    }

    [TestCase(64, 30, typeof(UnsupportedDatapathException), "whole steps")]
    [TestCase(65, 32, typeof(MappingException), "at most M64 and N128")]
    public void Refusal_CutReduction_SaysWhichTilesGo(int tileM, int tileK, Type refusal, string fix)
    {
        var request = Simulate.Request(Accelerators.HighLight, 100, 100, 8, HssPattern.Parse("C1(4:8)→C0(2:4)"), null) with
        {
            Mapping = new(tileM, tileK, 8, DramLoopOrder.MOuter),
        };
        Assert.That(() => Simulator.Run(request), Throws.TypeOf(refusal).With.Message.Contains(fix));
    }

    [Test]
    public void Refusal_TileThatDoesNotFit_IsThatOfTheMapper() => Assert.That(
        () => Simulator.Run(Simulate.Request(Accelerators.TensorCore, 600, 1000, 8, null, null)
            with { Mapping = new(600, 1000, 8, DramLoopOrder.MOuter) }),
        Throws.TypeOf<MappingException>());

    [Test]
    public void Refusal_WeightsThatBreakTheirPattern_NamesThePlace() => Assert.That(
        () => Simulator.Run(new(Accelerators.HighLight, Simulate.Dense(4, 64, 1), Simulate.Dense(64, 4, 2))
        {
            PatternOfA = HssPattern.Parse("C1(4:8)→C0(2:4)"),
        }),
        Throws.TypeOf<HssViolationException>());

    [Test]
    public void Refusal_ShapesThatDoNotFit_NamesBoth()
    {
        var request = new SimulationRequest(Accelerators.TensorCore, Simulate.Dense(2, 3, 1), Simulate.Dense(4, 2, 2));
        Assert.That(() => Simulator.Run(request), Throws.ArgumentException.With.Message.Contains("2×3").And.Message.Contains("4×2"));
        var empty = new SimulationRequest(Accelerators.TensorCore, Matrix<sbyte>.Create(0, 3, []), Simulate.Dense(3, 2, 2));
        Assert.That(() => Simulator.Run(empty), Throws.ArgumentException.With.Message.Contains("1 or more"));
        const int TooLong = SimulationRequest.MaxReduction + 1;
        var longest = new SimulationRequest(Accelerators.TensorCore, Simulate.Dense(1, TooLong, 1), Simulate.Dense(TooLong, 1, 1));
        Assert.That(() => Simulator.Run(longest), Throws.ArgumentException.With.Message.Contains("131071"));
    }

    [Test]
    public void Sums_LongestReductionOfExtremes_FitThirtyTwoBits()
    {
        var a = Matrix<sbyte>.Create(1, SimulationRequest.MaxReduction, (_, _) => sbyte.MinValue);
        var b = a.Transpose();
        Assert.That(
            Simulator.Run(new SimulationRequest(Accelerators.TensorCore, a, b)).Z[0, 0],
            Is.EqualTo(SimulationRequest.MaxReduction << 14));
    }
}
