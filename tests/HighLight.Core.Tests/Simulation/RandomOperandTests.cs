using HighLight.Evaluation.Densities;
using HighLight.Pruning;
using HighLight.Sparsity;

namespace HighLight.Simulation;

[TestFixture]
public sealed class RandomOperandTests
{
    [Test]
    public void Create_SameSeed_IsTheSame()
    {
        var (first, again, other) = (Dense(1), Dense(1), Dense(2));
        Assert.That((first.BitwiseEquals(again), first.BitwiseEquals(other)), Is.EqualTo((true, false)));
        Assert.That(first.Values.Contains((sbyte)0), Is.False);

        static Tensors.Matrix<sbyte> Dense(int seed) => RandomOperand.Create(20, 30, new DenseOperand(), new Random(seed));
    }

    [TestCase(0, 0)]
    [TestCase(0.25, 2500)]
    [TestCase(1, 10000)]
    public void Create_Density_IsThatOfTheValues(double density, int nonzeros)
    {
        var matrix = RandomOperand.Create(100, 100, new UniformOperand(density), new Random(7));
        Assert.That(matrix.Values.Length - matrix.Values.Count((sbyte)0), Is.EqualTo(nonzeros).Within(density is 0 or 1 ? 0 : 200));
    }

    [Test]
    public void Create_Pattern_IsObeyedByEachRow()
    {
        var pattern = HssPattern.Parse("C1(4:8)→C0(2:4)");
        var matrix = RandomOperand.Create(8, 100, new HssOperand(pattern), new Random(7));
        Assert.That(HssVerifier.FindViolation(matrix, new HssLayout(pattern, 100)), Is.Null);
        Assert.That(
            HssVerifier.FindViolation(RandomOperand.Create(8, 100, new DenseOperand(), new Random(7)), new HssLayout(pattern, 100)),
            Is.Not.Null);
    }

    [Test]
    public void Create_BadArguments_AreRefused()
    {
        Assert.That(() => RandomOperand.Create(0, 1, new DenseOperand(), new Random(1)), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => RandomOperand.Create(1, 0, new DenseOperand(), new Random(1)), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => RandomOperand.Create(1 << 16, 1 << 16, new DenseOperand(), new Random(1)),
            Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
