namespace HighLight.Evaluation.Densities;

/// <summary>
/// What is known of an operand's zeros: how many there are, and how they fall into tiles of consecutive values along the reduction. Tiles are aligned: they
/// begin at multiples of their size.
/// </summary>
public abstract record OperandDensity
{
    private protected OperandDensity()
    {
    }

    /// <summary>The share of values that are nonzero, or stored where a structure stores zeros; 0..1.</summary>
    public abstract double Density { get; }

    /// <summary>Whether every aligned tile of <paramref name="tile"/> values holds the same number of nonzeros.</summary>
    public abstract bool IsExactFor(int tile);

    /// <summary>The distribution of nonzeros in aligned tiles of <paramref name="tile"/> values.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tile"/> is below 1 or larger than the operand.</exception>
    public abstract OccupancyDistribution Occupancy(int tile);

    private protected static void ThrowIfNoTile(int tile) => ArgumentOutOfRangeException.ThrowIfLessThan(tile, 1);
}
