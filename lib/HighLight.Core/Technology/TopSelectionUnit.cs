namespace HighLight.Technology;

/// <summary>Keeps the largest magnitudes of a block: S2TA's pruning of activations while they are written.</summary>
/// <remarks>
/// As many cascaded maximum searches as words are kept, each a tree of n−1 comparators with their muxes; a comparator is a subtraction, one full
/// adder a bit. One action prunes a block, and every gate may switch (an upper bound).
/// </remarks>
/// <param name="BlockWords">n: words of a block, 1..4096.</param>
/// <param name="KeptWords">Words kept, 1..<paramref name="BlockWords"/>.</param>
/// <param name="WordBits">Bits of a word, 1..1024.</param>
public sealed record TopSelectionUnit(int BlockWords, int KeptWords, int WordBits) : Circuit
{
    /// <summary>Words of a block.</summary>
    public int BlockWords { get; } = InRange(BlockWords, 1, 4096, nameof(BlockWords));

    /// <summary>Words kept.</summary>
    public int KeptWords { get; } = InRange(KeptWords, 1, BlockWords, nameof(KeptWords));

    /// <summary>Bits of a word.</summary>
    public int WordBits { get; } = InRange(WordBits, 1, 1024, nameof(WordBits));

    /// <inheritdoc/>
    public override GateCount Gates
    {
        get
        {
            var bits = (double)KeptWords * (BlockWords - 1) * WordBits;
            return new() { FullAdders = bits, Mux2 = bits };
        }
    }

    /// <inheritdoc/>
    public override GateCount Switched => Gates;

    /// <inheritdoc/>
    public override string Basis => "one action prunes a block; kept × (n − 1) comparators, a full adder and a mux a bit, all switching";

    /// <inheritdoc/>
    public override Provenance Tag => Provenance.Assumed;
}
