using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Evaluation.Networks;

[TestFixture]
public sealed class NetworkEvaluationTests
{
    private static readonly HssPattern Quarter = HssPattern.Parse("C1(4:8)→C0(2:4)");

    private static NetworkRequest Request(Network network) => new(network, Accelerators.HighLight) { Assignment = PatternAssignment.Uniform(Quarter) };

    [Test]
    public void Totals_EveryDesign_AreTheSumsOfTheProductsEvaluatedAlone()
    {
        foreach (var design in Accelerators.ForNetworks)
        {
            var request = Request(Tiny.Mixed) with { Design = design };
            var evaluation = NetworkEvaluation.Run(request);
            double cycles = 0, energy = 0;
            foreach (var layer in Tiny.Mixed.Layers)
            {
                for (var product = 0; product < layer.Count; product++)
                {
                    var alone = GemmEvaluation.Run(request.Of(layer)).Result;
                    cycles += alone.Cycles;
                    energy += alone.EnergyPj;
                }
            }

            Assert.That(evaluation.Cycles, Is.EqualTo(cycles).Within(1e-9).Percent, design.Name);
            Assert.That(evaluation.EnergyPj, Is.EqualTo(energy).Within(1e-9).Percent, design.Name);
            Assert.That(evaluation.EdpPjCycles, Is.EqualTo(energy * cycles).Within(1e-9).Percent, design.Name);
        }
    }

    [Test]
    public void Totals_OfResNet50_AreTheSumsOfItsLayersAndTheirShares()
    {
        var evaluation = NetworkEvaluation.Run(Request(Workloads.Networks.ResNet50));
        Assert.That(evaluation.Layers, Has.Length.EqualTo(54));
        Assert.That(evaluation.Cycles, Is.EqualTo(evaluation.Layers.Sum(layer => layer.Cycles)));
        Assert.That(evaluation.EnergyPj, Is.EqualTo(evaluation.Layers.Sum(layer => layer.EnergyPj)));
        Assert.That(evaluation.Energy!.Value.Total, Is.EqualTo(evaluation.EnergyPj).Within(1e-9).Percent);
        Assert.That(Enum.GetValues<CycleBound>().Sum(bound => evaluation.ShareOfCycles(bound)), Is.EqualTo(1).Within(1e-12));
        Assert.That(evaluation.Layers.Sum(layer => layer.EdpPjCycles), Is.LessThan(evaluation.EdpPjCycles!.Value), "a product of sums is no sum of products");
    }

    [Test]
    public void Request_OfALayer_CarriesWhatItReadsAndWrites()
    {
        var request = Request(Tiny.Mixed);
        var wide = request.Of(Tiny.Mixed.Layers[3]);
        Assert.That((wide.OutputDensity, wide.ShortcutDensity, wide.B), Is.EqualTo((0.5, (double?)0.6, (OperandDensity)new UniformOperand(0.5))));
        Assert.That(request.Of(Tiny.Mixed.Layers[1]).Convolution, Is.Not.Null);
        Assert.That(request.Of(Tiny.Mixed.Layers[0]).B, Is.EqualTo(new DenseOperand()), "an input without zeros");
    }

    [Test]
    public void Policy_Default_LeavesFirstConvolutionClassifierAndActivationsDense()
    {
        double[] Densities(PruningPolicy policy) => [.. NetworkEvaluation.Run(Request(Tiny.Mixed) with { Policy = policy }).Layers.Select(layer => layer.NominalDensity)];
        Assert.That(Densities(PruningPolicy.Default), Is.EqualTo(new[] { 1, 0.25, 1, 0.25, 1 }));
        Assert.That(Densities(PruningPolicy.AllWeights), Is.EqualTo(new[] { 0.25, 0.25, 1, 0.25, 0.25 }));
    }

    [Test]
    public void Layer_GroupsThatChannelsDoNotFill_ReportBothDensities()
    {
        var pattern = HssPattern.Parse("C1(4:7)→C0(2:4)");
        var layer = NetworkEvaluation.Run(Request(Tiny.Mixed) with { Assignment = PatternAssignment.Uniform(pattern) }).Layers[1];
        Assert.That((layer.NominalDensity, layer.EffectiveDensity), Is.EqualTo((2 / 7.0, (double?)0.375)), "64 channels: .286 nominal, .375 stored");
        Assert.That(layer.SparsityDegree, Is.EqualTo(5 / 7.0).Within(1e-15));
    }

