using CsCheck;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>A convolution whose input is expanded on the fly: DRAM and the buffer hold inputs, the array gets the im2col matrix.</summary>
[TestFixture]
public sealed class ConvolutionEvaluationTests
{
    /// <summary>64 channels of 4×4 to 64, 3×3 with a padding of 1: 64×576×16.</summary>
    private static readonly Convolution Small = new()
    {
        InputChannels = 64,
        InputHeight = 4,
        InputWidth = 4,
        OutputChannels = 64,
        KernelHeight = 3,
        KernelWidth = 3,
        PadTop = 1,
        PadBottom = 1,
        PadLeft = 1,
        PadRight = 1,
    };

    private static GemmRequest Request(Convolution convolution, string? weights = null) =>
        new(Accelerators.HighLight, convolution.GroupGemm(), weights is null ? Dense : Hss(weights), Dense) { Convolution = convolution, AllowSwap = false };

    private static AccessCounts Counts(GemmRequest request) => GemmEvaluation.Run(request).Result.Counts;

    [Test]
    public void OnTheFly_OneTile_ReadsEachInputOnceAndFeedsTheArrayTheWindows()
    {
        var counts = Counts(Request(Small) with { Mapping = new Mapping(64, 576, 16, DramLoopOrder.MOuter) });
        Assert.That(counts.DramReadWordsB, Is.EqualTo(64 * 16), "the image");
        Assert.That(counts.BufferWriteWords, Is.EqualTo((64 * 576) + (64 * 16)), "filters and image");
        Assert.That(counts.BufferReadWordsB, Is.EqualTo(64 * 100), "100 of 144 taps of the windows miss the padding");
    }

    [Test]
    public void OnTheFly_TilesOfARow_FetchTheirHaloAgain()
    {
        var request = Request(Small) with { Mapping = new Mapping(64, 576, 4, DramLoopOrder.MOuter) };
        Assert.That(Counts(request).DramReadWordsB, Is.EqualTo(64 * 40));
        Assert.That(Counts(request with { Mapping = new Mapping(32, 576, 4, DramLoopOrder.MOuter) }).DramReadWordsB, Is.EqualTo(2 * 64 * 40), "past each tile of M");
        Assert.That(Counts(request with { Mapping = new Mapping(32, 576, 4, DramLoopOrder.NOuter) }).DramReadWordsB, Is.EqualTo(64 * 40), "the tile of B stays");
    }

    [Test]
    public void OnTheFly_PartsOfTheReduction_ShareNoInput()
    {
        var whole = Request(Small) with { Mapping = new Mapping(64, 576, 16, DramLoopOrder.MOuter) };
        var cut = whole with { Mapping = new Mapping(64, 288, 16, DramLoopOrder.MOuter) };
        Assert.That(Counts(cut).DramReadWordsB, Is.EqualTo(Counts(whole).DramReadWordsB));

        // Half of the channels: 64 rows of 9·32 filter values, and 16 positions of 32 channels.
        var run = GemmEvaluation.Run(cut);
        Assert.That(run.Evaluator.BufferNeed(run.Result.Mapping).DataBytes, Is.EqualTo((64 * 288) + (16 * 32)));
    }

    [Test]
    public void InDram_OneTile_ReadsTheMatrix()
    {
        var counts = Counts(Request(Small) with { Expansion = InputExpansion.InDram, Mapping = new Mapping(64, 576, 16, DramLoopOrder.MOuter) });
        Assert.That((counts.DramReadWordsB, counts.BufferReadWordsB), Is.EqualTo((576.0 * 16, 576.0 * 16)));
    }

    [Test]
    public void OneByOneWithAStrideOfTwo_ReadsAQuarterOfTheImage()
    {
        var convolution = Small with { KernelHeight = 1, KernelWidth = 1, PadTop = 0, PadBottom = 0, PadLeft = 0, PadRight = 0, StrideHeight = 2, StrideWidth = 2 };
        Assert.That(Counts(Request(convolution)).DramReadWordsB, Is.EqualTo(64 * 4));
    }

