using CsCheck;
using HighLight.Tensors;

namespace HighLight.Pruning;

public class OutputErrorTests
{
    [Test]
    public void Relative_ByHand_IsTheErrorOfTheProduct()
    {
        // W = (1 2), W′ = (0 2), X = (3 0; 0 4): WX = (3 8), (W − W′)X = (3 0).
        var error = OutputError.Relative(Matrix<float>.Create(1, 2, [1, 2]), Matrix<float>.Create(1, 2, [0, 2]), Matrix<float>.Create(2, 2, [3, 0, 0, 4]));

        Assert.That(error, Is.EqualTo(3 / Math.Sqrt(73)).Within(1e-15));
    }

    [Test]
    public void Relative_Any_AgreesWithThePlainFormula() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 9], Gen.Int[1, 35]).SelectMany((m, k, n) => Gen.Select(Any.Weight.Array[m * k], Any.Weight.Array[m * k], Any.Weight.Array[k * n]).Select((w, v, x) =>
            (Matrix<float>.Create(m, k, w), Matrix<float>.Create(m, k, v), Matrix<float>.Create(k, n, x)))).Sample((w, v, x) =>
        {
            double output = 0, error = 0;
            for (var m = 0; m < w.Rows; m++)
            {
                for (var n = 0; n < x.Columns; n++)
                {
                    double z = 0, difference = 0;
                    for (var k = 0; k < w.Columns; k++)
                    {
                        z += (double)w[m, k] * x[k, n];
                        difference += ((double)w[m, k] - v[m, k]) * x[k, n];
                    }

                    output += z * z;
                    error += difference * difference;
                }
            }

            // Sums that cancel to nothing are nothing up to rounding, and then no ratio means anything.
            if (output > 1e-20)
            {
                Assert.That(OutputError.Relative(w, v, x), Is.EqualTo(Math.Sqrt(error / output)).Within(1e-6).Percent.Or.EqualTo(0).Within(1e-12));
            }
        });

    [Test]
    public void Relative_NothingChanged_IsZero()
    {
        var weights = Matrix<float>.Create(2, 3, [1, 2, 3, 4, 5, 6]);
        Assert.That(OutputError.Relative(weights, weights, Matrix<float>.Create(3, 1, [1, 2, 3])), Is.Zero);
    }

    [Test]
    public void Relative_EverythingDropped_IsOne() =>
        Assert.That(OutputError.Relative(Matrix<float>.Create(1, 2, [1, 2]), Matrix<float>.Create(1, 2, [0, 0]), Matrix<float>.Create(2, 1, [1, 1])), Is.EqualTo(1));

    [Test]
    public void Relative_OutputIsZero_IsZeroOrInfinite()
    {
        var weights = Matrix<float>.Create(1, 2, [1, -1]);
        var activations = Matrix<float>.Create(2, 1, [1, 1]);

        Assert.That(OutputError.Relative(weights, Matrix<float>.Create(1, 2, [1, 0]), activations), Is.EqualTo(double.PositiveInfinity));
        Assert.That(OutputError.Relative(weights, Matrix<float>.Create(1, 2, [2, -2]), activations), Is.Zero);
        Assert.That(OutputError.Relative(weights, weights, Matrix<float>.Create(2, 0, [])), Is.Zero);
    }

    [Test]
    public void Relative_ShapesThatDoNotFit_NamesThem() =>
        Assert.That(
            () => OutputError.Relative(Matrix<float>.Create(1, 2, [1, 2]), Matrix<float>.Create(1, 2, [1, 2]), Matrix<float>.Create(3, 1, [1, 2, 3])),
            Throws.ArgumentException.With.Message.Contains("1×2").And.Message.Contains("3×1"));

    [Test]
    public void Relative_NotFiniteActivations_Throws() =>
        Assert.That(
            () => OutputError.Relative(Matrix<float>.Create(1, 1, [1]), Matrix<float>.Create(1, 1, [1]), Matrix<float>.Create(1, 1, [float.NaN])),
            Throws.ArgumentException.With.Message.Contains("(0, 0) is NaN"));
}
