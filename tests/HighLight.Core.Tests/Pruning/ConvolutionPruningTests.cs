using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

public class ConvolutionPruningTests
{
    private static readonly HssPruner _twoOfFour = new(HssPattern.Parse("2:4"));

    [Test]
    public void PruneTensor_Kcrs_PrunesAlongInputChannels()
    {
        // One filter, four channels, two kernel columns: 1:2 compares channels 0 with 1 and 2 with 3 at each s.
        var weights = Tensor(("K", 1), ("C", 4), ("R", 1), ("S", 2), [1, 8, 2, 7, 3, 6, 4, 5]);

        var pruned = new HssPruner(HssPattern.Parse("1:2")).PruneTensor(weights);

        // s = 0: 1 2 3 4 → 2 and 4; s = 1: 8 7 6 5 → 8 and 6.
        Assert.That(pruned.Weights.Values.ToArray(), Is.EqualTo(new float[] { 0, 8, 2, 0, 0, 6, 4, 0 }));
        Assert.That(pruned.Weights.Ranks, Is.EqualTo(weights.Ranks));
        Assert.That(pruned.Mask.KeptColumns(0), Is.EqualTo(new[] { 1, 3, 4, 6 }));
        Assert.That(pruned.SegmentLength, Is.EqualTo(4));
    }

    [Test]
    public void PruneTensor_ChannelsNoMultipleOfH_DoesNotStraddleKernelPositions()
    {
        // Three channels, two kernel positions: 1:2 has the tail {2} in each slice; straddling pairs channel 2 with channel 0 of the next.
        var weights = Tensor(("K", 1), ("C", 3), ("R", 1), ("S", 2), [1, 1, 1, 1, 9, 1]);
        var pruner = new HssPruner(HssPattern.Parse("1:2"));

        Assert.That(pruner.PruneTensor(weights).Mask.KeptColumns(0), Is.EqualTo(new[] { 0, 2, 3, 5 }));
        Assert.That(pruner.PruneTensor(weights, ["K"], ["R", "S", "C"], groupsMayStraddle: true).Mask.KeptColumns(0), Is.EqualTo(new[] { 0, 2, 4 }));
    }

    [Test]
    public void PruneTensor_AnyPrunerAnyOrder_MatchesTheMaskElementByElement()
    {
        var pruners = new IPruner[]
        {
            _twoOfFour, new HssPruner(HssPattern.Parse("1:2→1:3"), TailPolicy.Dense), new UnstructuredPruner(0.4), new ChannelPruner(0.5),
            new ChannelPruner(0.5, ChannelAxis.Output), new BlockPruner(2, 2, 0.5),
        };
        Gen.Select(Gen.OneOf(pruners), Gen.Shuffle(new[] { "K", "C", "R", "S" }), Gen.Int[1, 5].Array[4])
            .SelectMany((pruner, names, shapes) => Any.Weight.Array[shapes.Aggregate((a, b) => a * b)].Select(values =>
                (pruner, weights: DenseTensor<float>.Create(names.Zip(shapes, (n, s) => new TensorRank(n, s)).ToArray(), values))))
            .Sample((pruner, weights) =>
            {
                var pruned = pruner.PruneTensor(weights);
                Assert.That(pruned.Weights.Ranks, Is.EqualTo(weights.Ranks));
                var (before, after) = (weights.Reorder("K", "R", "S", "C"), pruned.Weights.Reorder("K", "R", "S", "C"));
                var (s, c) = (weights.Shape("S"), weights.Shape("C"));
                for (var k = 0; k < weights.Shape("K"); k++)
                {
                    for (var column = 0; column < weights.Shape("R") * s * c; column++)
                    {
                        int[] at = [k, column / (s * c), column / c % s, column % c];
                        Assert.That(after[at], Is.EqualTo(pruned.Mask[k, column] ? before[at] : 0));
                    }
                }
            });
    }

    [Test]
    public void PruneTensor_Channel_RemovesAnInputChannelFromEveryFilterAndPosition()
    {
        var weights = DenseTensor<float>.Create([new("K", 2), new("C", 2), new("R", 2), new("S", 2)], Enumerable.Range(0, 16).Select(i => i % 8 < 4 ? 1f : 2f).ToArray());

        var pruned = new ChannelPruner(0.5).PruneTensor(weights).Weights;

        Assert.That(pruned.Values.ToArray(), Is.EqualTo(Enumerable.Range(0, 16).Select(i => i % 8 < 4 ? 0f : 2f)));
    }

    [Test]
    public void PruneTensor_OtherRanks_AcceptsTheirNames()
    {
        // A matrix product's weights stored K×N: rows are outputs N.
        var weights = DenseTensor<float>.Create([new("In", 4), new("Out", 2)], [1, 4, 2, 3, 3, 2, 4, 1]);

        var pruned = _twoOfFour.PruneTensor(weights, ["Out"], ["In"]);

        Assert.That(pruned.Weights.Values.ToArray(), Is.EqualTo(new float[] { 0, 4, 0, 3, 3, 0, 4, 0 }));
    }

    [Test]
    public void PruneTensor_NoInputChannels_GivesAnEmptyMask() =>
        Assert.That(_twoOfFour.PruneTensor(Tensor(("K", 2), ("C", 0), ("R", 3), ("S", 3), [])).Mask.Count, Is.Zero);

    [Test]
    public void PruneTensor_OneInputChannel_KeepsAll() =>
        Assert.That(_twoOfFour.PruneTensor(Tensor(("K", 2), ("C", 1), ("R", 1), ("S", 2), [1, 2, 3, 4])).Mask, Is.EqualTo(Mask.All(2, 2)));

    [Test]
    public void PruneTensor_NamesThatAreNotItsRanks_Throws() =>
        Assert.That(
            () => _twoOfFour.PruneTensor(DenseTensor<float>.Create([new("M", 1), new("K", 1)], [1])),
            Throws.ArgumentException.With.Message.Contains("does not name each rank"));

    [Test]
    public void PruneTensor_TailUnderReject_Throws() =>
        Assert.That(
            () => new HssPruner(HssPattern.Parse("2:4"), TailPolicy.Reject).PruneTensor(Tensor(("K", 1), ("C", 3), ("R", 2), ("S", 2), new float[12])),
            Throws.ArgumentException.With.Message.Contains("Segments of 3"));

    private static DenseTensor<float> Tensor((string, int) a, (string, int) b, (string, int) c, (string, int) d, float[] values) =>
        DenseTensor<float>.Create(new[] { a, b, c, d }.Select(r => new TensorRank(r.Item1, r.Item2)).ToArray(), values);
}
