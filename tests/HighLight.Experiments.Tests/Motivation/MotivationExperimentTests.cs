using HighLight.Experiments.EdpAccuracy;
using HighLight.Experiments.Motivation;
using HighLight.Experiments.Reference;
using HighLight.Hardware.Designs;
using HighLight.Workloads;

namespace HighLight.Experiments.Tests.Motivation;

public class MotivationExperimentTests
{
    private static readonly MotivationSettings Settings =
        MotivationSettings.Default with { Points = EdpAccuracySettings.Default with { Networks = [(Networks.ResNet50, "resnet50")], Readings = [] } };

    private static readonly MotivationResult Result = MotivationExperiment.Run(Settings);

    [Test]
    public void Table_EveryLossAndDesign_HasARow() => Assert.That(Result.Table.RowCount, Is.EqualTo(7 * 4));

    [Test]
    public void Table_Points_LoseNoMoreThanIsAllowed()
    {
        foreach (var row in Rows())
        {
            Assert.That((double)Cell("accuracy_loss", row)!, Is.LessThanOrEqualTo((double)Cell("greatest_loss", row)!));
        }
    }

    [TestCase("TC")]
    [TestCase("STC")]
    [TestCase("DSTC")]
    [TestCase("HighLight")]
    public void Table_MoreLossAllowed_NeverCostsMore(string design) =>
        Assert.That(Rows().Where(row => Equals(Cell("design", row), design)).Select(row => (double)Cell("norm_edp", row)!), Is.Ordered.Descending);

    [TestCase(0, "C1(4:4)→C0(2:4)")]
    [TestCase(0.25, "C1(4:5)→C0(2:4)")]
    [TestCase(0.5, "C1(4:6)→C0(2:4)")]
    [TestCase(0.75, "C1(4:6)→C0(2:4)")]
    [TestCase(1, "C1(4:7)→C0(2:4)")]
    [TestCase(1.5, "C1(4:8)→C0(2:4)")]
    public void Table_HighLight_TakesTheSparsestPatternWithinTheLoss(double loss, string pattern) =>
        Assert.That(Rows().Where(row => Equals(Cell("design", row), "HighLight") && Equals(Cell("greatest_loss", row), loss)).Select(row => Cell("a_pattern", row)), Is.EqualTo([pattern]));

    [Test]
    public void Run_LossThatOnlyGainsMeet_LeavesOutDesignsWithoutAny()
    {
        var rows = File.ReadAllText(RepositoryRoot.File("data", "reference", "accuracy.csv"));
        var accuracy = AccuracyTable.Parse(rows, AccuracyPairs.Of("resnet50-paper-2-4", "resnet50-paper-hss-4-4", "resnet50-agp-26", "resnet50-agp-80"));
        var result = MotivationExperiment.Run(Settings with { Losses = [-0.3], MatchedLoss = -0.3, Points = Settings.Points with { Accuracy = accuracy } });
        var has = Enumerable.Range(0, 4).Select(row => (result.Table["design"][row], result.Table["norm_edp"][row] is not null));
        Assert.That(has, Is.EqualTo([((object?)"TC", false), ("STC", false), ("DSTC", true), ("HighLight", false)]), "only 26 % unstructured gains 0.39 points");
        Assert.That(result.Figure.DataJson, Does.Contain("n/a"));
    }

    [Test]
    public void Figures_DigitisedLosses_ArePale() =>
        Assert.That(Result.Figures.Select(figure => figure.DataJson), Is.All.Contains("#d55e0055"));

    [Test]
    public void Run_BadSettings_ListsEveryViolation() =>
        Assert.That(
            () => MotivationExperiment.Run(Settings with { Designs = [Accelerators.Dsso], Losses = [1, 1] }),
            Throws.ArgumentException.With.Message.Contains("among TC").And.Message.Contains("greater than the one before"));

    private static IEnumerable<int> Rows() => Enumerable.Range(0, (int)Result.Table.RowCount);

    private static object? Cell(string column, int row) => Result.Table[column][row];
}
