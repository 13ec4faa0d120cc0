namespace HighLight.Workloads;

/// <summary>The geometry of a two-dimensional convolution.</summary>
/// <remarks>A convolution of one dimension has a height, kernel height, stride and dilation of 1.</remarks>
public sealed record Convolution
{
    /// <summary>Images of a batch, 1 or more.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Input channels of all groups, C.</summary>
    public required int InputChannels { get; init; }

    /// <summary>Rows of the input image, H.</summary>
    public required int InputHeight { get; init; }

    /// <summary>Columns of the input image, W.</summary>
    public required int InputWidth { get; init; }

    /// <summary>Output channels of all groups, M.</summary>
    public required int OutputChannels { get; init; }

    /// <summary>Rows of the filter, R.</summary>
    public required int KernelHeight { get; init; }

    /// <summary>Columns of the filter, S.</summary>
    public required int KernelWidth { get; init; }

    /// <summary>Vertical step of the filter.</summary>
    public int StrideHeight { get; init; } = 1;

    /// <summary>Horizontal step of the filter.</summary>
    public int StrideWidth { get; init; } = 1;

    /// <summary>Rows between neighbouring rows of the filter; 1: none is left out.</summary>
    public int DilationHeight { get; init; } = 1;

    /// <summary>Columns between neighbouring columns of the filter; 1: none is left out.</summary>
    public int DilationWidth { get; init; } = 1;

    /// <summary>Rows of zeros above the image.</summary>
    public int PadTop { get; init; }

    /// <summary>Rows of zeros below the image.</summary>
    public int PadBottom { get; init; }

    /// <summary>Columns of zeros left of the image.</summary>
    public int PadLeft { get; init; }

    /// <summary>Columns of zeros right of the image.</summary>
    public int PadRight { get; init; }

    /// <summary>Groups: each sees its own share of the channels.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Rows of the output image, P.</summary>
    public int OutputHeight => Outputs(InputHeight, PadTop, PadBottom, KernelHeight, DilationHeight, StrideHeight);

    /// <summary>Columns of the output image, Q.</summary>
    public int OutputWidth => Outputs(InputWidth, PadLeft, PadRight, KernelWidth, DilationWidth, StrideWidth);

    /// <summary>Values of the input image of all groups, batch included.</summary>
    public long InputValues => checked((long)Batch * InputChannels * InputHeight * InputWidth);

    /// <summary>
    /// The product of one group: A is its filters, M/groups × R·S·C/groups with channels innermost; B has a column for each output position of the batch (im2col). There
    /// are <see cref="Groups"/> of them.
    /// </summary>
    /// <exception cref="InvalidOperationException">The geometry cannot be; every violation is listed.</exception>
    public Gemm GroupGemm()
    {
        var problems = Problems();
        return problems.Count == 0
            ? new Gemm(OutputChannels / Groups, checked(KernelHeight * KernelWidth * (InputChannels / Groups)), checked(Batch * OutputHeight * OutputWidth))
            : throw new InvalidOperationException($"The convolution cannot be:{string.Concat(problems.Select(problem => "\n  - " + problem))}");
    }

    /// <summary>What is wrong with the geometry, in sentences that name the legal values; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        void AtLeast(int least, int value, string name)
        {
            if (value < least)
            {
                problems.Add(Invariant($"{name} is {value}, but is {least} or more."));
            }
        }

        AtLeast(1, Batch, "the batch");
        AtLeast(1, InputChannels, "the number of input channels");
        AtLeast(1, InputHeight, "the input's height");
        AtLeast(1, InputWidth, "the input's width");
        AtLeast(1, OutputChannels, "the number of output channels");
        AtLeast(1, KernelHeight, "the kernel's height");
        AtLeast(1, KernelWidth, "the kernel's width");
        AtLeast(1, StrideHeight, "the vertical stride");
        AtLeast(1, StrideWidth, "the horizontal stride");
        AtLeast(1, DilationHeight, "the vertical dilation");
        AtLeast(1, DilationWidth, "the horizontal dilation");
        AtLeast(0, PadTop, "the padding above");
        AtLeast(0, PadBottom, "the padding below");
        AtLeast(0, PadLeft, "the padding on the left");
        AtLeast(0, PadRight, "the padding on the right");
        AtLeast(1, Groups, "the number of groups");
        if (problems.Count > 0)
        {
            return problems;
        }

        if (InputChannels % Groups != 0 || OutputChannels % Groups != 0)
        {
            problems.Add(Invariant($"{InputChannels} input and {OutputChannels} output channels cannot be split into {Groups} groups: both are multiples of the groups."));
        }

        else if ((Int128)KernelHeight * KernelWidth * (InputChannels / Groups) > int.MaxValue)
        {
            problems.Add(Invariant($"a filter of {InputChannels / Groups}x{KernelHeight}x{KernelWidth} has more than {int.MaxValue} values, which no product takes."));
        }

        if (OutputHeight < 1 || OutputWidth < 1)
        {
            problems.Add(Invariant($"a kernel of {KernelHeight}x{KernelWidth} does not fit the padded input: enlarge the input ({InputHeight}x{InputWidth}) or its padding."));
        }
        else if ((Int128)Batch * OutputHeight * OutputWidth > int.MaxValue)
        {
            problems.Add(Invariant($"a batch of {Batch} has more than {int.MaxValue} output positions of {OutputHeight}x{OutputWidth}, which no product takes: divide the batch."));
        }

        return problems;
    }

    private static int Outputs(int input, int before, int after, int kernel, int dilation, int stride) =>
        (int)Math.Floor(((double)input + before + after - (((double)kernel - 1) * dilation) - 1) / stride) + 1;
}
