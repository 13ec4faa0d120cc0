using CsCheck;
using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Evaluation.Levels;

/// <summary>What a further level must leave as it is, and what goes in must come out.</summary>
[TestFixture]
public sealed class LevelIdentityTests
{
    private static Gen<(AnyLevels Levels, Gemm Gemm, Mapping Mapping)> TwoLevels { get; } =
        Gen.Select(AnyLevels.Any, AnyLevels.Product(0)).Select(
            (levels, product) => (levels with { Design = WithTwo(levels.Design) }, product.Gemm, product.Mapping));

    private static Accelerator WithTwo(Accelerator design) => design with { Levels = [design.Dram, StorageLevel.GlobalBuffer] };

    private static Accelerator Between(Accelerator design, KeptOperands kept) =>
        LevelDesigns.With(design, StorageLevel.GlobalBuffer with { Name = "L2", Keeps = kept });

    private static AccessCounts Run(AnyLevels levels, Gemm gemm, Mapping mapping) => levels.Prepare().Evaluate(gemm, mapping).Counts;

    private static AccessCounts Run(AnyLevels levels, KeptOperands kept, Gemm gemm, Mapping mapping, LevelTile tile) =>
        Run(levels with { Design = Between(levels.Design, kept) }, gemm, mapping with { OuterTiles = new([tile]) });

    [Test]
    public void TileOfTheInnerLevel_MovesWhatDramMoved() => TwoLevels.Sample(
        (levels, gemm, mapping) =>
        {
            var before = Run(levels, gemm, mapping);
            var same = new LevelTile(mapping.TileM, mapping.TileK, mapping.TileN, mapping.Order);
            foreach (var inner in Enum.GetValues<DramLoopOrder>())
            {
                var after = Run(levels, KeptOperands.A | KeptOperands.B, gemm, mapping with { Order = inner }, same);
                Assert.That(after.Level(0), Is.EqualTo(before.Level(0)), $"{levels.Design}: {gemm}, {mapping}");
                Assert.That(after.Level(2), Is.EqualTo(before.Level(1)), "and the inner level nothing else");
                var read = after.Level(1).A.ReadWords + after.Level(1).B.ReadWords;
                Assert.That((after.Level(1).FilledWords, read), Is.EqualTo((before.Buffer.FilledWords, before.Buffer.FilledWords)));
            }
        },
        iter: 200);

    [Test]
    public void LevelThatHoldsEverything_LetsDramReadEachOperandOnce() => TwoLevels.Sample(
        (levels, gemm, mapping) =>
        {
            var before = Run(levels, gemm, mapping);
            var all = new LevelTile(gemm.M, gemm.K, gemm.N, DramLoopOrder.NOuter);
            var after = Run(levels, KeptOperands.All, gemm, mapping, all);
            var parts = Enumerable.Range(0, ((gemm.K - 1) / mapping.TileK) + 1)
                .Select(i => Math.Min(mapping.TileK, gemm.K - (i * mapping.TileK))).ToArray();
            var (groupsOfA, groupsOfB) = (gemm.M * parts.Sum(levels.StoredA.Groups), gemm.N * parts.Sum(levels.StoredB.Groups));
            Assert.That(after.Dram.A.ReadWords, Is.EqualTo(groupsOfA * levels.StoredA.Words).Within(1e-9).Percent);
            Assert.That(after.Dram.B.ReadWords, Is.EqualTo(groupsOfB * levels.StoredB.Words).Within(1e-9).Percent);
            Assert.That((after.Dram.SumsRead, after.Dram.SumsWritten), Is.EqualTo((0.0, 0.0)), "sums stop at the level");
            Assert.That(after.Level(1).SumsRead, Is.EqualTo(before.Dram.SumsRead));
            Assert.That(after.Level(2), Is.EqualTo(before.Level(1)));
        },
        iter: 200);

    [Test]
    public void LevelThatKeepsOtherOperands_LeavesTheRestAsItWas() => TwoLevels.Sample(
        (levels, gemm, mapping) =>
        {
            var before = Run(levels, gemm, mapping);
            var tile = new LevelTile(gemm.M, mapping.TileK, mapping.TileN, DramLoopOrder.NOuterMInner);
            var all = Run(levels, KeptOperands.A | KeptOperands.B, gemm, mapping, tile);
            var onlyA = Run(levels, KeptOperands.A, gemm, mapping, tile);
            Assert.That((onlyA.Level(1).A, onlyA.Dram.A), Is.EqualTo((all.Level(1).A, all.Dram.A)), "A as if B were kept too");
            Assert.That(onlyA.Level(1).B, Is.EqualTo(default(OperandAccesses)));
            Assert.That(onlyA.Dram.B.ReadWords, Is.EqualTo(onlyA.Level(2).B.WriteWords), "B from DRAM");
            Assert.That(onlyA.Level(2), Is.EqualTo(all.Level(2)));
            Assert.That((onlyA.MacsDone, onlyA.RegisterAccesses), Is.EqualTo((before.MacsDone, before.RegisterAccesses)));
        },
        iter: 200);

    [Test]
    public void FillsOfALevel_AreTheReadsOfTheNextThatKeepsTheOperand() =>
        AnyLevels.Any.SelectMany(levels => AnyLevels.Product(levels.Design.Levels.Count - 2).Select(product => (levels, product))).Sample(
            sample =>
            {
                var (levels, (gemm, mapping)) = sample;
                var counts = levels.Prepare(outputDensity: 0.3).Evaluate(gemm, mapping).Counts;
                Conserve(levels.Design, KeptOperands.A, level => counts.Levels[level].A);
                Conserve(levels.Design, KeptOperands.B, level => counts.Levels[level].B);

                // Z leaves each level as it entered it, compressed where outputs are.
                var compresses = levels.Design.CompressesOutput;
                var (words, bits) = ((double)gemm.M * gemm.N * (compresses ? 0.3 : 1), compresses ? (double)gemm.M * gemm.N : 0);
                for (var level = 0; level < counts.LevelCount; level++)
                {
                    var kept = levels.Design.Levels[level].Holds(KeptOperands.Z);
                    var z = kept ? new OperandAccesses(level == 0 ? 0 : words, words, level == 0 ? 0 : bits, bits) : default;
                    Assert.That(counts.Level(level).Z, Is.EqualTo(z));
                }
            },
            iter: 500);

    private static void Conserve(Accelerator design, KeptOperands operand, Func<int, OperandAccesses> of)
    {
        var keep = Enumerable.Range(0, design.Levels.Count).Where(level => design.Levels[level].Holds(operand)).ToArray();
        foreach (var (outer, inner) in keep.Zip(keep.Skip(1)))
        {
            Assert.That((of(outer).ReadWords, of(outer).ReadMetadataBits), Is.EqualTo((of(inner).WriteWords, of(inner).WriteMetadataBits)));
        }

        Assert.That((of(0).WriteWords, of(0).WriteMetadataBits), Is.EqualTo((0.0, 0.0)));
        foreach (var passed in Enumerable.Range(0, design.Levels.Count).Except(keep))
        {
            Assert.That(of(passed), Is.EqualTo(default(OperandAccesses)));
        }
    }
}
