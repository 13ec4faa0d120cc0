using HighLight.Models.Pruning;
using HighLight.Models.Runtime.Comparison;
using HighLight.Models.Runtime.Execution;
using HighLight.Sparsity;

namespace HighLight.Models.Runtime.Tests.Comparison;

public class OutputComparisonTests
{
    [Test]
    public void Of_ByHand_MeasuresErrorDifferenceAndAngle()
    {
        var difference = OutputDifference.Of(Tensor(3, 4), Tensor(3, 0));
        Assert.That(difference, Is.EqualTo(new OutputDifference("y", 2, 0.8, 4, 4, 0.6)));
        Assert.That(OutputDifference.Of(Tensor(1, 2), Tensor(1, 2)), Is.EqualTo(new OutputDifference("y", 2, 0, 0, 2, 1)));
    }

    [Test]
    public void Of_Zeros_IsDefined()
    {
        Assert.That(OutputDifference.Of(Tensor(0, 0), Tensor(0, 0)), Is.EqualTo(new OutputDifference("y", 2, 0, 0, 0, 1)));
        Assert.That(OutputDifference.Of(Tensor(0, 0), Tensor(0, 1)), Is.EqualTo(new OutputDifference("y", 2, double.PositiveInfinity, 1, 0, 0)));
        Assert.That(OutputDifference.Of(Tensor(0, 1), Tensor(0, 0)), Is.EqualTo(new OutputDifference("y", 2, 1, 1, 1, 0)));
    }

    [Test]
    public void Of_OutputsThatDiffer_IsRefused()
    {
        Assert.That(() => OutputDifference.Of(Tensor(1, 2), Tensor(1)), Throws.ArgumentException);
        Assert.That(() => OutputComparison.Of([Tensor(1)], [Tensor(1).As("z")]), Throws.ArgumentException);
        Assert.That(OutputComparison.Of([Tensor(3, 4), Tensor(1).As("b")], [Tensor(3, 0), Tensor(1).As("b")]).RelativeL2, Is.EqualTo(Math.Sqrt(0.32)).Within(1e-12));
    }

    [Test]
    public void Run_MorePruning_MovesTheOutputsFurther()
    {
        double Error(string pattern) => OutputComparison.Run(
            RealModel.Model, ModelPruning.Prune(RealModel.Model, HssPattern.Parse(pattern)).Model, RealModel.Input).RelativeL2;
        Assert.That(OutputComparison.Run(RealModel.Model, RealModel.Model, RealModel.Input).RelativeL2, Is.Zero);
        var (mild, strong) = (Error("15:16"), Error("C1(4:5)->C0(2:2)"));
        Assert.That(mild, Is.GreaterThan(0).And.LessThan(strong));
    }

    private static ModelTensor Tensor(params float[] values) => new("y", [values.Length], values);
}