    [Test]
    public void Padding_OfTheImage_IsGatedWhereZerosAre()
    {
        double share = 100.0 / 144;
        Assert.That(Counts(Request(Small)).MacsDone, Is.EqualTo(64 * 576 * 16.0), "a dense input is stored uncompressed, and its design gates nothing there");
        var request = Request(Small) with { B = Uniform(0.5) };
        var counts = Counts(request);
        Assert.That(counts.MacsDone, Is.EqualTo(64 * 576 * 16 * 0.5 * share).Within(1e-6));
        Assert.That(counts.MacsGated, Is.EqualTo((64 * 576 * 16) - counts.MacsDone).Within(1e-6));
        Assert.That(counts.DramReadWordsB, Is.EqualTo(64 * 16 * 0.5), "the image holds no padding");
        Assert.That(Counts(request with { Design = Accelerators.DualSideSparseTensorCore }).MacsDone, Is.EqualTo(64 * 576 * 16 * 0.5 * share).Within(1e-6));
        Assert.That(Counts(request with { Design = Accelerators.TensorCore }).MacsDone, Is.EqualTo(64 * 576 * 16));
    }

    [TestCase("C1(4:8)→C0(2:4)", 16, TestName = "two groups of 32 fill a tap's 64 channels")]
    [TestCase("C1(4:7)→C0(2:4)", 24, TestName = "three groups of 28 do not: as HssLayout says")]
    public void Filters_OfThreeByThree_PadTheirGroupsInEachTap(string pattern, int stored)
    {
        Assert.That(new HssLayout(HssPattern.Parse(pattern), 576, 64).StoredPerRow, Is.EqualTo(9 * stored));
        var counts = Counts(Request(Small, pattern) with { Mapping = new Mapping(64, 576, 16, DramLoopOrder.MOuter) });
        Assert.That(counts.DramReadWordsA, Is.EqualTo(64 * 9 * stored).Within(1e-9));
        Assert.That(GemmEvaluation.Run(Request(Small, pattern)).Result.Bounds.Compute, Is.EqualTo(16 * Math.Ceiling(9 * stored / 16.0)), "16 stored values a step");
    }

    [Test]
    public void Filters_GroupsThatStraddleTaps_PadTheEndOfTheRow()
    {
        // 576 = 20·28 + 16: 21 groups of 8.
        var counts = Counts(Request(Small, "C1(4:7)→C0(2:4)") with { GroupsStraddleTaps = true });
        Assert.That(counts.DramReadWordsA, Is.EqualTo(64 * 21 * 8).Within(1e-9));
    }

    [Test]
    public void Filters_OfThreeChannels_RunAsDenseWhereGroupsWouldStoreMore()
    {
        var run = GemmEvaluation.Run(Request(Small with { InputChannels = 3 }, "C1(4:8)→C0(2:4)"));
        Assert.That((run.Evaluator.A.Served, run.Evaluator.StoredDensityOfA(27)), Is.EqualTo(((HssPattern?)null, 1.0)), "8 stored values for 3");
    }

    [Test]
    public void Swapped_Convolution_KeepsTheFootprintWithItsOperand()
    {
        // STC exploits A alone: a structured input on the other side is worth exchanging, and is still read once.
        var request = Request(Small) with { Design = Accelerators.SparseTensorCore, AllowSwap = true, B = Hss("C0(2:4)") };
        var run = GemmEvaluation.Run(request);
        Assert.That(run.IsSwapped, Is.True);
        Assert.That((run.Result.Counts.DramReadWordsA, run.Result.Counts.DramReadWordsB), Is.EqualTo((64 * 16 * 0.5, 64.0 * 576)));
        Assert.That(run.Result.Counts.BufferReadWordsA, Is.EqualTo(64 * 100 * 0.5));
    }

    [Test]
    public void Run_GemmOfAnotherShape_NamesBoth() =>
        Assert.That(
            () => GemmEvaluation.Run(Request(Small) with { Gemm = new Gemm(64, 576, 17) }),
            Throws.ArgumentException.With.Message.Contains("64x576x17").And.Message.Contains("64x576x16"));

    [Test]
    public void Run_ImpossibleGeometry_ListsTheViolations() =>
        Assert.That(() => GemmEvaluation.Run(Request(Small) with { Convolution = Small with { StrideHeight = 0, Groups = 0 } }), Throws.InvalidOperationException.With.Message.Contains("stride").And.Message.Contains("groups"));

