namespace HighLight.Sparsity;

/// <summary>How a density becomes a number of kept things: round(density · count), halves up, exactly.</summary>
internal static class KeptShare
{
    /// <param name="density">0..1.</param>
    /// <param name="count">How many things there are.</param>
    public static long Of(Fraction density, long count)
    {
        var share = density * new Fraction(count, 1);
        return (long)(((share.Numerator * 2) + share.Denominator) / (share.Denominator * 2));
    }

    /// <inheritdoc cref="Of(Fraction, long)"/>
    public static int Of(Fraction density, int count) => (int)Of(density, (long)count);

    /// <summary>What is wrong with a density, or null when it is in 0..1.</summary>
    public static string? Problem(Fraction density) =>
        density < Fraction.Zero || density > Fraction.One ? Invariant($"a density of {density} is not in 0..1, the share that is kept") : null;

    /// <summary>
    /// The decimal number that a double shows with 15 significant digits: 0.15 is 3/20. Values outside 0..1 stay outside.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static Fraction Read(double density) =>
        double.IsFinite(density)
            ? density is >= 0 and <= 1 ? Fraction.FromDecimal((decimal)density) : Fraction.FromDouble(density)
            : throw new ArgumentOutOfRangeException(nameof(density), density, "A density is in 0..1.");
}
