namespace HighLight.Formats;

/// <summary>The size of one stream: <paramref name="Count"/> items of <paramref name="ItemBits"/> bits each, without gaps.</summary>
/// <param name="Name">What the items are, for example <c>offsets C1</c>.</param>
/// <param name="Role">Data or metadata.</param>
/// <param name="Rank">The rank that the stream describes; 0 is the lowest (innermost) rank. 0 for data.</param>
/// <param name="ItemBits">Bits of one item, 0 or more.</param>
/// <param name="Count">Items, 0 or more.</param>
public readonly record struct StreamSize(string Name, StreamRole Role, int Rank, int ItemBits, long Count)
{
    /// <summary>Length in bits.</summary>
    /// <exception cref="OverflowException">The length exceeds a long.</exception>
    public long Bits => checked(ItemBits * Count);

    /// <summary>For example <c>offsets C1 12 bits (6×2)</c>.</summary>
    public override string ToString() => Invariant($"{Name} {Bits} bits ({Count}×{ItemBits})");
}
