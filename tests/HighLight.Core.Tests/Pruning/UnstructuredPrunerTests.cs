using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

public class UnstructuredPrunerTests
{
    private static readonly Matrix<float> _byHand = Matrix<float>.Create(2, 3, [5, -4, 3, 2, -2, 2]);

    [Test]
    public void Prune_GlobalByHand_KeepsTheLargestOfAll() =>
        Assert.That(Columns(new UnstructuredPruner(0.5).Prune(_byHand)), Is.EqualTo("0,1,2|"));

    [Test]
    public void Prune_PerRowByHand_KeepsTheLargestOfEachAndTheFirstOfEquals() =>
        Assert.That(Columns(new UnstructuredPruner(new Fraction(2, 3), UnstructuredScope.PerRow).Prune(_byHand)), Is.EqualTo("0,1|0,1"));

    [Test]
    public void Prune_GlobalTies_KeepsTheFirstInRowMajorOrder() =>
        Assert.That(Columns(new UnstructuredPruner(new Fraction(2, 3)).Prune(_byHand)), Is.EqualTo("0,1,2|0"));

    // Halves round up, exactly: .15 as a double is a little less than 3/20, but reads as 3/20.
    [TestCase(0.14, 1)]
    [TestCase(0.15, 2)]
    [TestCase(0.25, 3)]
    [TestCase(0, 0)]
    [TestCase(0.04, 0)]
    [TestCase(1, 10)]
    public void Prune_TenWeights_KeepsTheRoundedNumber(double density, int kept) =>
        Assert.That(new UnstructuredPruner(density).Prune(Matrix<float>.Create(2, 5, (row, column) => row + column)).Count, Is.EqualTo(kept));

    [Test]
    public void Prune_Any_KeepsRoundedDensityTimesNumber() =>
        Gen.Select(Any.Matrix(Any.Weight), Gen.Int[0, 64], Gen.OneOf(UnstructuredScope.Global, UnstructuredScope.PerRow)).Sample((weights, n, scope) =>
        {
            var mask = new UnstructuredPruner(new Fraction(n, 64), scope).Prune(weights);
            if (scope == UnstructuredScope.Global)
            {
                Assert.That(mask.Count, Is.EqualTo(((2 * n * weights.Values.Length) + 64) / 128));
                return;
            }

            for (var row = 0; row < weights.Rows; row++)
            {
                Assert.That(mask.CountInRow(row), Is.EqualTo(((2 * n * weights.Columns) + 64) / 128));
            }
        });

    [Test]
    public void Prune_Any_DropsNothingLargerThanWhatItKeeps() =>
        Gen.Select(Any.Matrix(Any.Weight), Gen.Int[0, 64]).Sample((weights, n) =>
        {
            var mask = new UnstructuredPruner(new Fraction(n, 64)).Prune(weights);
            var all = Enumerable.Range(0, weights.Values.Length).ToLookup(i => mask[i / weights.Columns, i % weights.Columns], i => Math.Abs(weights[i / weights.Columns, i % weights.Columns]));
            return !all[true].Any() || !all[false].Any() || all[true].Min() >= all[false].Max();
        });

    [Test]
    public void Prune_AtTheDensityOfAnHssMask_KeepsAtLeastItsMagnitude() =>
        PruningCase.Any.Sample(c =>
        {
            var hss = c.Mask;
            var unstructured = new UnstructuredPruner(hss.Density).Prune(c.Weights);
            var (better, worse) = (PruningQuality.Measure(c.Weights, unstructured), PruningQuality.Measure(c.Weights, hss));
            Assert.That(unstructured.Count, Is.EqualTo(hss.Count));
            Assert.That(better.KeptL1Share, Is.GreaterThanOrEqualTo(worse.KeptL1Share - 1e-12));
            Assert.That(better.KeptL2Share, Is.GreaterThanOrEqualTo(worse.KeptL2Share - 1e-12));
        });

    [Test]
    public void Constructor_BadSettings_ListsAll() =>
        Assert.That(
            () => new UnstructuredPruner(new Fraction(5, 4), (UnstructuredScope)7),
            Throws.ArgumentException.With.Message.Contains("5/4 is not in 0..1").And.Message.Contains("scope 7"));

    [TestCase(-0.01)]
    [TestCase(1.01)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Constructor_DensityOutsideItsRange_Throws(double density) =>
        Assert.That(() => new UnstructuredPruner(density), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void Prune_NotFinite_Throws() =>
        Assert.That(() => new UnstructuredPruner(0.5).Prune(Matrix<float>.Create(1, 1, [float.NaN])), Throws.ArgumentException);

    [Test]
    public void Name_Scopes_Differ()
    {
        Assert.That(new UnstructuredPruner(0.375).ToString(), Is.EqualTo("unstructured 3/8"));
        Assert.That(new UnstructuredPruner(1, UnstructuredScope.PerRow).Name, Is.EqualTo("unstructured 1 per row"));
    }

    private static string Columns(Mask mask) => string.Join('|', Enumerable.Range(0, mask.Rows).Select(row => string.Join(',', mask.KeptColumns(row))));
}
