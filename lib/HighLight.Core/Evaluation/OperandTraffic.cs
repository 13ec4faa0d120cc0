namespace HighLight.Evaluation;

/// <summary>
/// What the tiles of an operand hold and what its walks move, in values of the dense operand that take part in its storage: groups padded, padding of the image left out.
/// An operand's tiles cut its free dimension, M of A or N of B; a part of K is a part of the channels under all taps, so that parts share no input.
/// </summary>
/// <remarks>
/// Groups of a pattern begin anew with every part of K: where a part is no whole number of groups, the operand is taken to be pruned and stored
/// part by part. 2:4 over K = 124 in parts of 31 keeps 4 · 8 groups, 64 words; groups that run on across the cuts would be touched 34 times.
/// </remarks>
internal sealed class OperandTraffic(OperandExecution execution, OperandLayout layout)
{
    /// <summary>Share of the operand, as the array sees it, that is not padding of the image.</summary>
    public double ImageShare { get; } = layout.Footprint is { } image ? image.Taps / ((double)layout.Segments * image.Gemm.N) : 1;

    /// <summary>Whether the buffer holds each input of a convolution once, so that need does not grow evenly with a tile.</summary>
    public bool IsImage => layout.Footprint is not null;

    /// <summary>K as it is stored and computed: groups padded in every segment and in every part of K that the buffer holds.</summary>
    public double Reduction(double reduction, double tileK) => layout.SegmentLength == 0
        ? Evaluator.Passes(reduction, tileK, execution.GroupSize) * execution.GroupSize
        : layout.Segments * execution.Padded(layout.SegmentLength);

    /// <summary>Parts of K that the buffer holds one after the other.</summary>
    public double Parts(double reduction, double tileK) => layout.SegmentLength == 0
        ? Math.Ceiling(reduction / tileK)
        : Math.Ceiling(layout.SegmentLength / Channels(tileK));

    /// <summary>Steps of the array that walk all of K, <paramref name="perStep"/> values a step; a step does not span two parts of K.</summary>
    public double Steps(double reduction, double tileK, double perStep) => layout.SegmentLength == 0
        ? Evaluator.Passes(reduction, tileK, perStep)
        : Evaluator.Passes(Reduction(reduction, tileK), layout.Segments * ChannelsInPart(tileK), perStep);

    /// <summary>
    /// The share of stored values that stand for a value of the operand and not for padding behind the end of K, of a segment, or of a part of K: padding meets zeros of the
    /// other operand, which are gated where zeros are.
    /// </summary>
    public double PresentShare(double reduction, double tileK)
    {
        if (execution.GroupSize == 1)
        {
            return 1;
        }

        var (length, part) = layout.SegmentLength == 0 ? (reduction, tileK) : (layout.SegmentLength, layout.SegmentLength);
        var whole = Math.Floor(length / part);
        var present = (whole * execution.StoredWithin(part)) + execution.StoredWithin(length - (whole * part));
        return present / (Evaluator.Passes(length, part, execution.GroupSize) * execution.GroupSize * execution.StoredShare);
    }

    /// <summary>Values of the largest tile in the buffer.</summary>
    public double InBuffer(int tile, int tileK) => (layout.Footprint is { } image ? image.OfTiles(tile).Largest : (double)tile * layout.Segments)
        * (layout.SegmentLength == 0 ? execution.Padded(tileK) : ChannelsInPart(tileK));

    /// <summary>Values of a tile of an outer level: <paramref name="tileK"/> in parts of <paramref name="innerK"/>, as the data lie.</summary>
    public double InLevel(int tile, int tileK, int innerK) => layout.SegmentLength == 0
        ? tile * Reduction(tileK, Math.Min(tileK, innerK))
        : (layout.Footprint is { } image ? image.OfTiles(tile).Largest : (double)tile * layout.Segments)
            * ChannelsInPart(Math.Min(tileK, innerK)) * Math.Ceiling(Channels(tileK) / Channels(Math.Min(tileK, innerK)));

    /// <summary>Whether parts of K hold whole parts of an inner level.</summary>
    public bool Nests(int reduction, int outerK, int innerK) => layout.SegmentLength == 0
        ? MappingRules.Nests(reduction, outerK, innerK)
        : MappingRules.Nests(layout.SegmentLength, (int)Channels(outerK), (int)Channels(innerK));

    /// <summary>Values of a tile for each column of K, nothing padded; an image, whose taps share inputs, may hold as few as one of them.</summary>
    public double InBufferPerColumn(int tile) => layout.Footprint is { } image ? image.OfTiles(tile).Largest / (double)layout.Segments : tile;

    /// <summary>Values that filling all tiles once brings in.</summary>
    public double Fill(double size, int tile, double reduction, double tileK) => layout.Footprint is { } image
        ? image.OfTiles(tile).Sum * execution.Padded(layout.SegmentLength)
        : size * Reduction(reduction, tileK);

    /// <summary>Values that the array takes when it walks over the operand once.</summary>
    public double Walk(double size, double reduction, double tileK) => layout.Footprint is { } image
        ? image.Taps * execution.Padded(layout.SegmentLength)
        : size * Reduction(reduction, tileK);

    /// <summary>Channels of a part of K under one tap, groups padded.</summary>
    private double ChannelsInPart(double tileK) => execution.Padded(Channels(tileK));

    /// <summary>Channels of a part of K under one tap.</summary>
    private double Channels(double tileK) => Math.Min(layout.SegmentLength, Math.Ceiling(tileK / layout.Segments));
}
