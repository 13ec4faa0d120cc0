using CsCheck;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

[TestFixture]
public sealed class GemmEvaluationTests
{
    private static GemmRequest Request(Accelerator design, OperandDensity a, OperandDensity b) => new(design, new Gemm(256, 512, 1024), a, b);

    [Test]
    public void Run_MappingThatFitsInOneOrderAlone_IsTaken()
    {
        // The image of one channel under a filter of 50 × 50 fits the buffer as B; exchanged, not even one column of K does.
        var convolution = new Convolution
        {
            InputChannels = 1,
            InputHeight = 224,
            InputWidth = 224,
            OutputChannels = 128,
            KernelHeight = 50,
            KernelWidth = 50,
        };
        var request = new GemmRequest(Accelerators.HighLight, convolution.GroupGemm(), Dense, Dense) { Convolution = convolution };
        Assert.That(GemmEvaluation.Run(request).Result.Cycles, Is.EqualTo(9_616_250));
        Assert.That(GemmEvaluation.Run(request with { AllowSwap = false }).Result, Is.EqualTo(GemmEvaluation.Run(request).Result));
    }

    [Test]
    public void Run_SparsityOnTheOtherSide_SwapsAndSaves()
    {
        var request = Request(Accelerators.SparseTensorCore, Dense, Hss("C0(2:4)"));
        var swapped = GemmEvaluation.Run(request);
        var straight = GemmEvaluation.Run(request with { AllowSwap = false });
        Assert.That((swapped.IsSwapped, straight.IsSwapped), Is.EqualTo((true, false)));
        Assert.That(swapped.Result.Gemm, Is.EqualTo(new Gemm(1024, 512, 256)));
        Assert.That(swapped.Result.Bounds.Compute, Is.EqualTo(straight.Result.Bounds.Compute / 2));
        Assert.That(swapped.Evaluator.A.Served, Is.Not.Null);
    }

    [Test]
    public void Run_SwapOfAnything_IsNeverWorse() =>
        Gen.Select(AnyDesign, AnyGemm(), AnyOperand, AnyOperand, Choice(Enum.GetValues<Objective>())).Sample((design, gemm, a, b, objective) =>
        {
            if (Prepare(design, a, b) is null)
            {
                return true;
            }

            var request = new GemmRequest(design, gemm, a, b) { Objective = objective };
            var free = Mapper.Cost(GemmEvaluation.Run(request).Result, objective);
            return free <= Mapper.Cost(GemmEvaluation.Run(request with { AllowSwap = false }).Result, objective);
        });

    [Test]
    public void Run_EquallyGoodOrders_KeepsTheOneAsked() =>
        Assert.That(GemmEvaluation.Run(new(Accelerators.DualSideSparseTensorCore with { Array = new(32, 1, 32), Skipping = new SkippingScheme.OuterProduct(32, 16, 32, 16), Accumulation = new(128, 128) { Files = 8 }, ReuseOfA = 128, ReuseOfB = 128 }, Thousand, Uniform(0.5), Uniform(0.5))).IsSwapped, Is.False);

    [Test]
    public void Run_SwappedResult_IsTheRunOfTheSwappedRequest()
    {
        var swapped = GemmEvaluation.Run(Request(Accelerators.HighLight, Uniform(0.3), Hss("C1(4:8)→C0(2:4)")));
        var direct = GemmEvaluation.Run(new(Accelerators.HighLight, new Gemm(1024, 512, 256), Hss("C1(4:8)→C0(2:4)"), Uniform(0.3)) { Mapping = swapped.Result.Mapping });
        Assert.That(swapped.IsSwapped, Is.True);
        Assert.That(direct.Result, Is.EqualTo(swapped.Result));
    }

    [Test]
    public void Run_PrintedMapping_ReplaysTheResult() =>
        Gen.Select(AnyDesign, AnyGemm(), AnyOperand, AnyOperand).Sample((design, gemm, a, b) =>
        {
            if (Prepare(design, a, b) is null)
            {
                return true;
            }

            var request = new GemmRequest(design, gemm, a, b) { AllowSwap = false };
            var first = GemmEvaluation.Run(request).Result;
            return GemmEvaluation.Run(request with { Mapping = Mapping.Parse(first.Mapping.ToString()) }).Result == first;
        });

