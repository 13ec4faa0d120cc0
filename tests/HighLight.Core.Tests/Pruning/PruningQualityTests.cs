using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

public class PruningQualityTests
{
    [Test]
    public void Measure_ByHand_GivesShares()
    {
        // Row 0 keeps 3 of (3, −4); row 1 keeps all of (12, 0). L1: 15/19. L2: √(9 + 144) / √(25 + 144). Worst: row 0 with 3/5.
        var quality = PruningQuality.Measure(Matrix<float>.Create(2, 2, [3, -4, 12, 0]), Mask.Create(2, 2, (row, column) => row == 1 || column == 0));

        Assert.That(quality.Density, Is.EqualTo(new Fraction(3, 4)));
        Assert.That(quality.KeptL1Share, Is.EqualTo(15.0 / 19).Within(1e-15));
        Assert.That(quality.KeptL2Share, Is.EqualTo(Math.Sqrt(153) / 13).Within(1e-15));
        Assert.That(quality.RelativeError, Is.EqualTo(4.0 / 13).Within(1e-15));
        Assert.That(quality.WorstRow, Is.Zero);
        Assert.That(quality.WorstRowKeptL2Share, Is.EqualTo(0.6).Within(1e-15));
        Assert.That(quality.ToString(), Is.EqualTo("density 3/4, kept L1 0.789, kept L2 0.951, error 0.308; worst row 0: kept L2 0.6"));
    }

    [Test]
    public void Measure_AllZeroRow_CountsAsWhole()
    {
        var quality = PruningQuality.Measure(Matrix<float>.Create(2, 2, [0, 0, 1, 1]), Mask.Create(2, 2, (row, _) => row == 1));

        Assert.That(quality, Is.EqualTo(new PruningQuality(new Fraction(1, 2), 1, 1, 0, 0, 1)));
    }

    [Test]
    public void Measure_EqualRows_NamesTheLowestWorst() =>
        Assert.That(PruningQuality.Measure(Matrix<float>.Create(3, 2, [2, 0, 1, 1, 1, 1]), Mask.Create(3, 2, (_, column) => column == 0)).WorstRow, Is.EqualTo(1));

    [Test]
    public void Measure_NothingThere_IsWhole() =>
        Assert.That(PruningQuality.Measure(Matrix<float>.Create(0, 4, []), Mask.All(0, 4)), Is.EqualTo(new PruningQuality(Fraction.One, 1, 1, 0, null, 1)));

    [Test]
    public void Measure_NothingKept_IsZero() =>
        Assert.That(
            PruningQuality.Measure(Matrix<float>.Create(1, 2, [1, 2]), Mask.Create(1, 2, (_, _) => false)),
            Is.EqualTo(new PruningQuality(Fraction.Zero, 0, 0, 1, 0, 0)));

    [Test]
    public void Measure_ExtremeMagnitudes_StaysFinite() =>
        Assert.That(
            PruningQuality.Measure(Matrix<float>.Create(1, 2, [float.MaxValue, float.MaxValue]), Mask.Create(1, 2, (_, column) => column == 0)).KeptL2Share,
            Is.EqualTo(Math.Sqrt(0.5)).Within(1e-15));

    [Test]
    public void Measure_Any_ObeysPythagorasAndBounds() =>
        PruningCase.Any.Sample(c =>
        {
            var quality = PruningQuality.Measure(c.Weights, c.Mask);
            Assert.That((quality.KeptL2Share * quality.KeptL2Share) + (quality.RelativeError * quality.RelativeError), Is.EqualTo(1).Within(1e-12));
            Assert.That(quality.KeptL1Share, Is.InRange(0, 1));
            Assert.That(quality.WorstRowKeptL2Share, Is.LessThanOrEqualTo(quality.KeptL2Share + 1e-12));
        });

    [Test]
    public void Measure_WrongMaskOrNotFinite_Throws()
    {
        Assert.That(() => PruningQuality.Measure(Matrix<float>.Create(1, 2, [1, 2]), Mask.All(2, 1)), Throws.ArgumentException);
        Assert.That(() => PruningQuality.Measure(Matrix<float>.Create(1, 1, [float.NaN]), Mask.All(1, 1)), Throws.ArgumentException);
    }
}
