using CsCheck;

namespace HighLight.Tensors;

public class MatrixToTensorTests
{
    [Test]
    public void ToTensor_OfToMatrix_GivesTheTensorBack() =>
        Gen.Int[0, 4].Array[4].SelectMany(shapes => Any.FloatBits.Array[shapes.Aggregate((a, b) => a * b)].Select(values => (shapes, values))).Sample((shapes, values) =>
        {
            TensorRank[] ranks = [new("K", shapes[0]), new("C", shapes[1]), new("R", shapes[2]), new("S", shapes[3])];
            var tensor = DenseTensor<float>.Create(ranks, values);
            var back = tensor.ToMatrix(["K"], ["R", "S", "C"]).ToTensor([ranks[0]], [ranks[2], ranks[3], ranks[1]]).Reorder("K", "C", "R", "S");
            Assert.That(back.Ranks, Is.EqualTo(tensor.Ranks));
            Assert.That(back.Values.ToArray().Select(BitConverter.SingleToInt32Bits), Is.EqualTo(values.Select(BitConverter.SingleToInt32Bits)));
        });

    [Test]
    public void ToTensor_ShapesThatDoNotMultiply_NamesThem() =>
        Assert.That(
            () => Matrix<float>.Create(2, 3, new float[6]).ToTensor([new("K", 2)], [new("C", 2)]),
            Throws.ArgumentException.With.Message.Contains("[K:2] × [C:2] do not multiply to 2 rows × 3 columns"));

    // The product fits the number of values, but not row by row.
    [Test]
    public void ToTensor_RowsAndColumnsMixedUp_Throws() =>
        Assert.That(() => Matrix<float>.Create(2, 3, new float[6]).ToTensor([new("K", 3)], [new("C", 2)]), Throws.ArgumentException);

    [Test]
    public void ToTensor_RepeatedName_Throws() =>
        Assert.That(() => Matrix<float>.Create(2, 3, new float[6]).ToTensor([new("K", 2)], [new("K", 3)]), Throws.ArgumentException);
}
