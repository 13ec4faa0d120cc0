using CsCheck;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Evaluation.Networks;

[TestFixture]
public sealed class GreedyAssignmentTests
{
    private static readonly HssPattern Half = HssPattern.Parse("C1(4:4)→C0(2:4)");
    private static readonly HssPattern Quarter = HssPattern.Parse("C1(4:8)→C0(2:4)");

    private static readonly Network Three = Tiny.Network(Tiny.Layer("a", 256, 512, 256), Tiny.Layer("b", 64, 128, 128), Tiny.Layer("c", 512, 256, 64, count: 2), Tiny.Layer("out", 10, 512, 1, LayerRole.Classifier));

    private static NetworkRequest Request { get; } = new(Three, Accelerators.HighLight);

    /// <summary>Losses of the layers a, b, c under one half and one quarter.</summary>
    private static LayerLosses Losses(params double[] losses) => new(
        new[] { "a", "b", "c" }.SelectMany((layer, i) => new[] { (layer, Half, losses[2 * i]), (layer, Quarter, losses[(2 * i) + 1]) }));

    [Test]
    public void Run_NoBudget_LeavesTheNetworkDense()
    {
        var found = GreedyAssignment.Run(Request, [Half, Quarter], Losses(1, 2, 1, 2, 1, 2), 0.5);
        Assert.That((found.Steps.Length, found.Loss, found.Start), Is.EqualTo((0, 0.0, HssPattern.Dense)));
        Assert.That(found.Evaluation.EdpPjCycles, Is.EqualTo(NetworkEvaluation.Run(Request).EdpPjCycles));
    }

    [Test]
    public void Run_EndlessBudget_PrunesEveryLayerMost()
    {
        var found = GreedyAssignment.Run(Request, [Half, Quarter], Losses(1, 2, 1, 2, 1, 2), double.PositiveInfinity);
        Assert.That(found.Assignment.Patterns!.Values, Is.All.EqualTo(Quarter));
        Assert.That(found.Evaluation.EdpPjCycles, Is.EqualTo(found.BestUniform!.EdpPjCycles).Within(1e-9).Percent);
    }

    [Test]
    public void Run_OneLayerIsSensitive_PrunesTheOthersWhereOnePatternForAllCannot()
    {
        // b loses much and gains little: one quarter for all is out of reach, but not for a and c.
        var found = GreedyAssignment.Run(Request, [Half, Quarter], Losses(0.1, 0.2, 5, 9, 0.1, 0.2), 0.4);
        Assert.That(found.Assignment.Patterns!.ToDictionary(), Is.EqualTo(new Dictionary<string, HssPattern> { ["a"] = Quarter, ["b"] = HssPattern.Dense, ["c"] = Quarter }));
        Assert.That(found.BestUniform!.Pattern, Is.EqualTo(HssPattern.Dense));
        Assert.That(found.Evaluation.EdpPjCycles, Is.LessThan(found.BestUniform.EdpPjCycles));
        Assert.That(found.Loss, Is.EqualTo(0.4).Within(1e-12));
    }

    [Test]
    public void Steps_OfASearch_LeadFromItsStartToItsResult()
    {
        var found = GreedyAssignment.Run(Request, [Half, Quarter], Losses(0.1, 0.2, 0.3, 0.5, 0.1, 0.2), 0.65);
        var patterns = new Dictionary<string, HssPattern> { ["a"] = found.Start, ["b"] = found.Start, ["c"] = found.Start };
        var edp = double.PositiveInfinity;
        foreach (var step in found.Steps)
        {
            Assert.That((patterns[step.Layer], step.EdpPjCycles < edp, step.Loss <= found.Budget), Is.EqualTo((step.From, true, true)));
            patterns[step.Layer] = step.To;
            edp = step.EdpPjCycles;
        }

        Assert.That(found.Steps, Is.Not.Empty);
        Assert.That(patterns, Is.EqualTo(found.Assignment.Patterns!.ToDictionary()));
        Assert.That(edp, Is.EqualTo(found.Evaluation.EdpPjCycles).Within(1e-9).Percent);
    }

    [Test]
    public void Run_AnyLosses_IsWithinBudgetNoWorseThanOnePatternAndNoBetterThanAllThere()
    {
        var patterns = new[] { HssPattern.Dense, Half, Quarter };
        var all = (from a in patterns from b in patterns from c in patterns select new[] { a, b, c })
            .Select(choice => (Choice: choice.Zip(["a", "b", "c"], (pattern, layer) => KeyValuePair.Create(layer, pattern)).ToDictionary(), 0))
            .Select(entry => (entry.Choice, Edp: NetworkEvaluation.Run(Request with { Assignment = PatternAssignment.PerLayer(entry.Choice) }).EdpPjCycles!.Value)).ToArray();
        Gen.Select(Gen.Double[0, 1].Array[6], Gen.Double[0, 3]).Sample(
            (losses, budget) =>
            {
                var loss = Losses(losses);
                var found = GreedyAssignment.Run(Request, [Half, Quarter], loss, budget);
                var best = all.Where(entry => loss.Of(entry.Choice) <= budget + 1e-9).Min(entry => entry.Edp);
                var edp = found.Evaluation.EdpPjCycles!.Value;
                return found.Loss <= budget + 1e-9 && edp <= found.BestUniform!.EdpPjCycles * (1 + 1e-9) && edp >= best * (1 - 1e-9);
            },
            iter: 100);
    }

    [Test]
    public void Run_CheapStepThatBlocksALargeOne_TakesTheLargeOne()
    {
        // b is cheap and gains little; with it no budget is left for a, which gains much.
        var found = GreedyAssignment.Run(Request, [Half], new LayerLosses([("a", Half, 1), ("b", Half, 0.01), ("c", Half, 9)]), 1);
        Assert.That((found.Assignment.Patterns!["a"], found.Assignment.Patterns["b"]), Is.EqualTo((Half, HssPattern.Dense)));
    }

