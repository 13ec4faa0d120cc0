using CsCheck;
using HighLight.Workloads;

namespace HighLight.Evaluation.Levels;

/// <summary>The counts of every level are those of a walk in plain nested loops.</summary>
[TestFixture]
public sealed class NaiveNestTests
{
    [Test]
    public void Evaluate_AnyLevelsAndTiles_CountsWhatAPlainWalkCounts() =>
        AnyLevels.Any.SelectMany(levels => AnyLevels.Product(levels.Design.Levels.Count - 2).Select(product => (levels, product))).Sample(
            sample =>
            {
                var (levels, (gemm, mapping)) = sample;
                var evaluator = levels.Prepare();
                Assert.That(MappingRules.ProblemOfTiles(evaluator, gemm, mapping), Is.Null);
                var counts = evaluator.Evaluate(gemm, mapping).Counts;
                var naive = new NaiveNest(levels.Design, gemm, mapping, levels.StoredA, levels.StoredB);
                for (var level = 0; level < counts.LevelCount; level++)
                {
                    Same(counts.Level(level), naive.Levels[level], $"{levels.Design.Levels[level]} of {levels.Design}: {gemm}, {mapping}");
                }
            },
            iter: 3000);

    [Test]
    public void Evaluate_SpilledSums_AreReadAndWrittenInTheFilesToo() =>
        AnyLevels.Any.SelectMany(levels => AnyLevels.Product(levels.Design.Levels.Count - 2).Select(product => (levels, product))).Sample(
            sample =>
            {
                var (levels, (gemm, mapping)) = sample;
                var evaluator = levels.Prepare();
                var naive = new NaiveNest(levels.Design, gemm, mapping, levels.StoredA, levels.StoredB);
                var whole = evaluator.Evaluate(gemm, mapping).Counts;
                Assert.That(evaluator.SpillsSums(gemm, mapping), Is.EqualTo(naive.SumsOfFiles > 0));

                // The files move what the array asks for, and each sum that comes back twice more.
                var steps = whole.AccumulatorWrites - naive.SumsOfFiles;
                Assert.That(whole.AccumulatorReads, Is.EqualTo(whole.AccumulatorWrites));
                Assert.That(steps, Is.GreaterThanOrEqualTo(0));
                var unspilled = Unspilled(levels, gemm, mapping);
                Assert.That(steps, Is.EqualTo(unspilled).Within(1e-9).Percent, $"{levels.Design}: {gemm}, {mapping}");
            },
            iter: 300);

    /// <summary>Accesses of the files with the same innermost tiles and K innermost everywhere, in files that hold any tile.</summary>
    private static double Unspilled(AnyLevels levels, Gemm gemm, Mapping mapping)
    {
        var design = levels.Design with
        {
            Levels = [levels.Design.Dram, levels.Design.GlobalBuffer],
            Accumulation = levels.Design.Accumulation with { TileM = 64, TileN = 64 },
        };
        var inner = new Mapping(mapping.TileM, mapping.TileK, mapping.TileN, DramLoopOrder.MOuter);
        return (levels with { Design = design }).Prepare().Evaluate(gemm, inner).Counts.AccumulatorWrites;
    }

    private static void Same(in LevelAccesses counted, NaiveLevel walked, string what)
    {
        var (a, b, bits) = (counted.A, counted.B, counted.ReadMetadataBits - counted.Z.ReadMetadataBits);
        Assert.That(
            new[]
            {
                a.ReadWords, b.ReadWords, a.WriteWords, b.WriteWords, bits, a.WriteMetadataBits + b.WriteMetadataBits,
                counted.SumsRead, counted.SumsWritten,
            },
            Is.EqualTo(new[]
            {
                walked.ReadA, walked.ReadB, walked.FilledA, walked.FilledB, walked.ReadBits, walked.FilledBits, walked.Sums, walked.Sums,
            }).Within(1e-9).Percent,
            $"{what}: A read, B read, A filled, B filled, bits read, bits filled, sums read, sums written");
    }
}
