using HighLight.Hardware.Designs;
using HighLight.Workloads;

namespace HighLight.Evaluation.Levels;

/// <summary>The mapper for designs with a level between DRAM and the global buffer.</summary>
[TestFixture]
public sealed class HierarchySearchTests
{
    private static readonly Gemm[] s_gemms = [new(1024, 1024, 1024), new(2048, 2048, 2048), new(3000, 700, 129), new(64, 4608, 3136), new(1, 1, 1)];

    [TestCaseSource(nameof(s_gemms))]
    public void Best_AThirdLevel_CanBeAndIsTheSameAgain(Gemm gemm)
    {
        var evaluator = LevelDesigns.Prepare(LevelDesigns.TensorCore);
        var best = Mapper.Best(evaluator, gemm);
        Assert.That(evaluator.ProblemOf(gemm, best.Mapping), Is.Null);
        Assert.That(evaluator.Evaluate(gemm, best.Mapping), Is.EqualTo(best));
        Assert.That(Mapper.Best(evaluator, gemm).Mapping, Is.EqualTo(best.Mapping));
    }

    [Test]
    public void Best_AThirdLevel_SavesDramAndNoMoreThanAllOfIt()
    {
        var gemm = new Gemm(2048, 2048, 2048);
        var two = Mapper.Best(LevelDesigns.Prepare(Accelerators.TensorCore), gemm);
        var three = Mapper.Best(LevelDesigns.Prepare(LevelDesigns.TensorCore), gemm);
        Assert.That(three.Energy.Dram, Is.LessThan(two.Energy.Dram));
        Assert.That(three.Counts.DramReadWordsA, Is.AtLeast(2048.0 * 2048));
        Assert.That(three.EdpPjCycles, Is.LessThan(two.EdpPjCycles));
    }

    [Test]
    public void Best_Constraints_HoldForTheBufferAndOrdersForEveryLevel()
    {
        var evaluator = LevelDesigns.Prepare(LevelDesigns.TensorCore);
        var mapping = Mapper.Best(evaluator, new(1024, 1024, 1024), Objective.Edp, MappingConstraints.Parse("no spill, N <= 64, N outer")).Mapping;
        Assert.That((mapping.SpillsZ, mapping.Order, mapping.OuterTiles[0].Order), Is.EqualTo((false, DramLoopOrder.NOuter, DramLoopOrder.NOuter)));
        Assert.That(mapping.TileN, Is.AtMost(64));
    }

    [Test]
    public void Best_NothingFits_SaysSo() => Assert.That(
        () => Mapper.Best(
            LevelDesigns.Prepare(LevelDesigns.TensorCore), new(1, int.MaxValue, 1), Objective.Edp, MappingConstraints.Parse("K whole")),
        Throws.TypeOf<MappingException>());

    [Test]
    public void Best_AgainstRandomNests_IsNeverMoreThanAFewPerCentWorse([Values(Objective.Edp, Objective.Energy, Objective.Cycles)] Objective objective)
    {
        var random = new Random(7);
        var evaluator = LevelDesigns.Prepare(LevelDesigns.TensorCore);
        foreach (var gemm in s_gemms)
        {
            var best = Mapper.Cost(Mapper.Best(evaluator, gemm, objective), objective);
            for (var i = 0; i < 2000; i++)
            {
                var mapping = Nest(random, gemm);
                mapping = mapping with { SpillsZ = evaluator.SpillsSums(gemm, mapping) };
                if (evaluator.ProblemOf(gemm, mapping) is null)
                {
                    var cost = Mapper.Cost(evaluator.Evaluate(gemm, mapping), objective);
                    Assert.That(best, Is.AtMost(1.03 * cost), $"{gemm}: {mapping}");
                }
            }
        }
    }

    private static Mapping Nest(Random random, Gemm gemm)
    {
        int m = Size(gemm.M), k = Size(gemm.K), n = Size(gemm.N);
        var outer = new LevelTile(Multiple(m, gemm.M), Multiple(k, gemm.K), Multiple(n, gemm.N), (DramLoopOrder)random.Next(6));
        return new(m, k, n, (DramLoopOrder)random.Next(6)) { OuterTiles = new([outer]) };

        int Size(int all) => random.Next(4) == 0 ? all : (int)Math.Ceiling(Math.Pow(all, random.NextDouble()));
        int Multiple(int tile, int all) => random.Next(3) == 0 ? all : (int)Math.Min(all, (long)tile * random.Next(1, 9)) is var size && size < all ? size : all;
    }
}
