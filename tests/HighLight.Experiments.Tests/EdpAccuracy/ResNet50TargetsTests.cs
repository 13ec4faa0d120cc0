using System.Globalization;
using HighLight.Evaluation.Networks;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Experiments.Tests.EdpAccuracy;

/// <summary>ResNet-50 against the paper's digitised points: normalised EDP over TC.</summary>
public class ResNet50TargetsTests
{
    private static readonly string[] Patterns = ["C1(4:4)->C0(2:4)", "C1(4:5)->C0(2:4)", "C1(4:6)->C0(2:4)", "C1(4:7)->C0(2:4)", "C1(4:8)->C0(2:4)"];

    private static readonly Lazy<(double Stc, double[] HighLight)> Calibrated = new(() => Normalised(ResNet50Calibration.Request));

    private static readonly Lazy<(double Stc, double[] HighLight)> ByDefault = new(() => Normalised((design, weights) => new(Workloads.Networks.ResNet50, design) { Assignment = weights }));

    [Test]
    public void SparseTensorCore_Calibrated_IsWithinTenPerCent() => Assert.That(Calibrated.Value.Stc, Is.EqualTo(Paper("STC")["C0(2:4)"]).Within(10).Percent);

    [Test]
    public void SparseTensorCore_ByDefault_IsWithinTenPerCent() => Assert.That(ByDefault.Value.Stc, Is.EqualTo(Paper("STC")["C0(2:4)"]).Within(10).Percent);

    /// <remarks>
    /// The points rise by 3 to 4 % where all tiles are tried: TC's energy falls by 4.8 %, for all of K = 2048 and 4608 then fits beside narrower
    /// tiles (a third less in these layers), HighLight's by 1.2 %, whose compressed K fitted before. At 71.4 % that makes 20.8 %.
    /// </remarks>
    [Test]
    public void HighLight_PointAt71Percent_MissesBy21PerCentAndNoMore() =>
        Assert.That(Calibrated.Value.HighLight[3] / Paper("HighLight")[Patterns[3]], Is.InRange(1.2, 1.21));

    [Test]
    public void HighLight_EachOtherPoint_IsWithinTwentyPerCent([Values(0, 1, 2, 4)] int point) =>
        Assert.That(Calibrated.Value.HighLight[point], Is.EqualTo(Paper("HighLight")[Patterns[point]]).Within(20).Percent);

    [Test]
    public void AllWeightsPruned_EachPoint_IsWithinTenPerCent()
    {
        // First convolution and classifier too: the reading that the paper's points fit.
        var (stc, highLight) = Normalised((design, weights) => ResNet50Calibration.Request(design, weights) with { Policy = PruningPolicy.AllWeights });
        Assert.That(stc, Is.EqualTo(Paper("STC")["C0(2:4)"]).Within(5).Percent);
        Assert.That(highLight.Select((value, point) => value / Paper("HighLight")[Patterns[point]]), Is.All.EqualTo(1).Within(0.1));
    }

    [Test]
    public void HighLight_Points_AreInOrderBelowTheSparseTensorCore()
    {
        foreach (var (stc, highLight) in (IEnumerable<(double, double[])>)[Calibrated.Value, ByDefault.Value])
        {
            Assert.That(highLight, Is.Ordered.Descending);
            Assert.That(highLight[0], Is.LessThan(stc));
            Assert.That(stc, Is.LessThan(1));
        }
    }

    [Test]
    public void Densities_Calibrated_StayWithinTheSourcedRangesAndLeaveSourcedOnesAlone()
    {
        foreach (var (before, after) in Workloads.Networks.ResNet50.Layers.Zip(ResNet50Calibration.Network.Layers))
        {
            if (before.Input.Provenance != Provenance.Assumed)
            {
                Assert.That(after.Input, Is.EqualTo(before.Input), after.Name);
            }
            else
            {
                // Inside a block 40-65 % zeros, after a residual sum 13-55 %; the input of the first block is a maximum of nine.
                Assert.That(after.Input.Value, Is.InRange(0.35, 0.87), after.Name);
                Assert.That(after.Input.Source, Does.Contain("calibrated"), after.Name);
            }
        }
    }

    [Test]
    public void HighLight_Slope_IsThatOfThePaper()
    {
        // The exponent of the energy-delay product from 50 % to 75 %: 1.22 in the paper's points.
        static double Slope(double first, double last) => Math.Log(first / last, 2);
        var paper = Paper("HighLight");
        var target = Slope(paper[Patterns[0]], paper[Patterns[^1]]);
        foreach (var (_, highLight) in (IEnumerable<(double, double[])>)[Calibrated.Value, ByDefault.Value])
        {
            Assert.That(Slope(highLight[0], highLight[^1]), Is.EqualTo(target).Within(15).Percent);
        }
    }

    [TestCase(0.5)]
    [TestCase(2)]
    public void HighLight_OtherBatches_HardlyChangeThePoints(double factor)
    {
        var other = ResNet50Calibration.Network with { Layers = [.. Workloads.Networks.ResNet50.WithBatch((int)(factor * ResNet50Calibration.Batch)).Layers.Zip(ResNet50Calibration.Network.Layers, (batch, calibrated) => calibrated with { Gemm = batch.Gemm, Convolution = batch.Convolution })] };
        var points = Normalised((design, weights) => ResNet50Calibration.Request(design, weights) with { Network = other });
        for (var point = 0; point < Patterns.Length; point++)
        {
            Assert.That(points.HighLight[point], Is.EqualTo(Calibrated.Value.HighLight[point]).Within(2).Percent);
        }
    }

    private static (double Stc, double[] HighLight) Normalised(Func<Accelerator, PatternAssignment, NetworkRequest> request)
    {
        double Edp(Accelerator design, PatternAssignment weights) => NetworkEvaluation.Run(request(design, weights)).EdpPjCycles!.Value;
        var dense = Edp(Accelerators.TensorCore, PatternAssignment.Dense);
        return (
            Edp(Accelerators.SparseTensorCore, PatternAssignment.Uniform(HssPattern.Parse("C0(2:4)"))) / dense,
            [.. Patterns.Select(pattern => Edp(Accelerators.HighLight, PatternAssignment.Uniform(HssPattern.Parse(pattern))) / dense)]);
    }

    /// <summary>The digitised points of a design by pattern.</summary>
    private static Dictionary<string, double> Paper(string design) => File.ReadLines(RepositoryRoot.File("data", "reference", "paper-targets.csv"))
        .Select(line => line.Split(','))
        .Where(field => field[1] == "digitised" && field[2] == "ResNet50" && field[3] == design && field[5] == "norm_edp")
        .ToDictionary(field => field[4].Split(" (")[0], field => double.Parse(field[6], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
