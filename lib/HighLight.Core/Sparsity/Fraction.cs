using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace HighLight.Sparsity;

/// <summary>An exact rational number in lowest terms, with a positive denominator: densities and sparsity degrees are never rounded.</summary>
/// <remarks>The default value is 0/1.</remarks>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>, IFormattable, IParsable<Fraction>
{
    /// <summary>A longer text is not read: its digits would cost more than they say.</summary>
    private const int LongestText = 100;

    private readonly BigInteger _denominator;

    /// <summary>Creates <paramref name="numerator"/> / <paramref name="denominator"/> in lowest terms.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is zero.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new ArgumentOutOfRangeException(nameof(denominator), "A fraction's denominator cannot be 0; give a positive or negative integer.");
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    /// <summary>0.</summary>
    public static Fraction Zero => default;

    /// <summary>1.</summary>
    public static Fraction One => new(1, 1);

    /// <summary>The numerator; its sign is the sign of the fraction.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, at least 1.</summary>
    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    /// <summary>The exact value of a finite double, for example 0.25 → 1/4 (and 0.1 → 3602879701896397/36028797018963968).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    public static Fraction FromDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only a finite number is a fraction.");
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        BigInteger magnitude = exponent == 0 ? mantissa : mantissa | (1L << 52);
        var shift = Math.Max(exponent, 1) - 1075;
        var numerator = shift > 0 ? magnitude << shift : magnitude;
        return new Fraction(bits < 0 ? -numerator : numerator, shift < 0 ? BigInteger.One << -shift : BigInteger.One);
    }

    /// <summary>The exact value of a decimal, for example 0.1 → 1/10.</summary>
    public static Fraction FromDecimal(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var magnitude = (new BigInteger((uint)parts[2]) << 64) + (new BigInteger((uint)parts[1]) << 32) + (uint)parts[0];
        return new Fraction(parts[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, (parts[3] >> 16) & 0xFF));
    }

    /// <summary>Reads <c>2/3</c>, <c>0.75</c>, <c>1</c> or <c>75 %</c>, exactly.</summary>
    /// <exception cref="FormatException">The text has none of these forms, a denominator of 0, or more than 100 characters.</exception>
    public static Fraction Parse(string text) => TryParse(text, out var fraction)
        ? fraction
        : throw new FormatException(
            $"'{(text?.Length > LongestText ? text[..LongestText] + "…" : text)}' is not a fraction: give 2/3, 0.75, 1 or 75 %.");

    /// <summary>As <see cref="Parse(string)"/>, without an exception.</summary>
    /// <returns>Whether <paramref name="text"/> is a fraction.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Fraction fraction)
    {
        fraction = default;
        if (text is null || text.Length > LongestText)
        {
            return false;
        }

        var trimmed = text.AsSpan().Trim();
        if (trimmed.EndsWith("%", StringComparison.Ordinal))
        {
            var isNumber = TryParseDecimal(trimmed[..^1].TrimEnd(), out var percent);
            fraction = percent / 100;
            return isNumber;
        }

        var slash = trimmed.IndexOf('/');
        if (slash < 0)
        {
            return TryParseDecimal(trimmed, out fraction);
        }

        var isFraction = TryParseDecimal(trimmed[..slash].TrimEnd(), out var numerator)
            & TryParseDecimal(trimmed[(slash + 1)..].TrimStart(), out var denominator);
        if (!isFraction || !numerator.Denominator.IsOne || !denominator.Denominator.IsOne || denominator.Numerator.IsZero)
        {
            return false;
        }

        fraction = numerator / denominator;
        return true;
    }

    /// <summary>Digits with at most one point among them, and a sign before them; exact at any length, unlike a decimal.</summary>
    private static bool TryParseDecimal(ReadOnlySpan<char> text, out Fraction value)
    {
        value = default;
        var point = text.IndexOf('.');
        var places = point < 0 ? 0 : text.Length - point - 1;
        var digits = point < 0 ? text.ToString() : string.Concat(text[..point], text[(point + 1)..]);
        if (!digits.Any(char.IsAsciiDigit) || !digits[^places..].All(char.IsAsciiDigit) // no sign behind the point
            || !BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var scaled))
        {
            return false;
        }

        value = new Fraction(scaled, BigInteger.Pow(10, places));
        return true;
    }

    static Fraction IParsable<Fraction>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Fraction>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Fraction result) =>
        TryParse(s, out result);

    /// <summary>The nearest double, halves to the even one; infinite beyond the range of doubles.</summary>
    public double ToDouble()
    {
        // Cut to 53 bits, fewer for a subnormal double, and rounded here: numerator and denominator may each exceed a double's range.
        var magnitude = BigInteger.Abs(Numerator);
        var bits = (long)magnitude.GetBitLength() - (long)Denominator.GetBitLength();
        var shift = (int)Math.Min(53 - bits, 1074);
        var dividend = shift > 0 ? magnitude << shift : magnitude;
        var divisor = shift < 0 ? Denominator << -shift : Denominator;
        var quotient = BigInteger.DivRem(dividend, divisor, out var rest);
        var excess = (int)Math.Max(0, (long)quotient.GetBitLength() - 53);
        var twice = (((quotient & ((BigInteger.One << excess) - 1)) * divisor) + rest) * 2;
        var half = divisor << excess;
        quotient >>= excess;
        quotient += twice > half || (twice == half && !quotient.IsEven) ? 1 : 0;
        return Numerator.Sign * Math.ScaleB((double)quotient, excess - shift);
    }

    /// <summary>The least integer that is not below the fraction.</summary>
    public BigInteger Ceiling() => (Numerator + (Numerator.Sign > 0 ? Denominator - 1 : 0)) / Denominator;

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>For example <c>3/8</c>, or <c>1</c> when the denominator is 1.</summary>
    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : Invariant($"{Numerator}/{Denominator}");

    /// <summary>With no format the exact text of <see cref="ToString()"/>; otherwise the nearest double in that numeric format.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.IsNullOrEmpty(format) ? ToString() : ToDouble().ToString(format, formatProvider ?? CultureInfo.InvariantCulture);

    /// <summary>The integer as a fraction.</summary>
    public static implicit operator Fraction(int value) => new(value, BigInteger.One);

    /// <summary>Sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>Difference.</summary>
    public static Fraction operator -(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>Product.</summary>
    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Quotient.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is zero.</exception>
    public static Fraction operator /(Fraction left, Fraction right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Equality of values.</summary>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Inequality of values.</summary>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Less than.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>At most.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>At least.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;
}
