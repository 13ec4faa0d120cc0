namespace HighLight.Technology;

/// <summary>One slot that picks one of several words: the selection of operand B by an offset of operand A.</summary>
/// <remarks>
/// One-hot AND-OR: candidates−1 muxes a bit. Only the selected input is live, so one select switches an AND and an OR a level in each bit,
/// whatever the number of candidates otherwise; a dense operand pays the same path. One candidate is a wire.
/// </remarks>
/// <param name="Candidates">Words to choose from, 1..65536.</param>
/// <param name="WordBits">Bits of a word, 1..65536; a block of n words counts the bits of the words that are live.</param>
public sealed record SelectionMux(int Candidates, int WordBits) : Circuit
{
    /// <summary>Words to choose from.</summary>
    public int Candidates { get; } = InRange(Candidates, 1, 1 << 16, nameof(Candidates));

    /// <summary>Bits of a word.</summary>
    public int WordBits { get; } = InRange(WordBits, 1, 1 << 16, nameof(WordBits));

    /// <inheritdoc/>
    public override GateCount Gates => new() { Mux2 = (Candidates - 1.0) * WordBits };

    /// <inheritdoc/>
    public override GateCount Switched => Candidates == 1 ? default : new() { And2 = WordBits, Or2 = (double)Levels(Candidates) * WordBits };

    /// <inheritdoc/>
    public override string Basis => "one action selects a word; (candidates − 1) muxes a bit, one live AND and ceil(log2 candidates) ORs a bit switch";

    /// <inheritdoc/>
    public override Provenance Tag => Provenance.Derived;
}
