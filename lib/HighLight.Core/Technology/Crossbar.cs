namespace HighLight.Technology;

/// <summary>Brings any input word to any output: the collector between DSTC's multipliers and the banks of its accumulation buffer.</summary>
/// <param name="Inputs">Words in, 1..4096.</param>
/// <param name="Outputs">Words out, 1..4096.</param>
/// <param name="WordBits">Bits of a word, 1..1024.</param>
public sealed record Crossbar(int Inputs, int Outputs, int WordBits) : Circuit
{
    /// <summary>Words in.</summary>
    public int Inputs { get; } = InRange(Inputs, 1, 4096, nameof(Inputs));

    /// <summary>Words out.</summary>
    public int Outputs { get; } = InRange(Outputs, 1, 4096, nameof(Outputs));

    /// <summary>Bits of a word.</summary>
    public int WordBits { get; } = InRange(WordBits, 1, 1024, nameof(WordBits));

    /// <inheritdoc/>
    public override GateCount Gates => Outputs * Slot.Gates;

    /// <inheritdoc/>
    public override GateCount Switched => Slot.Switched;

    /// <inheritdoc/>
    public override string Basis => "one action moves a word; each output is a selection among the inputs";

    /// <inheritdoc/>
    public override Provenance Tag => Provenance.Derived;

    private SelectionMux Slot => new(Inputs, WordBits);
}
