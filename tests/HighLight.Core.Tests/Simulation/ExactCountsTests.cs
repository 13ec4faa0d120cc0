using CsCheck;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;

namespace HighLight.Simulation;

/// <summary>Structured A, dense B: what the analytical model says is what the datapath does, to the last action.</summary>
[TestFixture]
public sealed class ExactCountsTests
{
    private static IEnumerable<TestCaseData> Members()
    {
        yield return new TestCaseData(Accelerators.TensorCore, null, null);
        yield return new TestCaseData(Accelerators.SparseTensorCore, null, null);
        yield return new TestCaseData(Accelerators.SparseTensorCore, HssPattern.Parse("C0(2:4)"), null);
        yield return new TestCaseData(Accelerators.SparseTensorCore, HssPattern.Parse("C0(1:4)"), null);
        yield return new TestCaseData(Accelerators.HighLight, null, null);
        yield return new TestCaseData(Accelerators.HighLight, HssPattern.Parse("C0(2:4)"), null);
        foreach (var member in Simulate.HighLightFamily.Patterns())
        {
            yield return new TestCaseData(Accelerators.HighLight, member, null);
        }

        foreach (var a in new[] { null, HssPattern.Parse("C0(2:4)") })
        {
            yield return new TestCaseData(Accelerators.Dsso, a, null);
            foreach (var b in Accelerators.Dsso.B.Families[0].Patterns())
            {
                yield return new TestCaseData(Accelerators.Dsso, a, b);
            }
        }
    }

    [TestCaseSource(nameof(Members))]
    public void AnyShape_StructuredADenseB_EveryCountIsTheAnalyticalOne(Accelerator design, HssPattern? a, HssPattern? b) =>
        Gen.Select(Simulate.Size(64), Simulate.Size(128), Simulate.Size(128), Gen.Int[0, 1000]).Sample(
            (m, k, n, seed) =>
            {
                var comparison = SimulationComparison.Run(Simulate.Request(design, m, k, n, a, b, seed: seed));
                var wrong = comparison.Rows.Where(row => !row.Holds || row.Claim == Claim.Statistical(0.02)).ToArray();
                Assert.That(wrong, Is.Empty, $"{m}×{k}×{n} {comparison.Simulation.Mapping}");
                Assert.That(comparison.ProductIsExact, Is.True);
                Assert.That(comparison.Simulation.Stalls, Is.EqualTo(Stalls.None));
            },
            iter: 8);
}
