using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

public class MaskTests
{
    private static readonly Gen<Mask> _any =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 200]).SelectMany((rows, columns) =>
            Gen.Bool.Array[rows * columns].Select(kept => Mask.Create(rows, columns, (row, column) => kept[(row * columns) + column])));

    // Word boundaries on both sides.
    [TestCase(1)]
    [TestCase(63)]
    [TestCase(64)]
    [TestCase(65)]
    [TestCase(128)]
    [TestCase(129)]
    public void All_AnyWidth_KeepsEveryPositionAndNoBitBehindThem(int columns)
    {
        var mask = Mask.All(3, columns);

        Assert.That(mask.Count, Is.EqualTo(3L * columns));
        Assert.That(mask.Density, Is.EqualTo(Fraction.One));
        Assert.That(mask, Is.EqualTo(Mask.Create(3, columns, (_, _) => true)));
        Assert.That(mask[2, columns - 1], Is.True);
    }

    [Test]
    public void RowAccess_Any_AgreesWithTheIndexer() =>
        _any.Sample(mask =>
        {
            long count = 0;
            for (var row = 0; row < mask.Rows; row++)
            {
                var kept = Enumerable.Range(0, mask.Columns).Where(column => mask[row, column]).ToArray();
                Assert.That(mask.KeptColumns(row), Is.EqualTo(kept));
                Assert.That(mask.CountInRow(row), Is.EqualTo(kept.Length));
                foreach (var column in kept)
                {
                    Assert.That(mask.Row(row)[column / 64] >> (column % 64) & 1, Is.EqualTo(1));
                }

                count += kept.Length;
            }

            Assert.That(mask.Count, Is.EqualTo(count));
        });

    [Test]
    public void Density_SixOfSixteen_IsExact() =>
        Assert.That(Mask.Create(2, 8, (_, column) => column < 3).Density, Is.EqualTo(new Fraction(3, 8)));

    [Test]
    public void Density_WithoutPositions_IsOne() => Assert.That(Mask.All(0, 5).Density, Is.EqualTo(Fraction.One));

    [Test]
    public void Apply_AnyBits_KeepsTheBitsOfKeptValuesAndClearsTheRest() =>
        Any.Matrix(Any.FloatBits, maxColumns: 140).SelectMany(m => Gen.Bool.Array[m.Values.Length].Select(kept => (m, kept))).Sample((m, kept) =>
        {
            var pruned = Mask.Create(m.Rows, m.Columns, (row, column) => kept[(row * m.Columns) + column]).Apply(m);
            var expected = Matrix<float>.Create(m.Rows, m.Columns, (row, column) => kept[(row * m.Columns) + column] ? m[row, column] : 0f);
            return pruned.BitwiseEquals(expected);
        });

    [Test]
    public void FromNonzeros_SpecialValues_CountsNaNButNoZero()
    {
        var mask = Mask.FromNonzeros(Matrix<float>.Create(1, 6, [0, -0f, float.NaN, float.Epsilon, float.NegativeInfinity, 1]));

        Assert.That(mask.KeptColumns(0), Is.EqualTo(new[] { 2, 3, 4, 5 }));
        Assert.That(Mask.FromNonzeros(Matrix<sbyte>.Create(1, 3, [0, -1, 1])).KeptColumns(0), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void And_Any_KeepsWhatBothKeep() =>
        Gen.Select(Gen.Bool.Array[2 * 70], Gen.Bool.Array[2 * 70]).Sample((a, b) =>
            Of(a).And(Of(b)).Equals(Of([.. a.Zip(b, (x, y) => x && y)])));

    [Test]
    public void Equals_OneBitOrTheShapeDiffers_IsFalse()
    {
        var mask = Mask.Create(2, 8, (row, column) => row == column);

        Assert.That(mask, Is.EqualTo(Mask.Create(2, 8, (row, column) => row == column)));
        Assert.That(mask.GetHashCode(), Is.EqualTo(Mask.Create(2, 8, (row, column) => row == column).GetHashCode()));
        Assert.That(mask, Is.Not.EqualTo(Mask.Create(2, 8, (row, column) => row == column || column == 7)));
        Assert.That(Mask.Create(2, 3, (_, _) => false), Is.Not.EqualTo(Mask.Create(2, 4, (_, _) => false)));
    }

    [Test]
    public void Apply_OtherShape_NamesBoth() =>
        Assert.That(() => Mask.All(2, 3).Apply(Matrix<float>.Create(3, 2, new float[6])), Throws.ArgumentException.With.Message.Contains("2×3 mask does not fit a 3×2"));

    [Test]
    public void And_OtherShape_Throws() => Assert.That(() => Mask.All(2, 3).And(Mask.All(3, 3)), Throws.ArgumentException);

    [TestCase(-1, 3)]
    [TestCase(3, -1)]
    [TestCase(int.MaxValue, int.MaxValue)]
    public void All_ImpossibleShape_Throws(int rows, int columns) =>
        Assert.That(() => Mask.All(rows, columns), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Indexer_OutsideThePositions_Throws()
    {
        var mask = Mask.All(2, 3);
        Assert.That(() => mask[2, 0], Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => mask[0, 3], Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => mask[0, -1], Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void ToString_Mask_GivesShapeCountAndDensity() =>
        Assert.That(Mask.Create(2, 8, (_, column) => column < 3).ToString(), Is.EqualTo("2×8 mask, 6 kept (3/8)"));

    private static Mask Of(bool[] kept) => Mask.Create(2, 70, (row, column) => kept[(row * 70) + column]);
}
