using HighLight.Hardware.Designs;
using HighLight.Technology;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>Partial sums that leave the register files before they are done.</summary>
[TestFixture]
public sealed class SpillTests
{
    private static readonly Gemm Narrow = new(768, 3072, 128);
    private static readonly Gemm Wide = new(4096, 4096, 2048);

    // Worked by an independent review with its own arithmetic, sums of 24 bits: cycles, and energy in µJ.
    [TestCase("HighLight", 768, 3072, 128, 74e3, 252)]
    [TestCase("HighLight", 4096, 4096, 2048, 8.4e6, 28e3)]
    [TestCase("TC", 4096, 4096, 2048, 33.6e6, 58e3)]
    public void Best_LongReduction_CostsWhatWasWorkedOut(string design, int m, int k, int n, double cycles, double microjoules)
    {
        var evaluator = design == "TC"
            ? new Evaluator(Accelerators.TensorCore, TechnologyTable.Default, Dense, Dense)
            : new Evaluator(Accelerators.HighLight, TechnologyTable.Default, Hss("C1(4:8)→C0(2:4)"), Dense);
        var best = Mapper.Best(evaluator, new(m, k, n), Objective.Edp, MappingConstraints.None);
        Assert.That(best.Cycles, Is.EqualTo(cycles).Within(3).Percent);

        // The review's tiles were chosen by hand: better ones may be found, worse ones may not.
        Assert.That(best.EnergyPj * 1e-6, Is.InRange(0.9 * microjoules, 1.03 * microjoules), best.Mapping.ToString());
        Assert.That(best.Mapping.SpillsZ, Is.True);
    }

    [Test]
    public void Evaluate_KOutermost_WritesSumsOnceAndReadsThemForEachFurtherPart()
    {
        // 3 parts of K over 2 × 2 tiles of Z: 128 × 256 sums are written twice and read twice; then Z itself is written.
        var result = With(Accelerators.TensorCore, new Gemm(128, 300, 256), Dense, Dense, Mapping.Parse("M64 K100 N128, K outer, Z spilled"));
        var outputs = 128.0 * 256;
        Assert.That((result.Counts.DramWriteSums, result.Counts.DramReadSums, result.Counts.DramWriteWords), Is.EqualTo((2 * outputs, 2 * outputs, outputs)));
        Assert.That((result.Counts.DramReadWordsA, result.Counts.DramReadWordsB), Is.EqualTo((128.0 * 300, 2 * 300.0 * 256)));
        Assert.That(result.Bounds.DramWrite, Is.EqualTo(((2 * outputs * 3) + outputs) / Accelerators.TensorCore.Dram.WriteBytesPerCycle));

        // Whole steps of 16 in each part, each reading and writing its sum; and each spilled sum once more.
        Assert.That(result.Counts.AccumulatorReads, Is.EqualTo((outputs * 3 * 7) + (2 * outputs)));
    }

    [TestCase("M64 K100 N128, M outer", 2, 2, false)]
    [TestCase("M64 K100 N128, N outer", 2, 2, false)]
    [TestCase("M64 K100 N128, M outer, N inner", 1, 2, true)]
    [TestCase("M64 K100 N128, N outer, M inner", 2, 1, true)]
    [TestCase("M64 K100 N128, K outer, N inner", 1, 2, true)]
    [TestCase("M64 K100 N128, K outer, M inner", 2, 1, true)]
    [TestCase("M128 K100 N128, M outer, N inner", 1, 1, true)]
    [TestCase("M64 K100 N256, K outer, N inner", 1, 1, true)]
    [TestCase("M64 K300 N128, M outer", 1, 2, false)]
    [TestCase("M64 K300 N128, N outer", 2, 1, false)]
    public void Evaluate_EachOrder_ReadsOperandsAndSpillsAsItsLoopsSay(string text, int readsOfA, int readsOfB, bool spills)
    {
        var (gemm, mapping) = (new Gemm(128, 300, 256), Mapping.Parse(text));
        var evaluator = new Evaluator(Accelerators.TensorCore, TechnologyTable.Default, Dense, Dense);
        Assert.That(evaluator.SpillsSums(gemm, mapping), Is.EqualTo(spills));
        var counts = evaluator.Evaluate(gemm, mapping with { SpillsZ = spills }).Counts;
        Assert.That((counts.DramReadWordsA, counts.DramReadWordsB), Is.EqualTo((readsOfA * 128.0 * 300, readsOfB * 300.0 * 256)));
        Assert.That(counts.DramWriteSums > 0, Is.EqualTo(spills));
    }

