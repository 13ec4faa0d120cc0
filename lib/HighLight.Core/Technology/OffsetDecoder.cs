namespace HighLight.Technology;

/// <summary>Decodes a binary offset into one-hot select lines.</summary>
/// <param name="OffsetBits">Bits of the offset, 1..16.</param>
public sealed record OffsetDecoder(int OffsetBits) : Circuit
{
    /// <summary>Bits of the offset.</summary>
    public int OffsetBits { get; } = InRange(OffsetBits, 1, 16, nameof(OffsetBits));

    /// <inheritdoc/>
    public override GateCount Gates => new() { Inverters = OffsetBits, And2 = Math.Pow(2, OffsetBits) * (OffsetBits - 1) };

    /// <inheritdoc/>
    public override GateCount Switched => new() { Inverters = OffsetBits, And2 = 2.0 * (OffsetBits - 1) };

    /// <inheritdoc/>
    public override string Basis => "one action decodes an offset; n inverters and n − 1 ANDs a line; the line that falls and the one that rises switch";

    /// <inheritdoc/>
    public override Provenance Tag => Provenance.Derived;
}
