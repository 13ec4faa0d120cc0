using CsCheck;

namespace HighLight.Sparsity;

[TestFixture]
public sealed class SparsitySpecificationTests
{
    [TestCase("C(unconstrained)→R→S", "C(unconstrained)→R→S")]
    [TestCase("C->RS(2:4)", "C→RS(2:4)")]
    [TestCase("CRS(unconstrained)", "CRS(unconstrained)")]
    [TestCase("RS→C1→C0(2:4)", "RS→C1→C0(2:4)")]
    [TestCase("RS→C1(3:4)→C0(2:4)", "RS→C1(3:4)→C0(2:4)")]
    [TestCase("RS→C2→C1(3:4)→C0(2:4)", "RS→C2→C1(3:4)→C0(2:4)")]
    [TestCase("C1(2:{2≤H≤8})→C0", "C1(2:{2≤H≤8})→C0")]
    public void Parse_SpecificationsOfTheField_PrintBack(string text, string printed) =>
        Assert.That(SparsitySpecification.Parse(text).ToString(), Is.EqualTo(printed));

    [Test]
    public void Parse_TwoRankHss_GivesNamesAndRules()
    {
        var ranks = SparsitySpecification.Parse("RS→C2→C1(3:4)→C0(2:4)").Ranks;
        Assert.That(ranks.Select(r => r.Name.ToString()), Is.EqualTo(new[] { "RS", "C2", "C1", "C0" }));
        Assert.That(ranks.Select(r => r.Rule.Rule), Is.EqualTo(new Gh?[] { null, null, new Gh(3, 4), new Gh(2, 4) }));
        Assert.That(ranks[0].Name.IsFlattened, Is.True);
    }

    [Test]
    public void Density_RulesOnly_IsTheirProduct()
    {
        Assert.That(SparsitySpecification.Parse("RS→C2→C1(3:4)→C0(2:4)").Density, Is.EqualTo(new Fraction(3, 8)));
        Assert.That(SparsitySpecification.Parse("C→R→S").Density, Is.EqualTo(Fraction.One));
    }

    [TestCase("CRS(unconstrained)")]
    [TestCase("C0(2:{2≤H≤4})")]
    public void Density_NotDetermined_IsNull(string text) => Assert.That(SparsitySpecification.Parse(text).Density, Is.Null);

    [Test]
    public void Parse_PrintedSpecification_RoundTrips() =>
        Any.Specification().Sample(s => SparsitySpecification.Parse(s.ToString()).Equals(s) && SparsitySpecification.Parse(s.ToString()).GetHashCode() == s.GetHashCode());

    [Test]
    public void Parse_AnyText_ReturnsOrThrowsOneException() =>
        Gen.Char["C1R0S(:{}≤<=GH→->,24 unconstraied"].Array[0, 24].Select(c => new string(c)).Sample(text =>
        {
            if (SparsitySpecification.TryParse(text, out var specification, out var errors))
            {
                return specification.Equals(SparsitySpecification.Parse(specification.ToString()));
            }

            return !errors.IsEmpty && errors.All(e => e.Position >= 0 && e.Position + e.Length <= text.Length && e.Message.Length > 0 && e.Fix.Length > 0);
        }, iter: 20_000);

    [TestCase("", 0, "There is no rank", "RS→C1→C0(2:4)")]
    [TestCase("C1(4:3)→C0(2:4)", 3, "Rank C1 keeps 4 of 3: G must be in 1..3", "3:4")]
    [TestCase("C0(0:4)", 3, "G must be in 1..65536, not 0", "integer")]
    [TestCase("C0(2:0)", 5, "H must be in 1..65536, not 0", "integer")]
    [TestCase("C0(2:99999999999999999999)", 5, "H must be in 1..65536", "integer")]
    [TestCase("C0(2:4", 6, "not closed", "')'")]
    [TestCase("C0(2 4)", 5, "no ':'", "2:4")]
    [TestCase("C0()", 3, "G is missing", "integer")]
    [TestCase("C0(sparse)", 3, "'sparse' is not a rule", "unconstrained")]
    [TestCase("C0(2:{4≤H})", 9, "no upper end", "{4≤H≤8}")]
    [TestCase("C0(2:{H})", 7, "no upper end", "{1≤H≤8}")]
    [TestCase("C0(2:{8≤H≤4})", 5, "empty", "{4≤H≤8}")]
    [TestCase("C0(2:{2≤G≤4})", 8, "names H", "{2≤H≤4}")]
    [TestCase("C0(2:{2,4)", 9, "not closed", "'}'")]
    [TestCase("C0({5≤G≤6}:{2≤H≤4})", 3, "no rule with G ≤ H", "H reach 5")]
    [TestCase("c0(2:4)", 0, "upper-case", "C")]
    [TestCase("CC(2:4)", 0, "twice", "Did you mean C?")]
    [TestCase("C0(2:4) C1", 8, "expected", "'→'")]
    [TestCase("→C0(2:4)", 0, "missing", "C1")]
    [TestCase("C0(2:4)→", 8, "missing", "C1")]
    [TestCase("C0(2:4)→C1(2:4)", 0, "out of place", "C1→C0")]
    [TestCase("C2(2:4)→C0(2:4)", 0, "out of place", "C1→C0")]
    [TestCase("RS→R(2:4)", 3, "part of both RS and R", "one rank")]
    [TestCase("C→C0(2:4)", 2, "part of both C and C0", "split")]
    [TestCase("C→C", 2, "occurs twice", "once")]
    [TestCase("C1(4:8)→2:4", 8, "Some ranks are named", "C1(4:8)→C0(2:4)")]
    public void TryParse_IllegalText_GivesPositionCauseAndFix(string text, int position, string message, string fix)
    {
        Assert.That(SparsitySpecification.TryParse(text, out _, out var errors), Is.False);
        var error = errors.First(e => e.Message.Contains(message, StringComparison.Ordinal));
        Assert.That(error.Position, Is.EqualTo(position));
        Assert.That(error.Fix, Does.Contain(fix));
    }

