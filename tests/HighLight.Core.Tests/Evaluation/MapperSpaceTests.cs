using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Workloads;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

/// <summary>The mapper against all mappings of a finer space, and against the choice of the mapper before it.</summary>
[TestFixture]
public sealed class MapperSpaceTests
{
    private const string CountVariable = "HIGHLIGHT_TEST_MAPPER";

    /// <remarks>HIGHLIGHT_TEST_MAPPER=2000 tries more products than the 200 of the promise.</remarks>
    [Test]
    public void Best_RandomProducts_IsAtMostOnePercentWorseThanAFinerSpace()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), out var given) ? given : 200;
        var gaps = new List<double>();
        foreach (var (evaluator, gemm, objective, constraints) in Products(new Random(7), count))
        {
            var best = Mapper.Best(evaluator, gemm, objective, constraints);
            var (finer, mapping) = FinerSpace.Best(evaluator, gemm, objective, constraints);
            var gap = (Mapper.Cost(best, objective) / finer) - 1;
            gaps.Add(gap);
            if (gap > 0.002)
            {
                TestContext.Out.WriteLine(FormattableString.Invariant(
                    $"{gap:P2} {evaluator.Design.Name} {gemm} A {evaluator.A.Operand} B {evaluator.B.Operand} ")
                    + FormattableString.Invariant($"{objective} '{constraints}': {best.Mapping} against {mapping}"));
            }
        }

        TestContext.Out.WriteLine(FormattableString.Invariant(
            $"{gaps.Count} products, worst {gaps.Max():P2}, better than the finer space {gaps.Count(gap => gap < 0)}"));
        Assert.That(gaps.Max(), Is.LessThanOrEqualTo(0.01));
    }

    [Test]
    public void Best_TwoHundredProducts_IsNeverWorseThanTheCoarseSpace()
    {
        foreach (var (evaluator, gemm, objective, constraints) in Products(new Random(11), 200))
        {
            var best = Mapper.Best(evaluator, gemm, objective, constraints);
            Assert.That(
                Mapper.Cost(best, objective),
                Is.LessThanOrEqualTo(CoarseSpace.Best(evaluator, gemm, objective)),
                FormattableString.Invariant($"{evaluator.Design.Name} {gemm} {objective} '{constraints}' {best.Mapping}"));
        }
    }

    /// <remarks>What a search tries last depends on its objective, so that one may come by what another does not.</remarks>
    [Test]
    public void Best_EachObjective_IsAtMostOnePercentWorseAtItsOwnThanTheOthers()
    {
        foreach (var (evaluator, gemm, own, constraints) in Products(new Random(13), 200))
        {
            var best = Mapper.Cost(Mapper.Best(evaluator, gemm, own, constraints), own);
            foreach (var other in Enum.GetValues<Objective>())
            {
                var found = Mapper.Best(evaluator, gemm, other, constraints);
                Assert.That(best, Is.LessThanOrEqualTo(1.01 * Mapper.Cost(found, own)), FormattableString.Invariant(
                    $"{evaluator.Design.Name} {gemm} {own} {found.Mapping}"));
            }
        }
    }

    /// <summary>Products of 1 to 3,000 in each dimension: every design in turn, dense, structured and unstructured operands.</summary>
    private static IEnumerable<(Evaluator Evaluator, Gemm Gemm, Objective Objective, MappingConstraints Constraints)> Products(
        Random random, int count)
    {
        for (var i = 0; i < count;)
        {
            var gemm = new Gemm(Size(), Size(), Size());
            var design = Accelerators.ForNetworks[i % Accelerators.ForNetworks.Length];
            OperandDensity a = random.Next(3) switch
            {
                0 => Dense,
                1 => Hss(PatternFor(design.Name)),
                _ => Uniform(0.3),
            };
            OperandDensity b = random.Next(3) switch
            {
                0 => Dense,
                1 => Hss("C1(2:4)→C0(4:4)"),
                _ => Uniform(0.4),
            };
            var constraints = random.Next(2) == 0 ? MappingConstraints.None : MappingConstraints.NoSpill;
            var objective = (Objective)random.Next(3);
            if (Prepare(design, a, b) is { } evaluator)
            {
                i++;
                yield return (evaluator, gemm, objective, constraints);
            }
        }

        int Size() => random.Next(4) switch
        {
            0 => random.Next(1, 24) * 128,
            1 => (int)Math.Exp(random.NextDouble() * Math.Log(3000)),
            _ => random.Next(400, 3001),
        };
    }

    private static string PatternFor(string design) => design switch
    {
        "HighLight" => "C1(4:8)→C0(2:4)",
        "S2TA two-pass" => "C0(4:8)",
        _ => "C0(2:4)",
    };
}
