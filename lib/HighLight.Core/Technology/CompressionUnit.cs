namespace HighLight.Technology;

/// <summary>Finds the nonzeros among a row of words and packs them to the front; run backwards, it unpacks.</summary>
/// <remarks>
/// A zero detector of WordBits−1 ORs a word; a prefix network that numbers the nonzeros; a packing network of ceil(log2 n) stages of one mux a bit;
/// an output register. One action packs a row, and every gate may switch (an upper bound).
/// </remarks>
/// <param name="Words">n: words of a row, 1..65536.</param>
/// <param name="WordBits">Bits of a word, 1..1024.</param>
public sealed record CompressionUnit(int Words, int WordBits) : Circuit
{
    /// <summary>Words of a row.</summary>
    public int Words { get; } = InRange(Words, 1, 1 << 16, nameof(Words));

    /// <summary>Bits of a word.</summary>
    public int WordBits { get; } = InRange(WordBits, 1, 1024, nameof(WordBits));

    /// <inheritdoc/>
    public override GateCount Gates => new()
    {
        Or2 = (double)Words * (WordBits - 1),
        FullAdders = BitmapUnit.PrefixAdders(Words),
        Mux2 = (double)Words * Levels(Words) * WordBits,
        FlipFlops = (double)Words * WordBits,
    };

    /// <inheritdoc/>
    public override GateCount Switched => Gates;

    /// <inheritdoc/>
    public override string Basis => "one action packs a row; zero detectors, a prefix network of Σ n/2·j full adders, ceil(log2 n) stages of n words of muxes, an output register, all switching";

    /// <inheritdoc/>
    public override Provenance Tag => Provenance.Assumed;
}
