using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

public class ChannelPrunerTests
{
    [Test]
    public void Prune_InputChannelsByHand_KeepsTheirColumnsInEverySlice()
    {
        // Two slices of three channels. Sums of squares: channel 0: 1 + 1 + 0 + 0; channel 1: 0 + 0 + 4 + 1; channel 2: 0 + 1 + 1 + 1.
        var weights = Matrix<float>.Create(2, 6, [1, 0, 0, 1, 0, -1, 0, -2, 1, 0, 1, 1]);

        var mask = new ChannelPruner(new Fraction(2, 3)).Prune(weights, 3);

        Assert.That(mask.KeptColumns(0), Is.EqualTo(new[] { 1, 2, 4, 5 }));
        Assert.That(mask.KeptColumns(1), Is.EqualTo(mask.KeptColumns(0)));
    }

    [Test]
    public void Prune_OutputChannelsByHand_KeepsWholeRowsTheFirstOfEquals()
    {
        var mask = new ChannelPruner(0.5, ChannelAxis.Output).Prune(Matrix<float>.Create(4, 2, [1, 0, 2, 0, 0, -2, 0, 2]));

        Assert.That(mask, Is.EqualTo(Mask.Create(4, 2, (row, _) => row is 1 or 2)));
    }

    [Test]
    public void Prune_WithoutSlices_TakesEachColumnForAChannel() =>
        Assert.That(new ChannelPruner(0.5).Prune(Matrix<float>.Create(2, 4, [1, 0, 3, 1, 1, 0, 0, -1])).KeptColumns(1), Is.EqualTo(new[] { 0, 2 }));

    [Test]
    public void Prune_Any_KeepsTheRoundedNumberOfWholeChannels() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 16]).SelectMany((channels, slices, rows, n) =>
            Any.Weight.Array[channels * slices * rows].Select(values => (channels, n, Matrix<float>.Create(rows, slices * channels, values)))).Sample((channels, n, weights) =>
        {
            var mask = new ChannelPruner(new Fraction(n, 16)).Prune(weights, channels);
            var kept = Enumerable.Range(0, channels).Where(channel => mask[0, channel]).ToArray();
            Assert.That(kept, Has.Length.EqualTo(((2 * n * channels) + 16) / 32));
            Assert.That(mask, Is.EqualTo(Mask.Create(weights.Rows, weights.Columns, (_, column) => kept.Contains(column % channels))));
        });

    [TestCase(0, 3)]
    [TestCase(3, 0)]
    public void Prune_EmptyMatrix_GivesAnEmptyMask(int rows, int columns)
    {
        var weights = Matrix<float>.Create(rows, columns, []);
        Assert.That(new ChannelPruner(0.5).Prune(weights).Count, Is.Zero);
        Assert.That(new ChannelPruner(0.5, ChannelAxis.Output).Prune(weights).Count, Is.Zero);
    }

    [Test]
    public void Prune_SliceThatDoesNotDivideTheColumns_Throws() =>
        Assert.That(
            () => new ChannelPruner(0.5).Prune(Matrix<float>.Create(1, 6, new float[6]), 4),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("divide the 6 columns"));

    [Test]
    public void Constructor_BadSettings_ListsAll() =>
        Assert.That(
            () => new ChannelPruner(-0.5, (ChannelAxis)7),
            Throws.ArgumentException.With.Message.Contains("-1/2 is not in 0..1").And.Message.Contains("axis 7"));

    [Test]
    public void Name_Axes_Differ()
    {
        Assert.That(new ChannelPruner(0.25).ToString(), Is.EqualTo("input channel 1/4"));
        Assert.That(new ChannelPruner(0.25, ChannelAxis.Output).Name, Is.EqualTo("output channel 1/4"));
    }
}