    [Test]
    public void Run_GivenMapping_IsTakenAndNotSwapped()
    {
        var mapping = new Mapping(64, 512, 128, DramLoopOrder.NOuter);
        var run = GemmEvaluation.Run(Request(Accelerators.SparseTensorCore, Dense, Hss("C0(2:4)")) with { Mapping = mapping });
        Assert.That((run.IsSwapped, run.Result.Mapping), Is.EqualTo((false, mapping)));
    }

    [Test]
    public void Run_MappingTooLarge_SaysWhatItNeeds()
    {
        // (256 + 1024) · 512 bytes of 262144.
        var mapping = new Mapping(256, 512, 1024, DramLoopOrder.NOuter);
        Assert.That(
            () => GemmEvaluation.Run(Request(Accelerators.SparseTensorCore, Dense, Dense) with { Mapping = mapping }),
            Throws.TypeOf<MappingException>().With.Message.Contains(mapping.ToString()).And.Message.Contains("655360").And.Message.Contains("262144"));
    }

    [Test]
    public void Run_MappingThatJustFits_Runs()
    {
        var fits = new Mapping(256, 512, 256, DramLoopOrder.NOuter);
        var request = Request(Accelerators.SparseTensorCore, Dense, Dense);
        Assert.That(GemmEvaluation.Run(request with { Mapping = fits }).Result.Mapping, Is.EqualTo(fits));
        Assert.That(() => GemmEvaluation.Run(request with { Mapping = fits with { TileN = 257 } }), Throws.TypeOf<MappingException>());
    }

    [Test]
    public void Run_BoundedDensityDesignWithDenseOperands_SaysWhyAndWhatToDo() =>
        Assert.That(
            () => GemmEvaluation.Run(Request(Accelerators.S2ta, Dense, Dense)),
            Throws.TypeOf<UnsupportedOperandException>()
                .With.Message.Contains("Operand A (dense)").And.Message.Contains("C0({G≤4}:8)").And.Message.Contains("Prune it")
                .And.Property("Name").EqualTo("A"));

    [Test]
    public void Run_BoundedDensityDesign_RunsTheOrderThatItSupports()
    {
        Assert.That(GemmEvaluation.Run(Request(Accelerators.S2ta, Dense, Hss("C0(4:8)"))).IsSwapped, Is.True);
        Assert.That(
            () => GemmEvaluation.Run(Request(Accelerators.S2ta, Dense, Hss("C0(4:8)")) with { AllowSwap = false }),
            Throws.TypeOf<UnsupportedOperandException>());
        Assert.That(() => GemmEvaluation.Run(Request(Accelerators.S2ta, Hss("C0(5:8)"), Dense) with { AllowSwap = false }), Throws.TypeOf<UnsupportedOperandException>());
        Assert.That(GemmEvaluation.Run(Request(Accelerators.S2ta, Hss("C0(4:8)"), Dense) with { AllowSwap = false }).IsSwapped, Is.False);
    }

    [Test]
    public void Run_RefusedOperandWithTheOtherPolicy_RunsAsDense()
    {
        var lenient = Accelerators.SparseTensorCore with { A = Accelerators.SparseTensorCore.A with { Unsupported = UnsupportedPolicy.Refuse } };
        Assert.That(() => GemmEvaluation.Run(Request(lenient, Hss("C0(3:4)"), Uniform(0.5)) with { AllowSwap = false }), Throws.TypeOf<UnsupportedOperandException>());
        Assert.That(GemmEvaluation.Run(Request(Accelerators.SparseTensorCore, Hss("C0(3:4)"), Dense)).Result.Cycles, Is.EqualTo(256 * 512 * 1024 / 1024.0));
    }

    [Test]
    public void Run_Null_Throws() => Assert.That(() => GemmEvaluation.Run(null!), Throws.ArgumentNullException);
}
