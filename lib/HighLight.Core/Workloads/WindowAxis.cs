namespace HighLight.Workloads;

/// <summary>One dimension of a convolution: output position p reads the inputs p·stride + r·dilation − padding, r = 0..kernel−1, that lie in the image.</summary>
/// <param name="Inputs">Positions of the image.</param>
/// <param name="Outputs">Positions of the output.</param>
/// <param name="Kernel">Taps of the filter.</param>
/// <param name="Stride">Step of the filter.</param>
/// <param name="Dilation">Inputs from tap to tap.</param>
/// <param name="Padding">Zeros before the image.</param>
internal readonly record struct WindowAxis(int Inputs, int Outputs, int Kernel, int Stride, int Dilation, int Padding)
{
    /// <summary>Pairs of an output position and a tap that read the image, not its padding.</summary>
    public long Taps
    {
        get
        {
            long sum = 0;
            for (var tap = 0; tap < Kernel; tap++)
            {
                sum += OutputsOf((long)tap * Dilation, 0, Outputs - 1);
            }

            return sum;
        }
    }

    /// <summary>The input that the first tap of an output position reads; before the image where negative.</summary>
    public long First(long output) => (output * Stride) - Padding;

    /// <summary>Distinct inputs that the output positions <paramref name="from"/>..<paramref name="to"/> read.</summary>
    public long Count(int from, int to)
    {
        if (to < from)
        {
            return 0;
        }

        if (Kernel == 1)
        {
            return OutputsOf(0, from, to);
        }

        long first = Math.Max(0, First(from)), last = Math.Min(Inputs - 1, First(to) + ((Kernel - 1L) * Dilation));
        if (Dilation == 1 && Stride <= Kernel)
        {
            return Math.Max(0, last - first + 1);
        }

        long count = 0;
        for (var input = first; input <= last; input++)
        {
            count += Reads(input, from, to) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether an output position of <paramref name="from"/>..<paramref name="to"/> reads an input.</summary>
    public bool Reads(long input, int from, int to)
    {
        // Output p reads it by tap (input + padding − p·stride) / dilation: a whole number of 0..kernel−1.
        var place = input + Padding;
        long least = Math.Max(from, DivideUp(place - ((Kernel - 1L) * Dilation), Stride)), most = Math.Min(to, Math.DivRem(place, Stride).Quotient);
        for (var output = most; output >= least && output > most - Dilation; output--)
        {
            if ((place - (output * Stride)) % Dilation == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Output positions of <paramref name="from"/>..<paramref name="to"/> whose tap at <paramref name="offset"/> lies in the image.</summary>
    private long OutputsOf(long offset, int from, int to)
    {
        var least = Math.Max(from, DivideUp(Padding - offset, Stride));
        var most = Inputs - 1 + Padding - offset;
        return most < 0 ? 0 : Math.Max(0, Math.Min(to, most / Stride) - least + 1);
    }

    private static long DivideUp(long value, long divisor) => value <= 0 ? 0 : ((value - 1) / divisor) + 1;
}
