using CsCheck;

namespace HighLight.Workloads;

[TestFixture]
public sealed class InputFootprintTests
{
    private static readonly Convolution Small = Square(size: 4, kernel: 3, padding: 1);

    [TestCase(0, 4, 8, TestName = "the first row of outputs reads two rows: the third is padding")]
    [TestCase(4, 4, 12, TestName = "a row inside reads three rows")]
    [TestCase(0, 16, 16, TestName = "all outputs read the image")]
    [TestCase(0, 1, 4, TestName = "a corner reads 2 by 2")]
    [TestCase(5, 1, 9, TestName = "an inner output reads its window")]
    [TestCase(5, 2, 12, TestName = "two neighbours share two columns")]
    [TestCase(3, 2, 10, TestName = "the end of a row and the start of the next: 2x2 and 3x2 that share nothing")]
    [TestCase(2, 4, 11, TestName = "half a row and half of the next: 2x3 on the right, 3x3 on the left, 2x2 in both")]
    public void OfRun_ThreeByThreeOverFourByFour_ByHand(int start, int length, int positions) =>
        Assert.That(new InputFootprint(Small).OfRun(start, length), Is.EqualTo(positions));

    [Test]
    public void OfTiles_RowsOfFourByFour_CountTheHalo()
    {
        var footprint = new InputFootprint(Small);
        Assert.That(footprint.OfTiles(4), Is.EqualTo((40.0, 12L)));
        Assert.That(footprint.OfTiles(16), Is.EqualTo((16.0, 16L)));
        Assert.That(footprint.OfTiles(100), Is.EqualTo((16.0, 16L)));
    }

    [Test]
    public void Taps_ThreeByThreeOverFourByFour_LeaveOutThePadding() =>
        Assert.That(new InputFootprint(Small).Taps, Is.EqualTo(100), "10 of 12 rows and columns of windows lie in the image");

    [Test]
    public void Positions_OneByOneWithAStrideOfTwo_AreAQuarterOfTheImage()
    {
        var footprint = new InputFootprint(Square(size: 56, kernel: 1, stride: 2) with { InputChannels = 256 });
        Assert.That((footprint.Positions, footprint.Channels, footprint.Taps), Is.EqualTo((28L * 28, 256, 28L * 28)));
        Assert.That(footprint.OfTiles(128).Sum, Is.EqualTo(28 * 28), "windows of one input share nothing");
    }

    [Test]
    public void Positions_Batch_AreThoseOfEveryImage()
    {
        var footprint = new InputFootprint(Small with { Batch = 3 });
        Assert.That((footprint.Positions, footprint.Taps), Is.EqualTo((48L, 300L)));
        Assert.That(footprint.OfRun(12, 8), Is.EqualTo(16), "the last row of one image and the first of the next");
        Assert.That(footprint.OfRun(12, 20), Is.EqualTo(8 + 16), "the last row of one image and all of the next");
    }

    [Test]
    public void OfRun_OutsideTheOutput_Throws()
    {
        var footprint = new InputFootprint(Small);
        Assert.That(() => footprint.OfRun(-1, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => footprint.OfRun(0, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => footprint.OfRun(16, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => footprint.OfRun(1, int.MaxValue), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => footprint.OfTiles(0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void OfRun_AnyGeometry_IsTheSetOfInputsRead() => Gen.Select(AnyConvolution, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((convolution, from, share) =>
    {
        var footprint = new InputFootprint(convolution);
        var start = (int)(from * (footprint.Gemm.N - 1));
        var length = 1 + (int)(share * (footprint.Gemm.N - start - 1));
        return footprint.OfRun(start, length) == Read(convolution, start, length).Distinct().Count();
    });

    [Test]
    public void OfTiles_AnyGeometry_AreTheRunsOfTheTiles() => Gen.Select(AnyConvolution, Gen.Int[1, 60]).Sample((convolution, length) =>
    {
        var footprint = new InputFootprint(convolution);
        var runs = Enumerable.Range(0, ((footprint.Gemm.N - 1) / length) + 1).Select(i => footprint.OfRun(i * length, Math.Min(length, footprint.Gemm.N - (i * length)))).ToArray();
        return footprint.OfTiles(length) == (runs.Sum(), runs.Max());
    });

    [Test]
    public void Taps_AnyGeometry_AreTheReadsThatMissThePadding() => AnyConvolution.Sample(convolution =>
        new InputFootprint(convolution).Taps == Read(convolution, 0, convolution.GroupGemm().N).Count());

    [Test]
    public void OfTiles_HugeOutput_ComesBackSoon()
    {
        var footprint = new InputFootprint(Square(size: 46_000, kernel: 3, padding: 1));
        var (sum, largest) = footprint.OfTiles(128);
        Assert.That(sum, Is.EqualTo(46_000.0 * 46_000 / 128 * 390).Within(1).Percent, "3 rows of 130 each");
        Assert.That(largest, Is.InRange(390, 3 * 132));
    }

    private static Gen<Convolution> AnyConvolution { get; } =
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 3], Gen.Int[0, 3], Gen.Int[1, 3]).Select((height, width, kernel, stride, across, dilation, padding, batch) => new Convolution
        {
            Batch = batch,
            InputChannels = 1,
            InputHeight = height,
            InputWidth = width,
            OutputChannels = 1,
            KernelHeight = kernel,
            KernelWidth = 1 + (kernel * across % 4),
            StrideHeight = stride,
            StrideWidth = across,
            DilationHeight = dilation,
            DilationWidth = 1 + (dilation * stride % 3),
            PadTop = padding,
            PadBottom = padding * across % 3,
            PadLeft = padding * stride % 4,
            PadRight = padding,
        }).Where(convolution => convolution.Problems().Count == 0);

    private static Convolution Square(int size, int kernel, int padding = 0, int stride = 1) => new()
    {
        InputChannels = 1,
        InputHeight = size,
        InputWidth = size,
        OutputChannels = 1,
        KernelHeight = kernel,
        KernelWidth = kernel,
        StrideHeight = stride,
        StrideWidth = stride,
        PadTop = padding,
        PadBottom = padding,
        PadLeft = padding,
        PadRight = padding,
    };

    /// <summary>Every read of the image by the outputs of a run, one at a time.</summary>
    private static IEnumerable<(int Image, int Row, int Column)> Read(Convolution c, int start, int length)
    {
        for (var n = start; n < start + length; n++)
        {
            var (image, rest) = Math.DivRem(n, c.OutputHeight * c.OutputWidth);
            var (p, q) = Math.DivRem(rest, c.OutputWidth);
            for (var r = 0; r < c.KernelHeight; r++)
            {
                for (var s = 0; s < c.KernelWidth; s++)
                {
                    int row = (p * c.StrideHeight) + (r * c.DilationHeight) - c.PadTop, column = (q * c.StrideWidth) + (s * c.DilationWidth) - c.PadLeft;
                    if (row >= 0 && row < c.InputHeight && column >= 0 && column < c.InputWidth)
                    {
                        yield return (image, row, column);
                    }
                }
            }
        }
    }
}
