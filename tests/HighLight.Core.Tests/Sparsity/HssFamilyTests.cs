using CsCheck;

namespace HighLight.Sparsity;

[TestFixture]
public sealed class HssFamilyTests
{
    private static readonly HssFamily HighLightA = HssFamily.Parse("C1(4:{4≤H≤8})→C0(2:{2≤H≤4})");

    [Test]
    public void SparsityDegrees_HighLight_TwelveOfFifteenAreDistinct()
    {
        // HighLight's degrees: 0, 20, 33.3, 42.9, 46.7, 50, 55.6, 60, 61.9, 66.7, 71.4, 75 %.
        Assert.That(HighLightA.PatternCount, Is.EqualTo((System.Numerics.BigInteger)15));
        Assert.That(
            HighLightA.SparsityDegrees().Select(d => Math.Round(100 * d.ToDouble(), 1)),
            Is.EqualTo(new[] { 0, 20, 33.3, 42.9, 46.7, 50, 55.6, 60, 61.9, 66.7, 71.4, 75 }));
    }

    [Test]
    public void SparsityDegrees_SAndSS_HaveFifteenEach()
    {
        var s = HssFamily.Parse("C0(2:{2≤H≤16})");
        var ss = HssFamily.Parse("C1(2:{2≤H≤8})→C0(2:{2≤H≤4})");
        Assert.That(s.Patterns(), Has.Length.EqualTo(15));
        Assert.That(s.SparsityDegrees(), Has.Length.EqualTo(15));
        Assert.That(ss.Patterns(), Has.Length.EqualTo(21));
        Assert.That(ss.SparsityDegrees(), Has.Length.EqualTo(15));
        Assert.That(new[] { s.SparsityDegrees()[^1], ss.SparsityDegrees()[^1] }, Is.All.EqualTo(new Fraction(7, 8)));
    }

    [TestCase("C0(2:{4,6,8})", "C0(2:{4,6,8})")]
    [TestCase("C0(2:{2,3,4})", "C0(2:{2≤H≤4})")]
    [TestCase("C0({G<=4}:8)", "C0({G≤4}:8)")]
    [TestCase("C0({1≤G≤4}:8)", "C0({G≤4}:8)")]
    [TestCase("C1(4:{4<=H<=8})->C0(2:{2<=H<=4})", "C1(4:{4≤H≤8})→C0(2:{2≤H≤4})")]
    public void Parse_LegalForms_PrintsTheCanonicalOne(string text, string printed) => Assert.That(HssFamily.Parse(text).ToString(), Is.EqualTo(printed));

    [Test]
    public void Parse_PrintedFamily_RoundTrips() =>
        Any.Family(4, 12).Sample(f => HssFamily.Parse(f.ToString()).Equals(f) && HssFamily.TryParse(f.ToString(), out var g) && g.GetHashCode() == f.GetHashCode());

    [Test]
    public void Patterns_AnyFamily_AreCountedDistinctAndContained() =>
        Any.Family(2, 6).Sample(f =>
        {
            var patterns = f.Patterns();
            return patterns.Length == (int)f.PatternCount && patterns.Distinct().Count() == patterns.Length && patterns.All(f.Contains);
        });

    [Test]
    public void Patterns_GAboveSmallH_LeavesOutImpossibleRules() =>
        Assert.That(HssFamily.Parse("C0(3:{2≤H≤4})").Patterns().Select(p => p.ToString()), Is.EqualTo(new[] { "C0(3:3)", "C0(3:4)" }));

    [Test]
    public void Patterns_TooMany_ThrowsInsteadOfEnumerating() =>
        Assert.That(() => HssFamily.Parse("C1({G≤4000}:{H≤4000})→C0({G≤4000}:{H≤4000})").Patterns(), Throws.InvalidOperationException.With.Message.Contains("at most 1000000"));

    [Test]
    public void Contains_OtherRankCountOrRule_IsFalse()
    {
        Assert.That(HighLightA.Contains(HssPattern.Parse("C0(2:4)")), Is.False);
        Assert.That(HighLightA.Contains(HssPattern.Parse("C1(4:9)→C0(2:4)")), Is.False);
        Assert.That(HighLightA.Contains(HssPattern.Parse("C1(4:8)→C0(2:4)")), Is.True);
    }

    [TestCase(0.5, "C1(4:4)→C0(2:4)")]
    [TestCase(1.0, "C1(4:4)→C0(2:2)")]
    [TestCase(0.0, "C1(4:8)→C0(2:4)")]
    [TestCase(0.26, "C1(4:8)→C0(2:4)")]
    public void Nearest_ADensity_IsTheClosestWithTheSmallestGroup(double density, string expected) =>
        Assert.That(HighLightA.Nearest(density).ToString(), Is.EqualTo(expected));

    [Test]
    public void Nearest_HalfwayBetweenTwo_TakesTheDenser()
    {
        var family = HssFamily.Parse("C0(2:{4,8})");
        Assert.That(family.Nearest(new Fraction(3, 8)).ToString(), Is.EqualTo("C0(2:4)"));
        Assert.That(family.Nearest(new Fraction(37, 100)).ToString(), Is.EqualTo("C0(2:8)"));
    }

    [Test]
    public void Nearest_DecimalHalfway_TakesTheDenserThoughTheDoubleLiesBelow()
    {
        // The double 0.35 is a little less than 7/20.
        Assert.That(HssFamily.Parse("C0({3,4}:10)").Nearest(0.35).ToString(), Is.EqualTo("C0(4:10)"));
    }

    [Test]
    public void Nearest_OutsideZeroToOne_Throws()
    {
        Assert.That(() => HighLightA.Nearest(1.01), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => HighLightA.Nearest(double.NaN), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("0..1"));
        Assert.That(() => HighLightA.Nearest(-0.01), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase("C0(2:{2≤H≤2})", "C0(2:2)")]
    [TestCase("C0({2≤G≤2}:4)", "C0(2:4)")]
    public void Parse_RangeOfOneValue_IsThatValue(string family, string pattern) =>
        Assert.That(HssFamily.Parse(family).Patterns().Select(p => p.ToString()), Is.EqualTo(new[] { pattern }));

    [Test]
    public void Nearest_AnyFamily_NoPatternIsNearer() =>
        Gen.Select(Any.Family(2, 6), Gen.Int[0, 100]).Sample((f, percent) =>
        {
            var wanted = new Fraction(percent, 100);
            var distance = Distance(f.Nearest(wanted).Density, wanted);
            return f.Patterns().All(p => Distance(p.Density, wanted) >= distance);
        });

    private static Fraction Distance(Fraction a, Fraction b) => a > b ? a - b : b - a;
}
