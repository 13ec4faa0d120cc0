using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;

namespace HighLight.Evaluation;

/// <summary>Both operands skipped by structure: only where B keeps or drops whole groups of A.</summary>
[TestFixture]
public sealed class DualSkippingTests
{
    private static readonly OperandSupport OneRank = Skipping("C0(2:4)");

    [Test]
    public void Evaluator_BothSkipOnTheSameRank_RefusesAndNamesBoth()
    {
        var design = Accelerators.SparseTensorCore with { A = OneRank, B = OneRank };
        Assert.That(
            () => Prepare(design, "C0(2:4)", "C0(2:4)"),
            Throws.TypeOf<UnsupportedOperandException>().With.Message.Contains("blocks of 4 values").And.Message.Contains("Gate"));
    }

    [TestCase("C1(2:4)→C0(4:4)", true)]
    [TestCase("C1(2:4)→C0(2:2)", false)]
    [TestCase("C1(2:4)→C0(8:8)", true)]
    [TestCase("C2(1:2)→C1(2:2)→C0(2:2)", true)]
    [TestCase("C2(1:2)→C1(3:3)→C0(2:2)", false)]
    public void Evaluator_BKeepsWholeBlocks_OfGroupsOfAAlone(string b, bool runs)
    {
        var design = Accelerators.SparseTensorCore with { A = OneRank, B = Skipping(b) };
        Assert.That(() => Prepare(design, "C0(2:4)", b), runs ? Throws.Nothing : Throws.TypeOf<UnsupportedOperandException>());
    }

    [Test]
    public void Evaluator_OneOfThemDenseOrGated_Runs()
    {
        var design = Accelerators.SparseTensorCore with { A = OneRank, B = OneRank };
        Assert.That(() => new Evaluator(design, TechnologyTable.Default, Hss("C0(2:4)"), new DenseOperand()), Throws.Nothing);
        var gated = design with { B = OneRank with { StructuredZeros = ZeroAction.Gate } };
        Assert.That(() => Prepare(gated, "C0(2:4)", "C0(2:4)"), Throws.Nothing);
    }

    [TestCase("C0(7:25)", 7)]
    [TestCase("C0(14:25)", 14)]
    [TestCase("C0(25:25)", 25)]
    public void CyclesPerStep_BlocksOf25_AreTheValuesThatABlockKeeps(string b, int cycles)
    {
        // ⌈25 · 0.28⌉ in floating point is 8, and ⌈25 · 0.56⌉ is 15.
        var design = Accelerators.S2ta with
        {
            A = Accelerators.S2ta.A with { Families = [HssFamily.Parse("C0({G≤4}:25)")] },
            B = Accelerators.S2ta.B with { Families = [HssFamily.Parse("C0({G≤25}:25)")] },
            Skipping = new SkippingScheme.TimeUnrolled(25, AlsoA: false),
        };
        Assert.That(Prepare(design, "C0(4:25)", b).CyclesPerStep, Is.EqualTo(cycles));
    }

    [Test]
    public void CyclesPerStep_AlmostNoNonzeros_IsOne() => Assert.That(
        new Evaluator(Accelerators.S2ta, TechnologyTable.Default, Hss("C0(4:8)"), new UniformOperand(3e-23)).CyclesPerStep, Is.EqualTo(1));

    private static OperandSupport Skipping(string family) => new()
    {
        Families = [HssFamily.Parse(family)],
        StructuredZeros = ZeroAction.Skip,
        StructuredFormat = CompressionKind.Offsets,
    };

    private static Evaluator Prepare(Accelerator design, string a, string b) => new(design, TechnologyTable.Default, Hss(a), Hss(b));

    private static HssOperand Hss(string pattern) => new(HssPattern.Parse(pattern));
}
