using HighLight.Experiments.DnnLayers;
using HighLight.Hardware.Designs;
using HighLight.Workloads;

namespace HighLight.Experiments.Tests.DnnLayers;

public class DnnLayersExperimentTests
{
    private static readonly DnnLayersSettings Settings = DnnLayersSettings.Default with { Networks = [Networks.ResNet50, Networks.TransformerBig], SparsityOfA = [new(3, 4)] };
    private static readonly DnnLayersResult Result = DnnLayersExperiment.Run(Settings);

    [Test]
    public void Table_EveryLayerOnEveryDesign_HasARow()
    {
        Assert.That(Result.Table.RowCount, Is.EqualTo((54 + Networks.TransformerBig.Layers.Length) * 6));
        Assert.That(Result.Table["design"].Distinct(), Is.EqualTo(["TC", "STC", "DSTC", "S2TA two-pass", "HighLight", "DSSO"]));
    }

    [TestCase("cycles")]
    [TestCase("energy_pJ")]
    public void Table_Layers_AddUpToTheWholeNetworks(string column)
    {
        var totals = Result.Totals;
        for (var row = 0; row < totals.RowCount; row++)
        {
            var (network, design) = (totals["network"][row], totals["design"][row]);
            var sum = Rows().Where(r => Equals(Cell("network", r), network) && Equals(Cell("design", r), design)).Sum(r => (double)Cell(column, r)!);
            Assert.That(sum, Is.EqualTo((double)totals[column][row]!).Within(1e-9).Percent, $"{network} on {design}");
        }
    }

    [Test]
    public void Totals_SharesOfCycles_AddUpToOne()
    {
        var totals = Result.Totals;
        for (var row = 0; row < totals.RowCount; row++)
        {
            var sum = new[] { "share_compute", "share_global_buffer", "share_dram_read", "share_dram_write" }.Sum(column => (double)totals[column][row]!);
            Assert.That(sum, Is.EqualTo(1).Within(2e-4), $"row {row}");
        }
    }

    [TestCase("conv1", "dense")]
    [TestCase("fc", "dense")]
    [TestCase("conv3_2.3x3", "C1(4:8)→C0(2:4)")]
    public void Table_WeightsOfALayer_FollowThePolicy(string layer, string pattern) =>
        Assert.That(Rows().Where(r => Equals(Cell("layer", r), layer) && Equals(Cell("design", r), "HighLight")).Select(r => Cell("a_pattern", r)), Is.EqualTo([pattern]));

    [TestCase("STC", 0.5)]
    [TestCase("HighLight", 0.25)]
    public void Table_LayerThatTheArrayBounds_TakesItsDensityOfCycles(string design, double cycles) =>
        Assert.That(
            Rows().Where(r => Equals(Cell("layer", r), "conv3_2.3x3") && Equals(Cell("design", r), design)).Select(r => (Cell("norm_cycles", r), Cell("bound", r))),
            Is.EqualTo([((object?)cycles, (object?)"compute")]));

    [Test]
    public void Figures_OfANetwork_GiveAlikeLayersOneColumn()
    {
        var columns = LayerColumn.Of(Networks.ResNet50);
        Assert.That(columns.Skip(1).Sum(column => column.Indices.Length), Is.EqualTo(54));
        Assert.That(columns.Skip(1).SelectMany(column => column.Indices).Distinct().Count(), Is.EqualTo(54));
        Assert.That(columns.Select(column => column.Label), Does.Contain("conv4_2.3x3 ×5").And.Contain("fc"));
        Assert.That(Result.Figures, Has.Length.EqualTo(2 + 2));
    }

    [Test]
    public void Cell_OfAlikeLayers_IsTheirSumOverTheBaselines()
    {
        var run = NetworkRun.RunAll(Settings with { Networks = [Networks.ResNet50], Designs = [Accelerators.TensorCore, Accelerators.HighLight] })[1];
        var column = LayerColumn.Of(Networks.ResNet50).First(column => column.Label == "conv4_2.1x1b ×5");
        var layers = column.Indices.Select(i => run.Evaluation.Layers[i]).ToArray();
        Assert.That(layers.Select(layer => layer.Cycles).Distinct().Count(), Is.EqualTo(1), "they are alike");
        Assert.That(LayerCell.Of(run, column).Cycles, Is.EqualTo(layers[0].Cycles / run.Baseline.Layers[column.Indices[0]].Cycles));
        Assert.That(LayerCell.Of(run, LayerColumn.Of(Networks.ResNet50)[0]).Energy, Is.EqualTo(run.Energy).Within(1e-12));
    }

    [Test]
    public void DenseFeedForward_ChangesTheSecondLayersInputAndWhatWritesIt()
    {
        var dense = DenseFeedForward.Of(Networks.TransformerBig);
        Assert.That(dense.Layers.Select(layer => layer.Input.Value), Has.None.EqualTo(0.06));
        Assert.That(dense.Layers.Single(layer => layer.Name == "enc.ffn1").Output.Value, Is.EqualTo(1));
        Assert.That(dense.Layers.Single(layer => layer.Name == "dec.ffn2").Input.Provenance, Is.EqualTo(Provenance.Assumed));
        Assert.That(dense.Name, Is.EqualTo("transformer-big, dense FFN"));
        Assert.That(() => DenseFeedForward.Of(Networks.ResNet50), Throws.ArgumentException.With.Message.Contains("ffn2"));
    }

    [Test]
    public void Run_DesignThatRefusesALayer_LeavesItsValuesOut()
    {
        var result = DnnLayersExperiment.Run(Settings with { Networks = [Networks.ResNet50], Designs = [Accelerators.TensorCore, Accelerators.S2ta] });
        var refused = Enumerable.Range(0, (int)result.Table.RowCount).Where(row => result.Table["cycles"][row] is null).ToArray();
        Assert.That(refused.Select(row => result.Table["layer"][row]), Is.EquivalentTo(["conv1", "fc"]));
        Assert.That(refused.Select(row => result.Table["why"][row]), Is.All.Contains("not supported"));
        Assert.That(result.Totals["norm_edp"][1], Is.Null);
        Assert.That(result.Figure.DataJson, Does.Contain("n/a"));
    }

    [Test]
    public void Run_BadSettings_ListsEveryViolation() =>
        Assert.That(
            () => DnnLayersExperiment.Run(Settings with { Networks = [Networks.ResNet50, Networks.ResNet50], Designs = [], SparsityOfA = [new(1, 10)] }),
            Throws.ArgumentException.With.Message.Contains("'resnet50'").And.Message.Contains("no design").And.Message.Contains("1/10"));

    private static IEnumerable<int> Rows() => Enumerable.Range(0, (int)Result.Table.RowCount);

    private static object? Cell(string column, int row) => Result.Table[column][row];
}
