using HighLight.Hardware;
using HighLight.Hardware.Designs;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>What a design does not use of its operands is said.</summary>
[TestFixture]
public sealed class RemarkTests
{
    private static IEnumerable<TestCaseData> Cases =>
    [
        new(Accelerators.SparseTensorCore, "C0(3:9)", "dense", "A: STC serves C0(2:4); C0(3:9) runs as dense, its zeros are data"),
        new(Accelerators.SparseTensorCore, "C0(2:4)", "C0(2:4)", null),
        new(Accelerators.SparseTensorCore, "C1(4:8)→C0(2:4)", "C0(2:4)", null),
        new(Accelerators.SparseTensorCore, "C0(4:4)", "dense", null),
        new(Accelerators.SparseTensorCore, "0.3", "dense", "A: STC uses no zeros in any place; unstructured 0.3 runs as dense, its zeros are data"),
        new(Accelerators.DualSideSparseTensorCore, "C0(2:4)", "unstructured 0.5", "A: DSTC serves no pattern; C0(2:4) runs as unstructured 0.5"),
        new(Accelerators.DualSideSparseTensorCore, "0.3", "unstructured 0.3", null),
        new(Accelerators.HighLight, "C1(4:8)→C0(2:4)", "C1(4:8)→C0(2:4)", null),
        new(Accelerators.S2taTwoPass, "dense", "C0(8:8) in 2 passes", null),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Remarks_OperandA_SayWhatIsNotServed(Accelerator design, string operand, string runsAs, string? remark)
    {
        Densities.OperandDensity a = operand == "dense" ? Dense
            : double.TryParse(operand, System.Globalization.CultureInfo.InvariantCulture, out var density) ? Uniform(density)
            : Hss(operand);
        var evaluation = GemmEvaluation.Run(new GemmRequest(design, new(256, 288, 256), a, Dense) { AllowSwap = false });
        Assert.That(evaluation.A.RunsAs, Is.EqualTo(runsAs));
        Assert.That(evaluation.Remarks, Is.EqualTo(remark is null ? [] : new[] { remark }));
    }

    [Test]
    public void Remarks_OperandsExchanged_AreStillOfTheOperandAsked()
    {
        // HighLight gates zeros anywhere of the operand in B's place.
        var evaluation = GemmEvaluation.Run(new GemmRequest(Accelerators.HighLight, new(512, 1024, 64), Hss("C0(3:9)"), Dense));
        Assert.That(evaluation.IsSwapped, Is.True);
        Assert.That((evaluation.A.RunsAs, evaluation.B.RunsAs), Is.EqualTo(("unstructured 0.3333, zeros gated", "dense")));
        Assert.That(evaluation.Remarks, Has.Length.EqualTo(1));
        Assert.That(evaluation.Remarks[0], Is.EqualTo("A, in the other's place: HighLight serves no pattern; C0(3:9) runs as unstructured 0.3333, zeros gated"));
    }
}
