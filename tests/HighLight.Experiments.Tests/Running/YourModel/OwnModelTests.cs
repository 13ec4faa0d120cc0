using HighLight.Experiments.Running.YourModel;
using HighLight.Hardware.Designs;
using HighLight.Models;
using HighLight.Models.Tests.Writing;
using HighLight.Sparsity;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Experiments.Tests.Running.YourModel;

/// <summary>Models that a user brings, and settings that cannot be run.</summary>
public class OwnModelTests
{
    private const int Inputs = 64;

    [Test]
    public void Run_SmallModel_ListsWhatIsNotEvaluatedWithItsReason()
    {
        var result = YourModelExperiment.Run(TwoLayers(), YourModelSettings.Default);
        Assert.That(result.NotEvaluated["operator"], Is.EqualTo(["PRelu"]));
        Assert.That(result.NotEvaluated["reason"], Has.All.Contains("activation function"));
        Assert.That(result.Layers.RowCount, Is.EqualTo(3));
    }

    [Test]
    public void Run_Twice_GivesEqualTablesAndLeavesNoFile()
    {
        var before = Leftovers();
        var first = YourModelExperiment.Run(TwoLayers(), YourModelSettings.Default);
        var again = YourModelExperiment.Run(TwoLayers(), YourModelSettings.Default);
        Assert.That(again.Table.ToText(10_000), Is.EqualTo(first.Table.ToText(10_000)));
        Assert.That(again.Figures.Select(figure => figure.Id), Is.EqualTo(first.Figures.Select(figure => figure.Id)));
        Assert.That(Leftovers().Except(before), Is.Empty);
    }

    [Test]
    public void Run_NothingToPrune_SaysWhatAndTheFix() =>
        Assert.That(
            () => YourModelExperiment.Run(SmallModels.LoadGraph(Input("x", 1, 4), Output("y", 1, 4), Node("Relu", ["x"], "y")), YourModelSettings.Default),
            Throws.ArgumentException.With.Message.Contains("no Conv, Gemm or MatMul").And.Message.Contains("Give a model"));

    [Test]
    public void Run_TailsRejected_NamesTheLayer() =>
        Assert.That(
            () => YourModelExperiment.Run(TwoLayers(Inputs + 1), YourModelSettings.Default with { Pruning = new() { Tails = TailPolicy.Reject } }),
            Throws.ArgumentException.With.Message.Contains("w1"));

    [Test]
    public void Run_BadSettings_NamesEveryProblem() =>
        Assert.That(
            () => YourModelExperiment.Run(TwoLayers(), YourModelSettings.Default with { Designs = [Accelerators.TensorCore, Accelerators.TensorCore], SparsityOfA = [new(1, 9)], KeptL2Budget = 1.5, OutputErrorBudgets = [-1] }),
            Throws.ArgumentException.With.Message.Contains("two designs are called 'TC'").And.Message.Contains("not among the designs").And.Message.Contains("1/9").And.Message.Contains("1.5").And.Message.Contains("OutputErrorBudgets"));

    [Test]
    public void Rounding_Digits_KeepsThreeOfAnyMagnitude()
    {
        Assert.That(Rounding.Digits(0.00123456), Is.EqualTo(0.00123));
        Assert.That(Rounding.Digits(123456), Is.EqualTo(123000));
        Assert.That(Rounding.Error(double.PositiveInfinity), Is.Null);
        Assert.That(Rounding.Error(0.12345), Is.EqualTo(0.123));
    }

    private static string[] Leftovers() => Directory.GetDirectories(Path.GetTempPath(), "highlight-your-model-*");

    /// <summary>Three fully connected layers, of which the last is the classifier, with an activation function that has parameters.</summary>
    private static OnnxModel TwoLayers(int inputs = Inputs) => SmallModels.LoadGraph(
        Input("x", 1, inputs),
        Output("y", 1, 8),
        Initializer("w1", [32, inputs], Weights(32 * inputs, 1)),
        Initializer("slope", [32], Weights(32, 2)),
        Initializer("w2", [32, 32], Weights(32 * 32, 3)),
        Initializer("w3", [8, 32], Weights(8 * 32, 4)),
        Node("Gemm", ["x", "w1"], "a", Int("transB", 1)),
        Node("PRelu", ["a", "slope"], "b"),
        Node("Gemm", ["b", "w2"], "c", Int("transB", 1)),
        Node("Gemm", ["c", "w3"], "y", Int("transB", 1)));

    private static float[] Weights(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