    [Test]
    public void Run_LossOfTheWhole_IsAskedForWholeAssignments()
    {
        // A loss that no sum over layers gives: the largest of the layers' own.
        var found = GreedyAssignment.Run(Request, [Half, Quarter], new Largest(), 1);
        Assert.That(found.Assignment.Patterns!.Values, Is.All.EqualTo(Half));
        Assert.That(found.Loss, Is.EqualTo(1));
    }

    [Test]
    public void Run_DesignThatRefusesDense_StartsFromWhatItRuns()
    {
        var request = new NetworkRequest(Tiny.Network(Tiny.Layer("a", 64, 64, 128), Tiny.Layer("b", 64, 128, 128)), Accelerators.S2ta) { AllowSwap = false };
        var half = HssPattern.Parse("C0(4:8)");
        var quarter = HssPattern.Parse("C0(2:8)");
        var losses = new LayerLosses([("a", half, 1), ("a", quarter, 2), ("b", half, 1), ("b", quarter, 2)]);
        Assert.That(GreedyAssignment.Run(request, [half, quarter], losses, 2).Start, Is.EqualTo(half));
        Assert.That(() => GreedyAssignment.Run(request, [half, quarter], losses, 1.9), Throws.ArgumentException.With.Message.Contains("Raise the budget"));
        Assert.That(() => GreedyAssignment.Run(request, [Quarter.IsDense ? Quarter : HssPattern.Parse("C0(2:3)")], losses, 1), Throws.TypeOf<UnsupportedOperandException>());
    }

    [Test]
    public void Run_ResNet50AtTheLossOfOnePattern_IsBetter()
    {
        // Layers differ in how much a pattern takes away, here by their size: the same loss buys more than one pattern for all.
        var patterns = Accelerators.HighLight.A.Families[0].Patterns();
        var request = new NetworkRequest(Workloads.Networks.ResNet50, Accelerators.HighLight);
        var norms = Workloads.Networks.ResNet50.Layers.Where(layer => layer.Weights > 0).ToDictionary(layer => layer.Name, layer => Math.Sqrt(layer.Weights), StringComparer.Ordinal);
        var losses = LayerLosses.OfKeptShares(
            norms.Keys.SelectMany(layer => patterns.Where(pattern => !pattern.IsDense).Select(pattern => (layer, pattern, Math.Sqrt(pattern.Density.ToDouble())))), norms);
        var uniform = losses.Of(Workloads.Networks.ResNet50.Layers.Where(layer => PruningPolicy.Default.Prunes(layer.Role)).ToDictionary(layer => layer.Name, _ => HssPattern.Parse("C1(4:6)→C0(2:4)"), StringComparer.Ordinal));
        var found = GreedyAssignment.Run(request, patterns, losses, uniform);
        Assert.That(found.Loss, Is.LessThanOrEqualTo(uniform * (1 + 1e-9)));
        Assert.That(found.BestUniform!.Loss, Is.LessThanOrEqualTo(uniform * (1 + 1e-9)));
        Assert.That(found.Evaluation.EdpPjCycles, Is.LessThan(0.97 * found.BestUniform.EdpPjCycles));
        Assert.That(GreedyAssignment.Run(request, patterns, losses, uniform).Steps, Is.EqualTo(found.Steps), "deterministic");
    }

    [Test]
    public void Losses_BadInput_IsRefused()
    {
        var norms = new Dictionary<string, double> { ["a"] = 1 };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new LayerLosses([("a", Half, double.NaN)]), Throws.ArgumentException.With.Message.Contains("'a'"));
            Assert.That(() => new LayerLosses([("a", Half, 1), ("a", Half, 2)]), Throws.ArgumentException.With.Message.Contains("a second one"));
            Assert.That(() => LayerLosses.OfKeptShares([("a", Half, 1.1)], norms), Throws.ArgumentException.With.Message.Contains("1.1"));
            Assert.That(() => LayerLosses.OfKeptShares([("b", Half, 0.5)], norms), Throws.ArgumentException.With.Message.Contains("Known: a"));
            Assert.That(() => LayerLosses.OfKeptShares([("a", Half, 0.5)], new Dictionary<string, double> { ["a"] = 0 }), Throws.ArgumentException);
            Assert.That(() => GreedyAssignment.Run(Request, [Half], Losses(1, 1, 1, 1, 1, 1), double.NaN), Throws.ArgumentException);
            Assert.That(
                () => GreedyAssignment.Run(Request with { Network = Tiny.Network(Three.Layers[0], Three.Layers[0]) }, [Half], Losses(1, 1, 1, 1, 1, 1), 1),
                Throws.ArgumentException.With.Message.Contains("several layers 'a'"));
        }
    }

    [Test]
    public void OfKeptShares_WeighsLayersByTheirNorms()
    {
        var losses = LayerLosses.OfKeptShares([("a", Half, 0.9), ("b", Half, 0.5)], new Dictionary<string, double> { ["a"] = 3, ["b"] = 1, ["out"] = 4 });
        Assert.That(losses.Of(new Dictionary<string, HssPattern> { ["a"] = Half, ["b"] = Half }), Is.EqualTo(((0.1 * 3) + (0.5 * 1)) / 8).Within(1e-15));
    }

    private sealed class Largest : AssignmentLoss
    {
        public override double Of(IReadOnlyDictionary<string, HssPattern> patterns) => patterns.Values.Max(pattern => pattern.IsDense ? 0 : pattern.Equals(Half) ? 1 : 2);
    }
}
