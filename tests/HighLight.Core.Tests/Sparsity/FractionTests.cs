using System.Numerics;
using CsCheck;

namespace HighLight.Sparsity;

[TestFixture]
public sealed class FractionTests
{
    private static readonly Gen<Fraction> AnyFraction =
        Gen.Select(Gen.Int, Gen.Int.Where(d => d != 0)).Select((n, d) => new Fraction(n, d));

    [TestCase(6, 8, "3/4")]
    [TestCase(6, -8, "-3/4")]
    [TestCase(0, 5, "0")]
    [TestCase(8, 4, "2")]
    public void ToString_AnyFraction_IsInLowestTerms(int numerator, int denominator, string expected) =>
        Assert.That(new Fraction(numerator, denominator).ToString(), Is.EqualTo(expected));

    [Test]
    public void Constructor_ZeroDenominator_Throws() =>
        Assert.That(() => new Fraction(1, 0), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Default_IsZero()
    {
        Assert.That(default(Fraction), Is.EqualTo(Fraction.Zero));
        Assert.That(default(Fraction).ToString(), Is.EqualTo("0"));
    }

    [Test]
    public void Arithmetic_AnyFractions_FieldLawsHold() =>
        Gen.Select(AnyFraction, AnyFraction, AnyFraction).Sample((a, b, c) =>
            (a + b) * c == (a * c) + (b * c) && a + b - b == a && (b == Fraction.Zero || a / b * b == a));

    [Test]
    public void CompareTo_AnyFractions_AgreesWithDifference() =>
        Gen.Select(AnyFraction, AnyFraction).Sample((a, b) => a.CompareTo(b) == (a - b).Numerator.Sign && (a < b) == (b > a) && (a <= b) == !(a > b));

    [Test]
    public void FromDouble_FiniteDouble_RoundTrips() =>
        Gen.Double.Where(double.IsFinite).Sample(d => Fraction.FromDouble(d).ToDouble() == d);

    [TestCase(double.Epsilon)]
    [TestCase(double.MaxValue)]
    [TestCase(-0.1)]
    public void FromDouble_Extremes_RoundTrip(double value) => Assert.That(Fraction.FromDouble(value).ToDouble(), Is.EqualTo(value));

    [TestCase(double.NaN)]
    [TestCase(double.NegativeInfinity)]
    public void FromDouble_NotFinite_Throws(double value) =>
        Assert.That(() => Fraction.FromDouble(value), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void FromDecimal_Tenth_IsExact() => Assert.That(Fraction.FromDecimal(0.1m), Is.EqualTo(new Fraction(1, 10)));

    [Test]
    public void ToDouble_HugeTerms_DoesNotOverflow()
    {
        var huge = BigInteger.Pow(10, 400);
        Assert.That(new Fraction(huge, (huge * 4) + 1).ToDouble(), Is.EqualTo(0.25).Within(1e-15));
    }

    [Test]
    public void ToDouble_QuotientOfTwoDoubles_IsTheirRoundedQuotient() =>
        Gen.Select(Gen.Long[-(1L << 53), 1L << 53], Gen.Long[1, 1L << 53]).Sample((n, d) => new Fraction(n, d).ToDouble() == (double)n / d);

    [TestCase(0, ExpectedResult = 9007199254740992.0)]
    [TestCase(1, ExpectedResult = 9007199254740994.0)]
    [TestCase(-1, ExpectedResult = 9007199254740992.0)]
    public double ToDouble_BesideTheMiddleOfTwoDoubles_GoesToTheNearer(int beside)
    {
        // 2^53 + 1 is the middle of two doubles; the even one is below.
        var scale = BigInteger.Pow(2, 80);
        return new Fraction((scale * ((1L << 53) + 1)) + beside, scale).ToDouble();
    }

    [TestCase(1, ExpectedResult = 0.0)]
    [TestCase(2, ExpectedResult = double.Epsilon)]
    [TestCase(3, ExpectedResult = 2 * double.Epsilon)]
    [TestCase(5, ExpectedResult = 2 * double.Epsilon)]
    public double ToDouble_HalvesOfTheSmallestDouble_GoToTheEvenOne(int halves) => new Fraction(halves, BigInteger.Pow(2, 1075)).ToDouble();

    [Test]
    public void ToDouble_BeyondTheLargestDouble_IsInfinite() =>
        Assert.That(new Fraction(-BigInteger.Pow(10, 400), 3).ToDouble(), Is.EqualTo(double.NegativeInfinity));

    [TestCase(7, 2, 4)]
    [TestCase(8, 2, 4)]
    [TestCase(-7, 2, -3)]
    [TestCase(0, 3, 0)]
    [TestCase(1, 3, 1)]
    public void Ceiling_AnyFraction_IsLeastIntegerNotBelow(int numerator, int denominator, int expected) =>
        Assert.That(new Fraction(numerator, denominator).Ceiling(), Is.EqualTo((BigInteger)expected));

    [TestCase("2/3", "2/3")]
    [TestCase(" -6 / 8 ", "-3/4")]
    [TestCase("0.75", "3/4")]
    [TestCase(".5", "1/2")]
    [TestCase("1.", "1")]
    [TestCase("75 %", "3/4")]
    [TestCase("66.5%", "133/200")]
    [TestCase("0.3333333333333333333333333333333333333333", "3333333333333333333333333333333333333333/10000000000000000000000000000000000000000")]
    public void Parse_LegalForms_AreExact(string text, string expected) => Assert.That(Fraction.Parse(text).ToString(), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("half")]
    [TestCase("1/0")]
    [TestCase("1/2/3")]
    [TestCase("1e3")]
    [TestCase("1.2.3")]
    [TestCase(".-5")]
    [TestCase("0.5/2")]
    [TestCase("1,5")]
    [TestCase("50 %%")]
    [TestCase("-")]
    public void Parse_NotAFraction_SaysWhatIsLegal(string text) =>
        Assert.That(() => Fraction.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains("give 2/3, 0.75, 1 or 75 %"));

    [Test]
    public void Parse_HundredAndOneCharacters_IsRefused()
    {
        Assert.That(Fraction.TryParse(new string('1', 100), out _), Is.True);
        Assert.That(Fraction.TryParse(new string('1', 101), out _), Is.False);
    }

    [Test]
    public void Parse_WhatToStringWrites_IsTheSame() => AnyFraction.Sample(fraction => Fraction.Parse(fraction.ToString()) == fraction);
}
