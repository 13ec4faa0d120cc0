using CsCheck;

namespace HighLight.Sparsity;

[TestFixture]
public sealed class HssPatternTests
{
    [Test]
    public void Density_TwoRanks_IsTheExactProduct()
    {
        var pattern = HssPattern.Parse("C1(3:4)→C0(2:4)");
        Assert.That(pattern.Density, Is.EqualTo(new Fraction(3, 8)));
        Assert.That(pattern.SparsityDegree, Is.EqualTo(new Fraction(5, 8)));
        Assert.That(pattern[0], Is.EqualTo(new Gh(2, 4)));
        Assert.That(pattern[1], Is.EqualTo(new Gh(3, 4)));
        Assert.That(() => pattern[2], Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase("C1(4:8)->C0(2:4)", "C1(4:8)→C0(2:4)")]
    [TestCase(" C1 ( 4 : 8 ) → C0 (2:4) ", "C1(4:8)→C0(2:4)")]
    [TestCase("4:8→2:4", "C1(4:8)→C0(2:4)")]
    [TestCase("2:4", "C0(2:4)")]
    [TestCase("RS→C1→C0(2:4)", "C0(2:4)")]
    [TestCase("RS→C2→C1(3:4)→C0(2:4)", "C1(3:4)→C0(2:4)")]
    public void Parse_LegalForms_PrintsTheCanonicalOne(string text, string printed) => Assert.That(HssPattern.Parse(text).ToString(), Is.EqualTo(printed));

    [TestCase("C1(2:4)→C0", "C0(4:4)")]
    [TestCase("RS→C0", "No rank carries a rule")]
    [TestCase("CRS(unconstrained)", "unconstrained")]
    [TestCase("C0(2:{2≤H≤4})", "one rule a rank")]
    [TestCase("R(2:4)→C0(2:4)", "splits of one dimension")]
    public void Parse_SpecificationThatIsNoPattern_SaysWhyAndHowToMend(string text, string expected)
    {
        Assert.That(() => HssPattern.Parse(text), Throws.TypeOf<SparsityFormatException>().With.Message.Contains(expected));
        Assert.That(HssPattern.TryParse(text, out _), Is.False);
    }

    [Test]
    public void Parse_PrintedPattern_RoundTrips() =>
        Any.Pattern(5, 40).Sample(p => HssPattern.Parse(p.ToString()).Equals(p) && HssPattern.TryParse(p.ToString(), out var q) && q.GetHashCode() == p.GetHashCode());

    [Test]
    public void Density_AnyPattern_IsTheProductOverRanks() =>
        Any.Pattern(6, 64).Sample(p => p.Density == p.Rules.Aggregate(Fraction.One, (d, r) => d * r.Density) && p.Density + p.SparsityDegree == Fraction.One);

    [Test]
    public void Create_NoRule_Throws() => Assert.That(() => HssPattern.Create(), Throws.ArgumentException);

    [Test]
    public void Create_Ranks_BothSidesOfTheLimit()
    {
        var most = HssPattern.Create(new Gh[HssPattern.MaxRanks]);
        Assert.That(HssPattern.Parse(most.ToString()), Is.EqualTo(most));
        Assert.That(() => HssPattern.Create(new Gh[HssPattern.MaxRanks + 1]), Throws.ArgumentException.With.Message.Contains("at most 32"));
        Assert.That(() => HssFamily.Create([.. Enumerable.Repeat(new GhRange(new Gh(2, 4)), HssPattern.MaxRanks + 1)]), Throws.ArgumentException.With.Message.Contains("at most 32"));
    }

    [Test]
    public void Dense_KeepsEverything() => Assert.That(HssPattern.Dense, Has.Property("IsDense").True.And.Property("Density").EqualTo(Fraction.One));
}
