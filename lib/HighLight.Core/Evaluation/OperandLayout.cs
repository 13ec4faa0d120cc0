using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>How an operand lies in memory: along K, groups of a pattern fill segments that they do not straddle; inputs of a convolution are stored once, not once for each tap.</summary>
public sealed record OperandLayout
{
    private OperandLayout(int segments, int segmentLength, InputFootprint? footprint)
    {
        Segments = segments;
        SegmentLength = segmentLength;
        Footprint = footprint;
    }

    /// <summary>A plain matrix: all of K is one segment.</summary>
    public static OperandLayout Matrix { get; } = new(1, 0, null);

    /// <summary>Segments of K: the taps of a filter, channels being innermost.</summary>
    public int Segments { get; }

    /// <summary>Values of a segment: the channels of a group; 0 for a plain matrix, whose one segment is K.</summary>
    public int SegmentLength { get; }

    /// <summary>For an input that is expanded on its way to the array: what its tiles hold; otherwise null.</summary>
    public InputFootprint? Footprint { get; }

    /// <summary>The filters of a convolution, each a row of R·S segments of channels.</summary>
    public static OperandLayout Filters(Convolution convolution)
    {
        ArgumentNullException.ThrowIfNull(convolution);
        return new(convolution.KernelHeight * convolution.KernelWidth, convolution.InputChannels / convolution.Groups, null);
    }

    /// <summary>The input of a convolution, each position once.</summary>
    public static OperandLayout Image(Convolution convolution)
    {
        ArgumentNullException.ThrowIfNull(convolution);
        var footprint = InputFootprint.Of(convolution);
        return new(convolution.KernelHeight * convolution.KernelWidth, footprint.Channels, footprint);
    }
}
