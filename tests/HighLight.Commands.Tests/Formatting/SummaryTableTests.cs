using HighLight.Commands.Formatting;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Formatting;

public sealed class SummaryTableTests
{
    [Test]
    public void Create_Rows_AreShownAsTheyAre()
    {
        using var world = new FakeWorld();
        var summary = new Summary(
            [
                new SummaryRow("sparsity-degrees", "degrees of SS [family]", 15) { Paper = 15, Ratio = 1, Confidence = "recalled" },
                new SummaryRow("pruning-quality", "kept L2", 93.214159) { Unit = "%" },
            ],
            []);
        world.CreateContext().View.Show(SummaryTable.Create(summary));
        Assert.That(world.Output, Does.Match(@"experiment + quantity + +our value + +paper value + +ratio"));
        Assert.That(world.Output, Does.Match(@"sparsity-degrees + degrees of SS \[family\] + +15 + 15 \(recalled\) + 1\.000"));
        Assert.That(world.Output, Does.Match(@"pruning-quality + kept L2 + +93\.214 % + +- + +-"));
    }

    [Test]
    public void Create_ManyRowsWithoutPaperValue_ShowsTheFirstAndCountsTheRest()
    {
        using var world = new FakeWorld();
        var rows = Enumerable.Range(1, SummaryTable.ShownWithoutPaperValue + 2).Select(i => new SummaryRow("e", $"quantity {i}.", i));
        world.CreateContext().View.Show(SummaryTable.Create(new Summary([.. rows, new SummaryRow("e", "claimed", 1) { Paper = 2 }], [])));
        Assert.That(world.Output, Does.Contain("quantity 5.").And.Not.Contain("quantity 6.").And.Contain("claimed").And.Contain("2 more without a paper value"));
    }

    [TestCase(15, "15")]
    [TestCase(-3, "-3")]
    [TestCase(999_999_999_999_999, "999999999999999")]
    [TestCase(1e15, "1E+15")]
    [TestCase(0.1234567, "0.12346")]
    [TestCase(1234567.8, "1.2346E+06")]
    public void Format_Value_IsShortButExactForCounts(double value, string expected) => Assert.That(SummaryFigures.Format(value), Is.EqualTo(expected));

    [TestCase("sourced", "6.4 x")]
    [TestCase("", "6.4 x")]
    [TestCase("recalled", "6.4 x (recalled)")]
    public void Paper_Confidence_IsShownUnlessSourced(string confidence, string expected) =>
        Assert.That(SummaryFigures.Paper(new SummaryRow("e", "q", 1) { Paper = 6.4, Unit = "x", Confidence = confidence }), Is.EqualTo(expected));
}
