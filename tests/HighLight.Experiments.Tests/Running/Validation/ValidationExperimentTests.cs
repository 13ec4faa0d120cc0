using HighLight.Experiments.Running.Validation;
using HighLight.Experiments.Tables;
using HighLight.Models;
using HighLight.Workloads;

namespace HighLight.Experiments.Tests.Running.Validation;

/// <summary>A small run, on the model that comes with the repository.</summary>
public class ValidationExperimentTests
{
    private static readonly OnnxModel Model = OnnxModel.Load(RepositoryRoot.File("data", "models", ValidationExperiment.DefaultModel));
    private static readonly Lazy<ValidationResult> s_run = new(() => ValidationExperiment.Run(Model, new() { Shapes = [new Gemm(65, 147, 33), new Gemm(1, 1, 1)], DensitiesOfB = [0.5], ColumnsOfLayers = 4 }));

    private static ResultTable Table => s_run.Value.Table;

    private static IEnumerable<(string Group, string Design, string Workload, string Zeros, string Quantity, string Claim, double? Analytical, double Simulated, bool Holds)> Rows()
    {
        var c = new[] { "group", "design", "workload", "b_zeros", "quantity", "claim", "analytical", "simulated", "holds" }.Select(name => Table[name]).ToArray();
        return Enumerable.Range(0, (int)Table.RowCount)
            .Select(i => ((string)c[0][i]!, (string)c[1][i]!, (string)c[2][i]!, (string)c[3][i]!, (string)c[4][i]!, (string)c[5][i]!, (double?)c[6][i], (double)c[7][i]!, (bool)c[8][i]!));
    }

    [Test]
    public void ExactQuantities_OfAllDesignsAndRealLayers_AreEqual()
    {
        var exact = Rows().Where(row => row.Claim == "exact").ToArray();
        Assert.That(exact.Select(row => (row.Group, row.Design)).Distinct().Count(), Is.EqualTo((2 * 6) + 1), "six designs on grid and layers, DSTC's conflicts");
        Assert.That(exact.Where(row => !row.Holds), Is.Empty);
        Assert.That(s_run.Value.Comparison.Rows.Take(2).Select(row => row.Ours), Is.All.Zero, "wrong products, exact quantities that differ");
    }

    [Test]
    public void Shuffled_KeepsTheNumberOfZeros()
    {
        // Words of B that DRAM delivers are its nonzeros where B is compressed.
        var words = Rows().Where(row => row is { Group: "layers", Design: "DSTC", Quantity: "DramReadWordsB" }).ToLookup(row => row.Workload);
        Assert.That(words, Is.Not.Empty);
        Assert.That(words.All(layer => layer.Count() == 2 && layer.Select(row => row.Simulated).Distinct().Count() == 1), Is.True);
    }

    [Test]
    public void MeasuredZeros_OfHighLight_ChangeWhatIsDone()
    {
        var layers = s_run.Value.Layers;
        var errors = Enumerable.Range(0, (int)layers.RowCount).Where(i => Equals(layers["design"][i], "HighLight")).ToArray();
        var measured = errors.Average(i => Math.Abs((double)layers["error_measured"][i]!));
        var shuffled = errors.Average(i => Math.Abs((double)layers["error_shuffled"][i]!));
        Assert.That(measured, Is.GreaterThan(2 * shuffled), "zeros of channels are not independent of weights' places");
    }

    [Test]
    public void Run_NothingToSimulate_SaysSo()
    {
        Assert.That(() => ValidationExperiment.Run(Model, new() { Shapes = [] }), Throws.ArgumentException.With.Message.Contains("shape"));
        Assert.That(() => ValidationExperiment.Run(Model, new() { ColumnsOfLayers = 0 }), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