    [Test]
    public void Evaluate_Convolution_AllocatesNothing()
    {
        var layout = OperandLayout.Image(Small);
        var evaluator = new Evaluator(Accelerators.HighLight, TechnologyTable.Default, Hss("C1(4:8)→C0(2:4)"), Uniform(0.5), 0.5, 0.6, OperandLayout.Filters(Small), layout);
        var gemm = Small.GroupGemm();
        Mapper.Best(evaluator, gemm);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Mapper.Best(evaluator, gemm);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(result.EnergyPj, Is.Positive);
    }

    [Test]
    public void OnTheFly_AnyConvolution_ReadsTheImageAtLeastOnceAndWholeTimesWhereItIsOneTile() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 20], Gen.Int[1, 3], Gen.Int[1, 2], AnyDesign, Gen.Bool).Sample((channels, size, kernel, stride, design, swap) =>
        {
            var convolution = Small with
            {
                InputChannels = channels,
                InputHeight = size,
                InputWidth = size + 1,
                KernelHeight = kernel,
                KernelWidth = kernel,
                StrideHeight = stride,
                StrideWidth = stride,
            };
            var request = Request(convolution) with { Design = design.A.RunsDense ? design : Accelerators.S2taTwoPass, B = Uniform(0.5), AllowSwap = swap, Objective = Objective.Energy };
            var run = GemmEvaluation.Run(request);
            var mapping = run.Result.Mapping;
            var counts = run.Result.Counts;
            var (input, execution, tile, size1) = run.IsSwapped
                ? (counts.DramReadWordsA, run.Evaluator.A, mapping.TileM, run.Result.Gemm.M)
                : (counts.DramReadWordsB, run.Evaluator.B, mapping.TileN, run.Result.Gemm.N);
            var image = new InputFootprint(convolution).Positions * (double)channels * execution.StoredShare;
            var wholeTile = tile >= size1 && image > 0;
            return input >= image * (1 - 1e-9)
                && (!wholeTile || mapping.TileK < run.Result.Gemm.K || Math.Abs((input / image) - Math.Round(input / image)) < 1e-9)
                && run.Evaluator.Fits(mapping);
        });

    [Test]
    public void Shortcut_IsReadFromDramCompressedWhereOutputsAre()
    {
        var gemm = new Gemm(64, 64, 128);
        var request = new GemmRequest(Accelerators.HighLight, gemm, Dense, Dense) { AllowSwap = false };
        var (without, with, compressed) = (GemmEvaluation.Run(request).Result, GemmEvaluation.Run(request with { ShortcutDensity = 1 }).Result, GemmEvaluation.Run(request with { ShortcutDensity = 0.6 }).Result);
        Assert.That((with.Counts.DramReadWordsShortcut, with.Counts.DramReadShortcutMetadataBits), Is.EqualTo((8192.0, 0.0)));
        Assert.That(compressed.Counts.DramReadWordsShortcut, Is.EqualTo(8192 * 0.6).Within(1e-9));
        Assert.That(compressed.Counts.DramReadShortcutMetadataBits, Is.EqualTo(8192));
        Assert.That(with.Energy.Dram - without.Energy.Dram, Is.EqualTo(8192 * 64.0).Within(1e-6));
        Assert.That(with.Bounds.DramRead - without.Bounds.DramRead, Is.EqualTo(8192 / 32.0).Within(1e-9));
        Assert.That(compressed.Bounds.DramRead - without.Bounds.DramRead, Is.EqualTo(((8192 * 0.6) + 1024) / 32).Within(1e-9));
        Assert.That(with.Counts.BufferWriteWords, Is.EqualTo(without.Counts.BufferWriteWords), "it bypasses the buffer");
        Assert.That(() => GemmEvaluation.Run(request with { ShortcutDensity = -0.1 }), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(GemmEvaluation.Run(request with { Design = Accelerators.SparseTensorCore, ShortcutDensity = 0.6 }).Result.Counts.DramReadWordsShortcut, Is.EqualTo(8192));
    }
}