    [Test]
    public void Parse_SeveralViolations_ReportsAllAtOnce()
    {
        var exception = Assert.Throws<SparsityFormatException>(() => SparsitySpecification.Parse("C2(5:4)→c1(2:4→C0(x)"))!;
        Assert.That(exception.Errors, Has.Length.GreaterThanOrEqualTo(4));
        Assert.That(exception.Message, Does.Contain("keeps 5 of 4").And.Contain("upper-case").And.Contain("not closed").And.Contain("'x' is not a rule"));
        Assert.That(exception.Errors.Select(e => e.Position), Is.Ordered);
    }

    [Test]
    public void Parse_ManyRanks_IsRefusedWithoutReadingThemAll() =>
        Assert.That(
            () => SparsitySpecification.Parse(string.Join("→", Enumerable.Repeat("1:2", 100_000))),
            Throws.TypeOf<SparsityFormatException>().With.Message.Contains("more than 32 ranks"));

    [TestCase("C0(two:4)", 1)]
    [TestCase("C99(2:4)→C0(2:4)", 1)]
    [TestCase("C1(2:4)C0(2:4)", 1)]
    [TestCase("CC(2:4)→C(2:4)", 1)]
    [TestCase("#→C1(2:4)", 1)]
    public void TryParse_OneMistake_IsReportedOnce(string text, int count)
    {
        Assert.That(SparsitySpecification.TryParse(text, out _, out var errors), Is.False);
        Assert.That(errors, Has.Length.EqualTo(count));
    }

    private static IEnumerable<string> HostileTexts =>
    [
        new string('C', 200_000),
        new string('c', 200_000) + "(2:4)",
        "C" + new string('9', 200_000),
        new string('→', 200_000),
        "C0" + new string('(', 200_000),
        "C0(" + new string('x', 200_000) + ")",
        string.Join('→', Enumerable.Repeat("#" + new string('x', 5_000), 40)),
        string.Join('→', Enumerable.Repeat(new string('a', 5_000), 31)),
    ];

    [TestCaseSource(nameof(HostileTexts))]
    public void Parse_HostileText_GivesFewShortErrors(string text)
    {
        var exception = Assert.Throws<SparsityFormatException>(() => SparsitySpecification.Parse(text))!;
        Assert.That(exception.Errors, Has.Length.InRange(1, HssPattern.MaxRanks + 1));
        Assert.That(exception.Message, Has.Length.LessThan(8_000));
    }

    [Test]
    public void Parse_LongListOfValues_IsOneSet() =>
        Assert.That(SparsitySpecification.Parse($"C0(2:{{{string.Join(',', Enumerable.Repeat("4,8", 50_000))}}})").ToString(), Is.EqualTo("C0(2:{4,8})"));

    [Test]
    public void Create_NameThatReadsAsSomethingElse_Throws()
    {
        Assert.That(() => SparsitySpecification.Create(new RankSpecification(new RankName("C→K", null), RankRule.Dense)), Throws.ArgumentException.With.Message.Contains("read as C→K"));
        Assert.That(() => SparsitySpecification.Create(new RankSpecification(new RankName("C(2:4)", null), RankRule.Dense)), Throws.ArgumentException);
        Assert.That(() => SparsitySpecification.Create(new RankSpecification(default, RankRule.Dense)), Throws.InstanceOf<FormatException>());
        Assert.That(() => SparsitySpecification.Create([null!]), Throws.ArgumentException);
        Assert.That(() => SparsitySpecification.Create(new RankSpecification(new RankName("C", null), null!)), Throws.ArgumentException);
    }

    [Test]
    public void Create_ContradictingRanks_Throws() =>
        Assert.That(
            () => SparsitySpecification.Create(new RankSpecification(new RankName("C", null), RankRule.Dense), new RankSpecification(new RankName("C", 0), RankRule.Dense)),
            Throws.TypeOf<SparsityFormatException>());

    [Test]
    public void ToFamily_RangesOnSplits_GivesTheFamily() =>
        Assert.That(SparsitySpecification.Parse("RS→C2→C1(4:{4≤H≤8})→C0(2:{2≤H≤4})").ToFamily(), Is.EqualTo(HssFamily.Parse("4:{4≤H≤8}→2:{2≤H≤4}")));
}
