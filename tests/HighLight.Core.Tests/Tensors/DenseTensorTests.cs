using CsCheck;

namespace HighLight.Tensors;

[TestFixture]
public sealed class DenseTensorTests
{
    private static readonly TensorRank[] Kcrs = [new("K", 2), new("C", 3), new("R", 2), new("S", 2)];

    private static DenseTensor<float> Counting() => DenseTensor<float>.Create(Kcrs, [.. Enumerable.Range(0, 24).Select(i => (float)i)]);

    [Test]
    public void ToMatrix_ConvolutionWeights_PutsChannelsInnermost()
    {
        var matrix = Counting().ToMatrix(["K"], ["R", "S", "C"]);
        Assert.That((matrix.Rows, matrix.Columns), Is.EqualTo((2, 12)));
        // KCRS index = ((k·3 + c)·2 + r)·2 + s: row 0 walks (r,s) slices, C inside.
        Assert.That(matrix.Row(0).ToArray(), Is.EqualTo(new float[] { 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11 }));
    }

    [Test]
    public void Reorder_ThereAndBack_IsTheSame() =>
        Gen.Shuffle(new[] { "K", "C", "R", "S" }).Sample(order =>
        {
            var tensor = Counting();
            var back = tensor.Reorder(order).Reorder("K", "C", "R", "S");
            return back.Values.SequenceEqual(tensor.Values) && back.Ranks.SequenceEqual(tensor.Ranks);
        });

    [Test]
    public void Reorder_AnyOrder_MovesEachValueWithItsCoordinates() =>
        Gen.Select(Gen.Shuffle(new[] { "K", "C", "R", "S" }), Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 1]).Sample((order, k, c, r, s) =>
        {
            var at = new Dictionary<string, int>(StringComparer.Ordinal) { ["K"] = k, ["C"] = c, ["R"] = r, ["S"] = s };
            return Counting().Reorder(order)[[.. order.Select(n => at[n])]] == Counting()[k, c, r, s];
        });

    [TestCase("K", "C", "R", "R")]
    [TestCase("K", "C", "R", "X")]
    public void Reorder_NoPermutation_Throws(params string[] names) => Assert.That(() => Counting().Reorder(names), Throws.ArgumentException);

    [Test]
    public void Create_SeveralProblems_NamesAll() =>
        Assert.That(
            () => DenseTensor<float>.Create([new("K", 2), new("K", -1), new("", 2)], [1f]),
            Throws.ArgumentException.With.Message.Contains("occurs 2 times").And.Message.Contains("negative").And.Message.Contains("no name").And.Message.Contains("1 are given"));

    [Test]
    public void Indexer_OutsideTheShape_Throws()
    {
        Assert.That(() => Counting()[0, 3, 0, 0], Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("0..2"));
        Assert.That(() => Counting()[0, 0], Throws.ArgumentException);
    }

    [Test]
    public void ToMatrix_EmptyTensorOfTooManyRows_Throws()
    {
        var tensor = DenseTensor<float>.Create([new("A", 50_000), new("B", 50_000), new("Z", 0)], []);
        Assert.That(() => tensor.ToMatrix(["A", "B"], ["Z"]), Throws.ArgumentException.With.Message.Contains("flatten to 2500000000"));
        Assert.That(tensor.ToMatrix(["A", "Z"], ["B"]).ToString(), Is.EqualTo("Single 0×50000"));
    }

    [Test]
    public void Shape_UnknownRank_ListsTheKnown() => Assert.That(() => Counting().Shape("N"), Throws.ArgumentException.With.Message.Contains("K, C, R, S"));
}
