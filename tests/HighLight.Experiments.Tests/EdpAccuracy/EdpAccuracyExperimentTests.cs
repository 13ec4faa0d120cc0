using HighLight.Evaluation.Networks;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Experiments.Reference;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Experiments.Tests.EdpAccuracy;

public class EdpAccuracyExperimentTests
{
    private static readonly EdpAccuracySettings Settings = EdpAccuracySettings.Default with { ModelReadings = [ModelReading.Calibrated, new("defaults", request => request)] };
    private static readonly ExperimentResult Result = EdpAccuracyExperiment.Run(Settings);

    [TestCase("STC", "C0(2:4)", 0.10)]
    [TestCase("HighLight", "C1(4:4)→C0(2:4)", 0.20)]
    [TestCase("HighLight", "C1(4:5)→C0(2:4)", 0.20)]
    [TestCase("HighLight", "C1(4:6)→C0(2:4)", 0.20)]
    [TestCase("HighLight", "C1(4:7)→C0(2:4)", 0.20)]
    [TestCase("HighLight", "C1(4:8)→C0(2:4)", 0.20)]
    public void Comparison_ResNet50_IsWithinReachOfThePapersPoints(string design, string pattern, double tolerance)
    {
        var row = Result.Comparison.Rows.Single(row => row.Quantity == $"EDP, {design} / TC, resnet50, {pattern}");
        Assert.That(row.Ratio, Is.EqualTo(1).Within(tolerance));
        Assert.That(row.Confidence, Is.EqualTo(Confidence.Digitised));
    }

    [Test]
    public void Table_ResNet50_HighLightsEdp_FallsWithItsDegree()
    {
        var edps = Rows("resnet50", "HighLight", "own").Where(row => ((string?)Cell("accuracy_row", row))?.Contains("hss", StringComparison.Ordinal) == true).Select(row => (double)Cell("norm_edp", row)!).ToArray();
        Assert.That(edps, Has.Length.EqualTo(5));
        Assert.That(edps, Is.Ordered.Descending);
    }

    [Test]
    public void Table_EveryPair_HasAPoint_AndLossesAreTheRowsOwn()
    {
        var ids = Rows("resnet50").Select(row => Cell("accuracy_row", row)).OfType<string>().Distinct();
        Assert.That(ids, Is.EquivalentTo(AccuracyTable.Default.PairsOf("resnet50").Select(pair => pair.Row.Id).Distinct()));
        foreach (var row in Rows("resnet50").Where(row => Cell("accuracy_row", row) is not null))
        {
            Assert.That(Cell("accuracy_loss", row), Is.EqualTo(AccuracyTable.Default.Find((string)Cell("accuracy_row", row)!).Loss));
        }
    }

    [Test]
    public void Table_Point_IsTheNetworksEvaluationInTheSetup()
    {
        var row = Rows("resnet50", "STC", "own").Single(row => Equals(Cell("accuracy_row", row), "resnet50-paper-2-4"));
        var run = NetworkEvaluation.Run(ResNet50Calibration.Request(Accelerators.SparseTensorCore, PatternAssignment.Uniform(HssPattern.Parse("C0(2:4)"))));
        var tc = NetworkEvaluation.Run(ResNet50Calibration.Request(Accelerators.TensorCore, PatternAssignment.Dense));
        Assert.That(Cell("edp_pJ_cycles", row), Is.EqualTo(run.EdpPjCycles));
        Assert.That((double)Cell("norm_edp", row)!, Is.EqualTo(run.EdpPjCycles!.Value / tc.EdpPjCycles!.Value).Within(1e-12));
    }

    [Test]
    public void Table_RecalledExtendedAndOtherReadings_AreNotOnTheFrontier()
    {
        foreach (var kind in new[] { "recalled", "extended training", "reading" })
        {
            var rows = Rows().Where(row => Equals(Cell("kind", row), kind)).ToArray();
            Assert.That(rows, Is.Not.Empty, kind);
            Assert.That(rows.Select(row => Cell("on_frontier", row)), Is.All.EqualTo(false), kind);
        }
    }

    [Test]
    public void Table_PointsOffTheFrontierThatCount_NameWhatDominatesThem()
    {
        var counted = Rows().Where(row => Cell("kind", row) is "own" or "shared weights" && Cell("on_frontier", row) is not null).ToArray();
        foreach (var row in counted)
        {
            Assert.That(Cell("dominated_by", row) is null, Is.EqualTo(Cell("on_frontier", row)), $"row {row}");
        }
    }

