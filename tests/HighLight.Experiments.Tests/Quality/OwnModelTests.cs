using System.Collections.Immutable;
using HighLight.Experiments.Degrees;
using HighLight.Experiments.Quality;
using HighLight.Models;
using HighLight.Models.Tests.Writing;
using HighLight.Pruning;
using HighLight.Sparsity;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Experiments.Tests.Quality;

/// <summary>Models, methods and families that a user brings.</summary>
public class OwnModelTests
{
    private static readonly Fraction Half = new(1, 2);
    private static readonly ImmutableArray<PruningMethod> TwoOfFour = [PruningMethod.Of("G:H", HssPattern.Parse("2:4"))];

    [Test]
    public void AllLayers_ByHand_CountByTheirNumberOfWeights()
    {
        // 2:4 keeps 2 of each 4. "even": 16 equal weights, half of the squares. "peak": 32 weights, 2 of 4 are zeros: all. The scale 1000 does not count.
        var even = Enumerable.Repeat(1000f, 16).ToArray();
        var peak = Enumerable.Range(0, 32).Select(i => i % 4 < 2 ? 1f : 0f).ToArray();
        var table = PruningQualityExperiment.Run(Gemms(even, peak), TwoOfFour, activationColumns: 4).Table;
        Assert.That(table["layer"], Is.EqualTo(["Gemm_layer0", "Gemm_layer1", "all layers"]));
        Assert.That(table["is_total"], Is.EqualTo([false, false, true]));
        Assert.That(table["m"], Is.EqualTo(new object?[] { 1, 2, null }));
        Assert.That((double)table["kept_l2_share"][^1]!, Is.EqualTo(Math.Sqrt(((16 * 0.5) + (32 * 1)) / 48)).Within(1e-12));
        Assert.That((double)table["kept_l1_share"][^1]!, Is.EqualTo(((16 * 0.5) + (32 * 1)) / 48).Within(1e-12));
    }

    [Test]
    public void Run_WeightsAllZero_LosesNothing()
    {
        var table = PruningQualityExperiment.Run(Gemms(new float[16]), activationColumns: 2).Table;
        Assert.That(table["kept_l2_share"], Is.All.EqualTo(1.0));
        Assert.That(table["output_error"], Is.All.EqualTo(0.0));
    }

    [Test]
    public void Run_NaNWeight_NamesTheLayerTheMethodAndThePlace()
    {
        var weights = new float[16];
        weights[5] = float.NaN;
        Assert.That(
            () => PruningQualityExperiment.Run(Gemms(new float[16], weights), TwoOfFour),
            Throws.ArgumentException.With.Message.Contains("'Gemm_layer1'").And.Message.Contains("'2:4'").And.Message.Contains("(0, 5) is NaN"));
    }

    [Test]
    public void Run_TailsRejected_NamesTheLayerAndTheMethod() =>
        Assert.That(
            () => PruningQualityExperiment.Run(Gemms(new float[18]), [new("G:H", "mine", new HssPruner(HssPattern.Parse("2:4"), TailPolicy.Reject), Half)]),
            Throws.ArgumentException.With.Message.Contains("'Gemm_layer0'").And.Message.Contains("'mine'"));

    [TestCase(15, false)]
    [TestCase(16, true)]
    public void Run_InputsBelowAndAtTheLeast_RefusesOrPrunes(int inputs, bool pruned) =>
        Assert.That(
            () => PruningQualityExperiment.Run(Gemms(new float[inputs]), TwoOfFour),
            pruned ? Throws.Nothing : Throws.ArgumentException.With.Message.Contains("16 input channels or more"));

    [Test]
    public void Run_LabelTwiceAtOneDensity_NamesIt() =>
        Assert.That(
            () => PruningQualityExperiment.Run(Gemms(new float[16]), [.. TwoOfFour, .. TwoOfFour]),
            Throws.ArgumentException.With.Message.Contains("G:H '2:4' at 1/2"));

    [Test]
    public void Run_LabelInTwoKinds_IsTwoMethods() =>
        Assert.That(
            PruningQualityExperiment.Run(Gemms(new float[16]), [.. TwoOfFour, TwoOfFour[0] with { Kind = "mine" }]).Totals["method"],
            Is.EqualTo(["G:H", "mine"]));

    [Test]
    public void Run_OwnFamily_DrawsItOverDensityAndByLayer()
    {
        var methods = PruningMethod.Of(NamedFamily.Of("mine", "C0(2:{2,4,8})"));
        var result = PruningQualityExperiment.Run(Gemms([.. Enumerable.Range(1, 16).Select(i => (float)i)]), methods);
        Assert.That(methods.Select(method => (method.Kind, method.Label, method.Density)), Is.EqualTo(new[] { ("mine", "2:4", Half), ("mine", "2:8", new Fraction(1, 4)) }));
        Assert.That(result.Figures.Select(figure => figure.Title), Is.EqualTo(["Kept L2 norm over density", "Layer by layer at density 1/4"]));
        Assert.That(result.Totals["pattern"], Is.EqualTo(["2:4", "2:8"]));
    }

    /// <summary>Fully connected layers of 16 inputs (or as many as there are values, where these do not fill rows of 16), one after another by name only.</summary>
    private static OnnxModel Gemms(params float[][] layers) => SmallModels.LoadGraph(
        [.. layers.SelectMany((values, i) =>
        {
            var inputs = values.Length % 16 == 0 ? 16 : values.Length;
            return new[]
            {
                Input($"x{i}", 1, inputs),
                Output($"y{i}", 1, values.Length / inputs),
                Initializer($"w{i}", [values.Length / inputs, inputs], values),
                Node("Gemm", [$"x{i}", $"w{i}"], $"layer{i}", Int("transB", 1)),
            };
        })]);
}
