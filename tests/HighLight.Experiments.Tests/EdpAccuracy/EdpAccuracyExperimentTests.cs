using HighLight.Evaluation;
using HighLight.Evaluation.Networks;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Experiments.Reference;
using HighLight.Experiments.Results;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Experiments.Tests.EdpAccuracy;

public class EdpAccuracyExperimentTests
{
    private static readonly EdpAccuracySettings Settings = EdpAccuracySettings.Default with { ModelReadings = [ModelReading.Calibrated, ModelReading.WideSums] };
    private static readonly EdpAccuracyResult Result = EdpAccuracyExperiment.Run(Settings);

    [TestCase("STC", "C0(2:4)", 0.10)]
    [TestCase("HighLight", "C1(4:4)→C0(2:4)", 0.20)]
    [TestCase("HighLight", "C1(4:5)→C0(2:4)", 0.20)]
    [TestCase("HighLight", "C1(4:6)→C0(2:4)", 0.20)]
    [TestCase("HighLight", "C1(4:7)→C0(2:4)", 0.21)] // Better tiles help TC more: ResNet50TargetsTests says where.
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

    [TestCase("resnet50", "calibrated: 8 images, assumed densities × 0.85, groups straddle taps")]
    [TestCase("transformer-big", "every default")]
    [TestCase("deit-small", "every default")]
    public void Table_Setup_IsCalibratedForResNet50Alone(string network, string setup) =>
        Assert.That(Rows(network).Select(row => Cell("setup", row)), Is.All.EqualTo(setup));

    [Test]
    public void Table_TransformerBig_IsTheNetworksEvaluationByDefault()
    {
        var row = Rows("transformer-big", "HighLight", "own").Single(row => Equals(Cell("accuracy_row", row), "transformer-big-paper-hss-4-8"));
        var run = NetworkEvaluation.Run(new(Networks.TransformerBig, Accelerators.HighLight)
        {
            Assignment = PatternAssignment.Uniform(HssPattern.Parse("C1(4:8)→C0(2:4)")),
            Constraints = MappingConstraints.Paper,
        });
        Assert.That(Cell("edp_pJ_cycles", row), Is.EqualTo(run.EdpPjCycles));
        Assert.That(Result.Table.Metadata["mappings"], Is.EqualTo("no spill"));
    }

    [TestCase("C1(4:4)→C0(2:4)", null)]
    [TestCase("C1(4:5)→C0(2:4)", "DSTC, unstructured 0.2 (resnet50-agp-80)")]
    [TestCase("C1(4:6)→C0(2:4)", "DSTC, unstructured 0.154 (resnet50-agp-84p6)")]
    [TestCase("C1(4:7)→C0(2:4)", null)]
    [TestCase("C1(4:8)→C0(2:4)", null)]
    public void Subject_ResNet50_IsOnTheFrontierWhereTheNotebookSaysSo(string pattern, string? dominatedBy)
    {
        var subject = Result.Subject;
        var row = Enumerable.Range(0, (int)subject.RowCount).Single(row => Equals(subject["network"][row], "resnet50") && Equals(subject["a_pattern"][row], pattern));
        Assert.That((subject["on_frontier"][row], subject["dominated_by"][row]), Is.EqualTo(((object?)(dominatedBy is null), (object?)dominatedBy)));
    }

    [Test]
    public void Readings_OfTheSetup_AgreeWithTheFrontierOfAllPoints()
    {
        // They leave out points that cannot dominate.
        var (subject, readings) = (Result.Subject, Result.Readings);
        var full = Enumerable.Range(0, 5).Select(row => (subject["a_pattern"][row], subject["norm_edp"][row], subject["on_frontier"][row], subject["dominated_by"][row]));
        var own = Enumerable.Range(0, (int)readings.RowCount)
            .Where(row => Equals(readings["reading"][row], ModelReading.Calibrated.Name) && Equals(readings["design"][row], "HighLight"))
            .Select(row => (readings["a_pattern"][row], readings["norm_edp"][row], readings["on_frontier"][row], readings["dominated_by"][row]));
        Assert.That(own, Is.EqualTo(full));
    }

    [Test]
    public void Readings_WideSums_LeaveNothingForTheDualSideDesignToDominate()
    {
        var readings = Result.Readings;
        var by = Enumerable.Range(0, (int)readings.RowCount).Where(row => Equals(readings["reading"][row], ModelReading.WideSums.Name)).Select(row => (string?)readings["dominated_by"][row]).OfType<string>().ToArray();
        Assert.That(by, Is.Not.Empty.And.None.StartsWith("DSTC"));
    }

    [Test]
    public void Reading_ThatChangesNothing_IsEveryDefault()
    {
        var request = new NetworkRequest(Networks.TransformerBig, Accelerators.HighLight);
        Assert.That(ModelReading.Calibrated.Of(request), Is.EqualTo("every default"));
        Assert.That(ModelReading.WideSums.Of(request), Is.EqualTo("24-bit sums"));
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
        Assert.That(Result.Figure.Subtitle, Does.Contain("calibrated: 8 images"));
        Assert.That(Result.FrontierFigure("transformer-big").DataJson, Does.Not.Contain("circle-open").And.Not.Contain("paper's point"), "the paper's EDP of Transformer-Big is not known");
        Assert.That(Result.FrontierFigure("transformer-big").Subtitle, Does.Contain("every default, a prediction"));
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
        var pairs = AccuracyPairs.Of("resnet50-paper-hss-4-4", "resnet50-paper-hss-4-8") + "DSTC,resnet50,unstructured,mine,own,a test\n";
        var result = EdpAccuracyExperiment.Run(Settings with { Networks = [(Networks.ResNet50, "resnet50")], ModelReadings = [], PredictedOnly = [], Accuracy = AccuracyTable.Parse(rows, pairs) });
        Assert.That(result.Subject["on_frontier"], Is.All.EqualTo(false));
        Assert.That(result.Subject["dominated_by"], Is.All.Contains("(mine)"));
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
