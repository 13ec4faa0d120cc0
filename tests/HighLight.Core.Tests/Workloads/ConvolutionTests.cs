using CsCheck;

namespace HighLight.Workloads;

[TestFixture]
public sealed class ConvolutionTests
{
    private static readonly Convolution Plain = new() { InputChannels = 4, InputHeight = 7, InputWidth = 7, OutputChannels = 6, KernelHeight = 3, KernelWidth = 3 };

    private static readonly Gen<Convolution> Any =
        from size in Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[1, 4], Gen.Int[1, 4])
        from step in Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3])
        from pads in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3])
        from shape in Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3])
        select new Convolution
        {
            InputHeight = size.Item1, InputWidth = size.Item2, KernelHeight = size.Item3, KernelWidth = size.Item4,
            StrideHeight = step.Item1, StrideWidth = step.Item2, DilationHeight = step.Item3, DilationWidth = step.Item4,
            PadTop = pads.Item1, PadBottom = pads.Item2, PadLeft = pads.Item3, PadRight = pads.Item4,
            Batch = shape.Item1, Groups = shape.Item2, InputChannels = shape.Item2 * shape.Item3, OutputChannels = shape.Item2 * shape.Item4,
        };

    [Test]
    public void GroupGemm_AnyGeometry_IsWhatLoopsOverTheImageCount() => Any.Sample(conv =>
    {
        var rows = Positions(conv.InputHeight, conv.PadTop, conv.PadBottom, conv.KernelHeight, conv.StrideHeight, conv.DilationHeight);
        var columns = Positions(conv.InputWidth, conv.PadLeft, conv.PadRight, conv.KernelWidth, conv.StrideWidth, conv.DilationWidth);
        if (rows == 0 || columns == 0)
        {
            Assert.That(conv.Problems(), Has.Count.EqualTo(1).And.Some.Contains("does not fit"));
            Assert.That(conv.GroupGemm, Throws.InvalidOperationException.With.Message.Contains("does not fit"));
            return;
        }

        Assert.That((conv.OutputHeight, conv.OutputWidth), Is.EqualTo((rows, columns)));

        // A direct convolution: every filter value of every output, zeros of the padding included.
        long macs = 0;
        var outputs = 0;
        for (var output = 0; output < conv.OutputChannels; output++)
        {
            for (var image = 0; image < conv.Batch; image++)
            {
                for (var position = 0; position < rows * columns; position++)
                {
                    outputs++;
                    for (var input = 0; input < conv.InputChannels; input++)
                    {
                        var sameGroup = input / (conv.InputChannels / conv.Groups) == output / (conv.OutputChannels / conv.Groups);
                        macs += sameGroup ? conv.KernelHeight * conv.KernelWidth : 0;
                    }
                }
            }
        }

        var gemm = conv.GroupGemm();
        Assert.That(gemm.Macs * conv.Groups, Is.EqualTo(macs));
        Assert.That(gemm.ValuesOfZ * conv.Groups, Is.EqualTo(outputs));
        Assert.That(gemm.M * conv.Groups, Is.EqualTo(conv.OutputChannels));
    });

    [Test]
    public void GroupGemm_OfResNetsFirstConvolution_IsKnown()
    {
        var conv = new Convolution
        {
            InputChannels = 3, InputHeight = 224, InputWidth = 224, OutputChannels = 64, KernelHeight = 7, KernelWidth = 7, StrideHeight = 2, StrideWidth = 2,
            PadTop = 3, PadBottom = 3, PadLeft = 3, PadRight = 3,
        };
        Assert.That(conv.GroupGemm(), Is.EqualTo(new Gemm(64, 147, 12544)));
    }

    [Test]
    public void GroupGemm_OfADepthwiseConvolution_HasOneFilterAGroup() =>
        Assert.That((Plain with { OutputChannels = 4, Groups = 4 }).GroupGemm(), Is.EqualTo(new Gemm(1, 9, 25)));

    [TestCase(3, true)]
    [TestCase(2, false)]
    public void Problems_KernelThatFitsOrNot_IsSaid(int size, bool fits) =>
        Assert.That((Plain with { InputHeight = size }).Problems(), fits ? Is.Empty : Has.Count.EqualTo(1).And.Some.Contains("does not fit the padded input"));

    [TestCase(2, true)]
    [TestCase(4, false)]
    [TestCase(3, false)]
    public void Problems_ChannelsThatGroupsShareOrNot_AreSaid(int groups, bool legal) =>
        Assert.That((Plain with { Groups = groups }).Problems(), legal ? Is.Empty : Has.Some.Contains("multiples of the groups"));

    [Test]
    public void Problems_SeveralAtOnce_AreAllSaid() =>
        Assert.That((Plain with { InputChannels = 0, StrideWidth = 0, PadTop = -1 }).Problems(), Has.Count.EqualTo(3));

    [TestCase(46340, true)]
    [TestCase(46341, false)]
    public void Problems_OutputPositionsBeyondAnInt_AreSaid(int size, bool legal)
    {
        var conv = Plain with { InputHeight = size, InputWidth = size, KernelHeight = 1, KernelWidth = 1 };
        Assert.That(conv.Problems(), legal ? Is.Empty : Has.Count.EqualTo(1).And.Some.Contains("divide the batch"));
    }

    [TestCase(238609294, true)]
    [TestCase(238609295, false)]
    public void Problems_FilterBeyondAnInt_IsSaid(int channels, bool legal) =>
        Assert.That((Plain with { InputChannels = channels }).Problems(), legal ? Is.Empty : Has.Count.EqualTo(1).And.Some.Contains("filter"));

    /// <summary>How often the filter can be put down.</summary>
    private static int Positions(int size, int before, int after, int kernel, int stride, int dilation)
    {
        var count = 0;
        for (var start = -before; start + ((kernel - 1) * dilation) < size + after; start += stride)
        {
            count++;
        }

        return count;
    }
}
