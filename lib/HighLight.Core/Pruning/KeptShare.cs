using HighLight.Sparsity;

namespace HighLight.Pruning;

/// <summary>How a density becomes a number of kept things: round(density · count), halves up, exactly.</summary>
internal static class KeptShare
{
    /// <param name="density">0..1.</param>
    /// <param name="count">How many things there are.</param>
    public static int Of(Fraction density, int count)
    {
        var share = density * count;
        return (int)(((share.Numerator * 2) + share.Denominator) / (share.Denominator * 2));
    }

    /// <summary>What is wrong with a density, or null when it is in 0..1.</summary>
    public static string? Problem(Fraction density) =>
        density < Fraction.Zero || density > Fraction.One ? Invariant($"a density of {density} is not in 0..1, the share that is kept") : null;

    /// <summary>
    /// The decimal number that a double shows with 15 significant digits: 0.15 is 3/20. Values outside 0..1 stay outside.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static Fraction Read(double density) =>
        density is >= 0 and <= 1 ? Fraction.FromDecimal((decimal)density) : Fraction.FromDouble(density);
}
