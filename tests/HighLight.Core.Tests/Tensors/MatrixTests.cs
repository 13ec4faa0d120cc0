using CsCheck;

namespace HighLight.Tensors;

[TestFixture]
public sealed class MatrixTests
{
    [Test]
    public void Transpose_Twice_IsTheSame() => Any.Matrix(Any.FloatBits).Sample(m => m.Transpose().Transpose().BitwiseEquals(m));

    [Test]
    public void Transpose_OneValue_ExchangesCoordinates()
    {
        var matrix = Matrix<int>.Create(2, 3, [1, 2, 3, 4, 5, 6]);
        Assert.That(matrix.Transpose()[2, 1], Is.EqualTo(matrix[1, 2]));
    }

    [Test]
    public void BitwiseEquals_SignOfZero_Differs() =>
        Assert.That(Matrix<float>.Create(1, 1, [0f]).BitwiseEquals(Matrix<float>.Create(1, 1, [-0f])), Is.False);

    [TestCase(2, 2, 3)]
    [TestCase(0, 0, 1)]
    public void Create_WrongNumberOfValues_Throws(int rows, int columns, int count) =>
        Assert.That(() => Matrix<float>.Create(rows, columns, new float[count]), Throws.ArgumentException);

    [Test]
    public void Create_NegativeDimension_Throws() => Assert.That(() => Matrix<float>.Create(-1, 0, []), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Create_MoreValuesThanAnArrayHolds_Throws() =>
        Assert.That(() => Matrix<byte>.Create(50_000, 50_000, (_, _) => 0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(-1, 0, "2 rows")]
    [TestCase(2, 0, "2 rows")]
    [TestCase(0, -1, "3 columns")]
    [TestCase(1, 3, "3 columns")]
    public void Indexer_Outside_SaysWhatThereIs(int row, int column, string expected) =>
        Assert.That(() => Matrix<byte>.Create(2, 3, new byte[6])[row, column], Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains(expected));

    [Test]
    public void Row_Outside_Throws() => Assert.That(() => Matrix<float>.Create(1, 2, [1, 2]).Row(1).ToArray(), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
