namespace HighLight.Hardware;

/// <summary>
/// The banks of an outer-product design's accumulation buffer, and the operand collector in front of them. Each bank reads, adds to and writes one partial sum a
/// cycle; products that find their bank taken wait in the collector, and the multipliers stall while any bank has more waiting than the collector holds.
/// </summary>
/// <remarks>
/// DSTC's text speaks of a banked buffer with an operand collector that resolves conflicts (recalled); how many banks and how deep no public text says (assumed).
/// The defaults: the fewest banks that take a dense step of 1024 products without a conflict (derived), and a depth at which conflicts cost
/// next to nothing at uniform densities (derived by simulation: <c>Evaluation/ASSUMPTIONS.md</c>), since the published times of DSTC leave no room for more.
/// </remarks>
public sealed record OperandCollector
{
    /// <summary>The most banks that can be described.</summary>
    public const int MaxBanks = 1 << 16;

    /// <summary>The deepest collector that can be described.</summary>
    public const int MaxDepth = 1 << 14;

    /// <summary>Banks of the accumulation buffer, 1..<see cref="MaxBanks"/>; consecutive partial sums of a warp tile lie in consecutive banks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int Banks
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxBanks);
            field = value;
        }
    } = 1024;

    /// <summary>Products that may wait for a bank while the multipliers go on, 0..<see cref="MaxDepth"/>; 0: no collector.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int Depth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxDepth);
            field = value;
        }
    } = 8;
}