    [Test]
    public void Table_DeitSmall_IsPredictedWithoutALoss()
    {
        var rows = Rows("deit-small").ToArray();
        Assert.That(rows, Is.Not.Empty);
        Assert.That(rows.Select(row => Cell("norm_edp", row)), Has.None.Null);
        foreach (var column in new[] { "accuracy_loss", "accuracy_row", "on_frontier", "dominated_by" })
        {
            Assert.That(rows.Select(row => Cell(column, row)), Is.All.Null, column);
        }

        Assert.That(Result.Figures.Select(figure => figure.DataJson), Has.None.Contains("DeiT"), "it is in no figure");
    }

    [Test]
    public void Figure_ResNet50_DrawsThePapersPointsHollow_AndDigitisedLossesPale()
    {
        Assert.That(Result.Figure.DataJson, Does.Contain("circle-open").And.Contain("#d55e0055").And.Contain("loss recalled or digitised"));
        Assert.That(Result.Figures[1].DataJson, Does.Not.Contain("0.1425"), "the paper's EDP of Transformer-Big is not known");
    }

    [Test]
    public void PaperPoints_ResNet50_AreThoseOfTheTargets()
    {
        Assert.That(PaperPoint.All, Has.Length.EqualTo(PaperTargets.All.Count(target => target.Quantity == "norm_edp")));
        Assert.That(PaperPoint.All.Where(point => point.Pattern is not null).Select(point => $"{point.Design} {point.Pattern}"), Is.EqualTo(
        [
            "STC C0(2:4)", "HighLight C1(4:4)→C0(2:4)", "HighLight C1(4:5)→C0(2:4)", "HighLight C1(4:6)→C0(2:4)", "HighLight C1(4:7)→C0(2:4)", "HighLight C1(4:8)→C0(2:4)",
        ]));
    }

    [Test]
    public void PaperPoints_LossesOfHighLight_AreThoseOfTheAccuracyTable()
    {
        foreach (var point in PaperPoint.All.Where(point => point.Design == "HighLight"))
        {
            var pair = AccuracyTable.Default.PairsOf("resnet50").First(pair => pair.Design == "HighLight" && pair.Pattern!.Equals(point.Pattern));
            Assert.That(pair.Row.Loss, Is.EqualTo(point.Loss), point.Id);
        }
    }

    [Test]
    public void Run_OwnAccuracies_MoveTheFrontier()
    {
        // One more unstructured row that loses nothing at 98 %: DSTC then dominates every pattern of HighLight.
        var rows = File.ReadAllText(RepositoryRoot.File("data", "reference", "accuracy.csv")) + "mine,resnet50,ImageNet,top-1,m,usual,unstructured,unstructured,0.98,76,sourced,78,,sourced,mine,,\n";
        var pairs = File.ReadAllText(RepositoryRoot.File("data", "reference", "accuracy-pairing.csv")) + "DSTC,resnet50,unstructured,mine,own,a test\n";
        var result = EdpAccuracyExperiment.Run(Settings with { Networks = [(Networks.ResNet50, "resnet50")], ModelReadings = [], PredictedOnly = [], Accuracy = AccuracyTable.Parse(rows, pairs) });
        Assert.That(result.Views[1]["on_frontier"], Is.All.EqualTo(false));
        Assert.That(result.Views[1]["dominated_by"], Is.All.Contains("(mine)"));
    }

    [Test]
    public void Run_BadSettings_ListsEveryViolation() =>
        Assert.That(
            () => EdpAccuracyExperiment.Run(Settings with { Networks = [(Networks.BertBase, "bert-base")], Designs = [Accelerators.TensorCore, Accelerators.TensorCore] }),
            Throws.ArgumentException.With.Message.Contains("'bert-base'").And.Message.Contains("'TC'").And.Message.Contains("HighLight"));

    [Test]
    public void Run_DesignThatRefusesTheNetwork_SaysWhichLayer()
    {
        var settings = Settings with { Designs = [Accelerators.TensorCore, Accelerators.S2ta, Accelerators.HighLight], Readings = [] };
        Assert.That(() => EdpAccuracyExperiment.Run(settings), Throws.ArgumentException.With.Message.Contains("S2TA refuses").And.Message.Contains("conv1"));
    }

    private static IEnumerable<int> Rows(string? network = null, string? design = null, string? kind = null) => Enumerable.Range(0, (int)Result.Table.RowCount).Where(row =>
        (network is null || Equals(Cell("network", row), network)) && (design is null || Equals(Cell("design", row), design)) && (kind is null || Equals(Cell("kind", row), kind)));

    private static object? Cell(string column, int row) => Result.Table[column][row];
}
