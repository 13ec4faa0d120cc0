namespace HighLight.Evaluation;

/// <summary>
/// What the tiles of an operand hold and what its walks move, in values of the dense operand that take part in its storage: groups padded, padding of the image left out.
/// An operand's tiles cut its free dimension, M of A or N of B; a part of K is a part of the channels under all taps, so that parts share no input.
/// </summary>
internal sealed class OperandTraffic(OperandExecution execution, OperandLayout layout)
{
    /// <summary>Share of the operand, as the array sees it, that is not padding of the image.</summary>
    public double ImageShare { get; } = layout.Footprint is { } image ? image.Taps / ((double)layout.Segments * image.Gemm.N) : 1;

    /// <summary>K as it is stored and computed, groups padded in every segment.</summary>
    public double Reduction(int reduction) => layout.SegmentLength == 0 ? reduction : layout.Segments * execution.Padded(layout.SegmentLength);

    /// <summary>Values of the largest tile in the buffer.</summary>
    public double InBuffer(int tile, int tileK) => (layout.Footprint is { } image ? image.OfTiles(tile).Largest : (double)tile * layout.Segments)
        * execution.Padded(layout.SegmentLength == 0 ? tileK : Math.Min(layout.SegmentLength, Math.Ceiling((double)tileK / layout.Segments)));

    /// <summary>Values that filling all tiles once brings in.</summary>
    public double Fill(double size, int tile, int reduction) => layout.Footprint is { } image
        ? image.OfTiles(tile).Sum * execution.Padded(layout.SegmentLength)
        : Stored(size, reduction);

    /// <summary>Values that the array takes when it walks over the operand once.</summary>
    public double Walk(double size, int reduction) => layout.Footprint is { } image ? image.Taps * execution.Padded(layout.SegmentLength) : Stored(size, reduction);

    /// <summary>K as it is stored, groups padded.</summary>
    public double StoredReduction(int reduction) => layout.SegmentLength == 0 ? execution.Padded(reduction) : Reduction(reduction);

    private double Stored(double size, int reduction) => size * StoredReduction(reduction);
}
