using CsCheck;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Hardware.Presets;
using HighLight.Sparsity;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>The VFMU: aligned rows in, a variable number of words out.</summary>
[TestFixture]
public sealed class FetchUnitTests
{
    private const int RowWords = 64;

    private static IEnumerable<HssPattern> Members => Simulate.HighLightFamily.Patterns();

    private static SimulationResult Run(HssPattern a, int k, int n, int? words = null, double density = 1) =>
        Simulator.Run(Simulate.Request(Accelerators.HighLight, 64, k, n, a, null, density)
            with { Parameters = new() { FetchBufferWords = words } });

    private static long Event(SimulationResult result, string action) => result.Counts.Event("VFMU", action);

    /// <summary>Words that a step takes: 2·H1·H0, or 16 where A is dense.</summary>
    private static int StepWords(HssPattern pattern) => pattern.IsDense ? 16 : 2 * pattern[1].H * pattern[0].H;

    [TestCaseSource(nameof(Members))]
    public void SupportedPattern_SmallestBuffer_IsAStepAndARowLessTheirCommonDivisor(HssPattern member)
    {
        var step = StepWords(member);
        var common = Enumerable.Range(1, step).Last(d => step % d == 0 && RowWords % d == 0);
        var smallest = step - common + RowWords;
        var enough = Run(member, 2 * step, 128, smallest);
        Assert.That(
            (Event(enough, "rows fetched again"), enough.Stalls.Total, Event(enough, "most words held")),
            Is.EqualTo((0L, 0L, (long)smallest)));
        Assert.That(Event(enough, "row fetches"), Is.EqualTo(2L * step * 128 / RowWords), "each row once");
        if (smallest == step)
        {
            Assert.That(
                () => Run(member, 2 * step, 128, smallest - 1),
                Throws.TypeOf<UnsupportedDatapathException>().With.Message.Contains("FetchBufferWords"));
            return;
        }

        var tooSmall = Run(member, 2 * step, 128, smallest - 1);
        Assert.That(Event(tooSmall, "rows fetched again") + tooSmall.Stalls.Total, Is.GreaterThan(0));
        Assert.That(tooSmall.Z.BitwiseEquals(enough.Z), Is.True, "slower or not, the words are the same");
    }

    [Test]
    public void SupportedPatterns_LargestOfTheSmallestBuffers_Is112Words() =>
        Assert.That(
            Members.Max(member => Event(Run(member, 2 * StepWords(member), 128), "most words held")),
            Is.EqualTo(112), "4:7→2:4 takes 56 words a step");

    [Test]
    public void AnyShapeAndDensity_TwoRows_NeverStallNorReadARowTwice() =>
        Gen.Select(Simulate.Choice([.. Members]), Gen.Int[1, 300], Gen.Int[1, 200], Gen.Double[0, 1]).Sample(
            (member, k, n, density) =>
            {
                var result = Run(member, k, n, density: density);
                return result.Stalls == Stalls.None && Event(result, "rows fetched again") == 0
                    && Event(result, "most words held") <= (2 * RowWords) - 1
                    && Event(result, "shifts") == result.ArrayCycles;
            },
            iter: 30);

    [Test]
    public void ThirtyWordsAStep_FiveColumns_ByHand()
    {
        // 150 words in rows of 64, 64 and 22: fetched for columns 0 (holds 64), 2 (4 + 64) and 4 (8 + 22).
        var result = Run(HssPattern.Parse("C1(4:5)→C0(2:3)"), 30, 5);
        Assert.That(
            (Event(result, "row fetches"), Event(result, "most words held"), Event(result, "shifts"), result.Counts.BufferReadWordsB),
            Is.EqualTo((3L, 68L, 5L, 150L)));
    }

    [Test]
    public void RowOfWhichExactlyOneWordFitted_IsFetchedAgain()
    {
        // Five columns of three words lie in three rows of five, and the unit holds three words. Row 0 fits up to its third word; behind
        // its
        // other two there is room for one word of row 1, which is read again for three more and once more for the last; row 2 is read
        // twice.
        var design = Accelerators.TensorCore
            with { Array = new(1, 3, 1), ReuseOfB = 1, GlobalBuffer = StorageLevel.GlobalBuffer with { RowBytes = 5, MetadataCapacityBytes = 0 } };
        var result = Simulator.Run(Simulate.Request(design, 1, 3, 5, null, null) with { Parameters = new() { FetchBufferWords = 3 } });
        Assert.That(
            (Event(result, "row fetches"), Event(result, "rows fetched again"), result.Counts.BufferReadWordsB, result.Stalls.Total),
            Is.EqualTo((7L, 4L, 35L, 2L)));
    }

    [Test]
    public void SharedPort_WideSteps_KeepTheArrayWaiting()
    {
        // 64 words of B a step through a port of 42: three cycles for two steps, as the analytical bound says.
        var design = SparseloopPreset.Apply(Accelerators.HighLight);
        var comparison = SimulationComparison.Run(Simulate.Request(design, 64, 512, 128, HssPattern.Parse("C1(4:8)→C0(2:4)"), null));
        var simulation = comparison.Simulation;
        Assert.That(simulation.Stalls[StallCause.BufferPort], Is.EqualTo(simulation.Stalls.Total).And.GreaterThan(0));
        Assert.That((double)simulation.ArrayCycles / simulation.WorkingCycles, Is.EqualTo(64.0 / 42).Within(0.01));
        Assert.That(comparison.AllClaimsHold, Is.True, string.Join('\n', comparison.Rows.Where(row => !row.Holds)));
    }
}
