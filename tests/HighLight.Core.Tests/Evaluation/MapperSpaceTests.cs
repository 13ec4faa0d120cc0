using HighLight.Hardware.Designs;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>The mapper against all mappings of a finer space.</summary>
[TestFixture]
public sealed class MapperSpaceTests
{
    [Test]
    public void Best_RandomProducts_IsAtMostOnePercentWorseThanAFinerSpace()
    {
        var random = new Random(7);
        var count = int.TryParse(Environment.GetEnvironmentVariable("HIGHLIGHT_TEST_MAPPER"), out var given) ? given : 8;
        var worst = 0.0;
        var coarse = double.NegativeInfinity;
        var gaps = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var gemm = new Gemm(Size(), Size(), Size());
            var design = Accelerators.ForNetworks[random.Next(Accelerators.ForNetworks.Length)];
            var a = (OperandDensityKind)random.Next(3) switch
            {
                OperandDensityKind.Dense => (Densities.OperandDensity)Dense,
                OperandDensityKind.Pattern => Hss(design.Name is "HighLight" ? "C1(4:8)→C0(2:4)" : design.Name.StartsWith("S2TA", StringComparison.Ordinal) ? "C0(4:8)" : "C0(2:4)"),
                _ => Uniform(0.3),
            };
            var b = random.Next(2) == 0 ? (Densities.OperandDensity)Dense : Uniform(0.4);
            if (Prepare(design, a, b) is not { } evaluator)
            {
                continue;
            }

            var constraints = random.Next(2) == 0 ? MappingConstraints.None : MappingConstraints.NoSpill;
            var objective = (Objective)random.Next(3);
            var best = Mapper.Best(evaluator, gemm, objective, constraints);
            var (finer, mapping) = FinerSpace.Best(evaluator, gemm, objective, constraints);
            var gap = (Mapper.Cost(best, objective) / finer) - 1;
            gaps.Add(gap);
            worst = Math.Max(worst, gap);
            coarse = Math.Max(coarse, (Mapper.Cost(best, objective) / Mapper.Cost(Mapper.Best(evaluator, gemm, objective), objective)) - 1);
            if (gap > 0.002)
            {
                TestContext.Out.WriteLine(FormattableString.Invariant($"{gap:P2} {design.Name} {gemm} A {a} B {b} {objective} '{constraints}': {best.Mapping} against {mapping}"));
            }
        }

        TestContext.Out.WriteLine(FormattableString.Invariant($"{gaps.Count} products, worst {worst:P2}, better than the finer space {gaps.Count(gap => gap < 0)}, against the coarse space {coarse:P2}"));
        Assert.That(worst, Is.LessThanOrEqualTo(0.01));
        Assert.That(coarse, Is.LessThanOrEqualTo(0), "never worse than the coarse space");

        int Size() => random.Next(4) switch
        {
            0 => random.Next(1, 24) * 128,
            1 => (int)Math.Exp(random.NextDouble() * Math.Log(3000)),
            _ => random.Next(400, 3001),
        };
    }

    private enum OperandDensityKind
    {
        Dense,
        Pattern,
        Unstructured,
    }
}