    [Test]
    public void Layer_ThatRuns_SaysWhatItsWeightsRanAsAndWhatSetsTheCycles()
    {
        var layers = NetworkEvaluation.Run(Request(Tiny.Mixed) with { AllowSwap = false }).Layers;
        Assert.That(layers[1].Why, Does.StartWith("weights run as C1(4:8)→C0(2:4); 4x fewer multiplies; "));
        Assert.That(layers[0].Why, Does.StartWith("weights run as dense; no multiply skipped; "));
        Assert.That(layers[4].Why, Does.Contain("reading DRAM sets the cycles"));
        var halves = NetworkEvaluation.Run(new(Tiny.Mixed, Accelerators.S2taTwoPass) { AllowSwap = false }).Layers[1];
        Assert.That(halves.Why, Does.StartWith("weights run as C0(8:8) in 2 passes; "));
    }

    [Test]
    public void Refused_Layers_AreAllListedAndThereAreNoTotals()
    {
        var evaluation = NetworkEvaluation.Run(Request(Tiny.Mixed) with { Design = Accelerators.S2ta, AllowSwap = false });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(evaluation.Refused.Select(layer => layer.Layer.Name), Is.EqualTo(new[] { "first", "heads", "classes" }));
            Assert.That(evaluation.Refused, Has.All.Matches<LayerEvaluation>(layer => layer.Why.Contains("not supported", StringComparison.Ordinal) && layer.Cycles is null && layer.EffectiveDensity is null && layer.Weights is null));
            Assert.That((evaluation.Cycles, evaluation.EnergyPj, evaluation.EdpPjCycles, evaluation.Energy, evaluation.ShareOfCycles(CycleBound.Compute)), Is.EqualTo(((double?)null, (double?)null, (double?)null, (EnergyBreakdown?)null, (double?)null)));
            Assert.That(evaluation.Layers[1].Cycles, Is.Positive, "the others are evaluated");
            Assert.That(evaluation.ToString(), Does.Contain("3 of 5 layers refused"));
        }
    }

    [Test]
    public void Designs_ForNetworks_RunEveryLayerOfEveryNetwork()
    {
        foreach (var design in Accelerators.ForNetworks)
        {
            Assert.That(NetworkEvaluation.Run(Request(Workloads.Networks.ResNet50) with { Design = design }).Refused, Is.Empty, design.Name);
            Assert.That(NetworkEvaluation.Run(Request(Workloads.Networks.TransformerBig) with { Design = design }).Refused, Is.Empty, design.Name);
        }
    }

    [Test]
    public void Assignment_OfAnUnknownLayer_NamesItAndTheKnownOnes() =>
        Assert.That(
            () => NetworkEvaluation.Run(Request(Tiny.Mixed) with { Assignment = PatternAssignment.PerLayer([new("cnov", Quarter), new("wide", Quarter)]) }),
            Throws.ArgumentException.With.Message.Contains("'cnov'").And.Message.Contains("conv, heads").And.Message.Not.Contains("'wide'"));

    [Test]
    public void Assignment_PerLayer_PrunesThoseLayersAlone()
    {
        var layers = NetworkEvaluation.Run(Request(Tiny.Mixed) with { Assignment = PatternAssignment.PerLayer([new("wide", Quarter), new("classes", Quarter)]) }).Layers;
        Assert.That(layers.Select(layer => layer.NominalDensity), Is.EqualTo(new[] { 1, 1, 1, 0.25, 1 }), "the policy keeps the classifier dense");
    }

    [Test]
    public void Assignments_EqualContents_AreEqual()
    {
        Assert.That(PatternAssignment.Uniform(HssPattern.Parse("C0(4:4)")), Is.EqualTo(PatternAssignment.Dense));
        Assert.That(PatternAssignment.PerLayer([new("a", Quarter), new("b", Quarter)]), Is.EqualTo(PatternAssignment.PerLayer([new("b", Quarter), new("a", Quarter)])));
        Assert.That(PatternAssignment.PerLayer([new("a", Quarter)]), Is.Not.EqualTo(PatternAssignment.PerLayer([])));
        Assert.That(PatternAssignment.Unstructured(0.5), Is.Not.EqualTo(PatternAssignment.Unstructured(0.25)));
        Assert.That(() => PatternAssignment.Unstructured(1.5), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
