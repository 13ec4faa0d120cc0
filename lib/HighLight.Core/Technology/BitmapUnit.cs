namespace HighLight.Technology;

/// <summary>Intersects two bitmaps, counts the common bits and numbers them: DSTC's and other two-sided designs' control.</summary>
/// <remarks>
/// n ANDs; a tree of adders for the count, n/2^j adders of j bits at level j; a Sklansky prefix network for the numbers, n/2 adders of j bits at
/// level j. One action is a pair of bitmaps, and every gate may switch (an upper bound).
/// </remarks>
/// <param name="Bits">n: bits of a bitmap, 1..65536.</param>
public sealed record BitmapUnit(int Bits) : Circuit
{
    /// <summary>Bits of a bitmap.</summary>
    public int Bits { get; } = InRange(Bits, 1, 1 << 16, nameof(Bits));

    /// <inheritdoc/>
    public override GateCount Gates => new() { And2 = Bits, FullAdders = CounterAdders(Bits) + PrefixAdders(Bits) };

    /// <inheritdoc/>
    public override GateCount Switched => Gates;

    /// <inheritdoc/>
    public override string Basis => "one action takes a pair of bitmaps; n ANDs, a counting tree of Σ n/2^j·j and a prefix network of Σ n/2·j full adders, all switching";

    /// <inheritdoc/>
    public override Provenance Tag => Provenance.Assumed;

    /// <summary>Full adders that count the ones among n bits.</summary>
    internal static double CounterAdders(int n) => Enumerable.Range(1, Levels(n)).Sum(j => Math.Ceiling(n / Math.Pow(2, j)) * j);

    /// <summary>Full adders that number the ones among n bits.</summary>
    internal static double PrefixAdders(int n) => Enumerable.Range(1, Levels(n)).Sum(j => Math.Ceiling(n / 2.0) * j);
}
