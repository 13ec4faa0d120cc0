using HighLight.Sparsity;

namespace HighLight.Formats;

/// <summary>A matrix cannot be stored in <see cref="HssFormat"/>, because a fiber holds more nonempty coordinates than its rule allows.</summary>
public sealed class HssViolationException : ArgumentException
{
    internal HssViolationException(HssViolation violation, int negativeZeros)
        : base(Describe(violation, negativeZeros))
    {
        Violation = violation;
        NegativeZeros = negativeZeros;
    }

    /// <summary>The fiber: the first one of the matrix, as <see cref="Pruning.HssVerifier"/> finds it where no value is −0.</summary>
    public HssViolation Violation { get; }

    /// <summary>
    /// How many of the fiber's nonempty coordinates hold nothing but −0. Formats are lossless and store −0; pruning and verification take it for
    /// an empty value.
    /// </summary>
    public int NegativeZeros { get; }

    private static string Describe(HssViolation violation, int negativeZeros) => negativeZeros == 0
        ? violation.ToString()
        : Invariant($"{violation} Of these coordinates {negativeZeros} hold nothing but −0, which formats store because they are lossless: write 0 for −0 first, for example by Mask.FromNonzeros(matrix).Apply(matrix).");
}
