using HighLight.Experiments.Quality;
using HighLight.Tensors;

namespace HighLight.Experiments.Tests.Quality;

public class KeptBoundTests
{
    [TestCase(0, 0.0)]
    [TestCase(1, 9 / 14.0)]
    [TestCase(2, 13 / 14.0)]
    [TestCase(3, 1.0)]
    [TestCase(4, 1.0)]
    public void KeptL2Share_ByHand_TakesTheLargestSquaresFirst(int count, double squared) =>
        Assert.That(KeptBound.Of(Matrix<float>.Create(2, 2, [-1, 0, 2, -3])).KeptL2Share(count), Is.EqualTo(Math.Sqrt(squared)).Within(1e-15));

    [Test]
    public void KeptL2Share_AllZero_IsOne() => Assert.That(KeptBound.Of(Matrix<float>.Create(1, 2, [0, 0])).KeptL2Share(0), Is.EqualTo(1));
}