    [Test]
    public void Evaluate_SpillThatTheMappingDoesNotSay_IsRefusedWithTheWayOut()
    {
        // K is cut while a tile of Z exceeds the 64 × 128 register tile.
        var mapping = Mapping.Parse("M192 K512 N129, M outer");
        var request = new GemmRequest(Accelerators.SparseTensorCore, new Gemm(440, 2987, 129), Dense, Dense) { Mapping = mapping };
        Assert.That(
            () => GemmEvaluation.Run(request),
            Throws.TypeOf<MappingException>().With.Message.Contains("64×128").And.Message.Contains("'M192 K512 N129, M outer, Z spilled'"));
        var spilled = GemmEvaluation.Run(request with { Mapping = mapping with { SpillsZ = true } }).Result;
        Assert.That(spilled.Counts.DramWriteSums, Is.EqualTo(5.0 * 440 * 129));
        Assert.That(spilled.EdpPjCycles, Is.GreaterThanOrEqualTo(GemmEvaluation.Run(request with { Mapping = null, Constraints = MappingConstraints.None }).Result.EdpPjCycles));
    }

    [TestCase(0, 0, 0)]
    [TestCase(-1, -1, -1)]
    [TestCase(64, 0, 128)]
    public void Evaluate_TileWithoutASize_IsRefused(int m, int k, int n) => Assert.That(
        () => new Evaluator(Accelerators.TensorCore, TechnologyTable.Default, Dense, Dense).Evaluate(Narrow, new Mapping(m, k, n, DramLoopOrder.MOuter)),
        Throws.TypeOf<MappingException>().With.Message.Contains("1 or more"));

    [Test]
    public void Evaluate_DefaultGemm_SaysWhatItIs()
    {
        var evaluator = new Evaluator(Accelerators.TensorCore, TechnologyTable.Default, Dense, Dense);
        Assert.That(() => evaluator.Evaluate(default, Stored), Throws.TypeOf<MappingException>().With.Message.Contains("default(Gemm)"));
        Assert.That(() => Mapper.Best(evaluator, default, Objective.Edp, MappingConstraints.None), Throws.TypeOf<MappingException>().With.Message.Contains("default(Gemm)"));
    }

    [TestCase("K whole, M outer, N inner", 64, 32, 64)]
    [TestCase("K outer, no spill", 64, 32, 64)]
    [TestCase("N outer, no spill", 64, 100_000, 128)]
    [TestCase("K outer, no spill", 64, 100_000, 128)]
    public void Best_OrderThatIsAskedFor_IsFoundWhereTheLoopsAllowIt(string text, int m, int k, int n)
    {
        var constraints = MappingConstraints.Parse(text);
        var gemm = new Gemm(m, k, n);
        var best = Mapper.Best(new Evaluator(Accelerators.TensorCore, TechnologyTable.Default, Dense, Dense), gemm, Objective.Edp, constraints);
        Assert.That(constraints.Allow(gemm, best.Mapping, best.Mapping.SpillsZ), Is.True, best.Mapping.ToString());
    }

    [Test]
    public void Best_Constraints_AreKeptAndCostNoLess()
    {
        var evaluator = new Evaluator(Accelerators.HighLight, TechnologyTable.Default, Hss("C1(4:8)→C0(2:4)"), Dense);
        var free = Mapper.Best(evaluator, Wide, Objective.Edp, MappingConstraints.None);
        foreach (var text in new[] { "no spill", "K whole", "N <= 50", "M outer", "K outer, M inner", "M <= 64, K <= 300", "N outer, M inner, N <= 200" })
        {
            var constraints = MappingConstraints.Parse(text);
            var best = Mapper.Best(evaluator, Wide, Objective.Edp, constraints);
            Assert.That(constraints.Allow(Wide, best.Mapping, best.Mapping.SpillsZ), Is.True, $"{text}: {best.Mapping}");
            Assert.That(best.EdpPjCycles, Is.GreaterThanOrEqualTo(free.EdpPjCycles), text);
        }
    }
}
