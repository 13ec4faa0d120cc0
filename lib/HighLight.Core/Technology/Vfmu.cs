namespace HighLight.Technology;

/// <summary>
/// Variable fetch management unit: reads aligned rows of a wide memory and hands out a variable number of consecutive words at any position.
/// </summary>
/// <remarks>
/// Two row buffers filled in turn; a logarithmic shifter over both brings the next words to the front; a position register and its adder. The stage
/// that shifts by 2^i puts out as many words as the later stages can still reach, F + 2^i − 1, at most both rows.
/// A row is charged to the flip-flops as it is written (<see cref="RowLoad"/>); one action is a fetch, in which every mux of the shifter may switch
/// (an upper bound).
/// </remarks>
/// <param name="RowWords">Words of a memory row, 1..65536.</param>
/// <param name="FetchWords">F: the most words of a fetch, 1..<paramref name="RowWords"/>.</param>
/// <param name="WordBits">Bits of a word, 1..1024.</param>
public sealed record Vfmu(int RowWords, int FetchWords, int WordBits) : Circuit
{
    /// <summary>Words of a memory row.</summary>
    public int RowWords { get; } = InRange(RowWords, 1, 1 << 16, nameof(RowWords));

    /// <summary>The most words of a fetch.</summary>
    public int FetchWords { get; } = InRange(FetchWords, 1, RowWords, nameof(FetchWords));

    /// <summary>Bits of a word.</summary>
    public int WordBits { get; } = InRange(WordBits, 1, 1024, nameof(WordBits));

    /// <inheritdoc/>
    public override GateCount Gates => new()
    {
        FlipFlops = (2.0 * RowWords * WordBits) + PositionBits,
        Mux2 = ShifterWords * WordBits,
        FullAdders = PositionBits,
    };

    /// <inheritdoc/>
    public override GateCount Switched => new() { Mux2 = ShifterWords * WordBits, FlipFlops = PositionBits, FullAdders = PositionBits };

    /// <summary>What switches when a row is loaded.</summary>
    public GateCount RowLoad => new() { FlipFlops = (double)RowWords * WordBits };

    /// <inheritdoc/>
    public override string Basis => "one action fetches; two row buffers, a shifter whose stage of 2^i puts out min(2R, F + 2^i − 1) words, a position counter";

    /// <inheritdoc/>
    public override Provenance Tag => Provenance.Assumed;

    private int PositionBits => Levels(2 * RowWords);

    private double ShifterWords => Enumerable.Range(0, PositionBits).Sum(i => Math.Min(2.0 * RowWords, FetchWords + Math.Pow(2, i) - 1));
}
