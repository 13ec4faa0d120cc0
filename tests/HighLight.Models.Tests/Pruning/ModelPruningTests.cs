using HighLight.Formats;
using HighLight.Models.Pruning;
using HighLight.Models.Tests.Writing;
using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Workloads;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Tests.Pruning;

public class ModelPruningTests
{
    private static readonly HssPattern TwoOfFour = HssPattern.Parse("2:4");

    private static OnnxModel Mlsd => OnnxModel.Load(Path.Combine(TestContext.CurrentContext.TestDirectory, "data", "models", "mlsd_320x320_tiny.onnx"));

    [Test]
    public void Prune_RealModel_ReloadsWithExactlyThePrunedWeights()
    {
        var model = Mlsd;
        var pruned = ModelPruning.Prune(model, HssPattern.Parse("C1(4:8)->C0(2:4)"));
        var path = Path.Combine(Directory.CreateTempSubdirectory("highlight-models-").FullName, "pruned.onnx");
        pruned.Save(path);
        var again = OnnxModel.Load(path);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        foreach (var (layer, read) in pruned.Layers.Zip(again.Weights))
        {
            Assert.That(read.ToMatrix().BitwiseEquals(layer.ToMatrix()), layer.Name);
        }

        Assert.That(again.FileBytes.Length, Is.EqualTo(model.FileBytes.Length));
        Assert.That(pruned.Layers.Count(layer => layer.IsPruned), Is.EqualTo(30));
        Assert.That(pruned.Layers.Where(layer => !layer.IsPruned).Select(layer => layer.WhyDense![..12]).Distinct(), Is.EqualTo(new[] { "it is the fi", "a depthwise " }));
    }

    [Test]
    public void Prune_SmallModelByHand_KeepsTheLargestAndSaysWhyOthersStay()
    {
        var model = Small();
        var pruned = ModelPruning.Prune(model, TwoOfFour);
        Assert.That(pruned.Layers.Select(layer => layer.WhyDense), Is.EqualTo(new[] { "it is the first convolution", null, "it is the classifier" }));
        Assert.That(pruned.Model.FindWeight("h").ReadValues().ToArray(), Is.EqualTo(new[] { 0f, -3, 0, 4 }));

        // 9 + 16 of 1 + 9 + 4 + 16.
        Assert.That(pruned.Pruned.KeptL2Share, Is.EqualTo(Math.Sqrt(25.0 / 30)).Within(1e-12));
        Assert.That(pruned.Pruned.KeptL1Share, Is.EqualTo(0.7).Within(1e-12));
        Assert.That(pruned.Pruned.Density, Is.EqualTo(new Fraction(1, 2)));

        // All layers: the others' 4 + 4 ones are kept.
        Assert.That(pruned.Total, Is.EqualTo(new PruningTotal(3, 12, 10, 15.0 / 18, Math.Sqrt(33.0 / 38))));
    }

    [Test]
    public void Prune_PolicyForAllWeights_PrunesFirstAndLastToo()
    {
        var pruned = ModelPruning.Prune(Small(), TwoOfFour, new PruningOptions { Policy = PruningPolicy.AllWeights });
        Assert.That(pruned.Layers.Select(layer => layer.IsPruned), Is.All.True);
        Assert.That(pruned.Total.Density, Is.EqualTo(new Fraction(1, 2)));
    }

    [Test]
    public void Prune_APrunerForEachLayer_IsAskedForPrunableLayersAndMayLeaveThemDense()
    {
        var asked = new List<string>();
        var pruned = ModelPruning.Prune(Small(), layer =>
        {
            asked.Add(layer.Name);
            return null;
        });
        Assert.That(asked, Is.EqualTo(new[] { "h" }));
        Assert.That(pruned.Layers[1].WhyDense, Is.EqualTo("no pruner was chosen for it"));
        Assert.That(pruned.Model, Is.SameAs(pruned.Original));
    }

    [Test]
    public void Prune_AnotherPruner_IsStoredAsABitmask()
    {
        var pruned = ModelPruning.Prune(Small(), _ => new UnstructuredPruner(new Fraction(1, 4)));
        Assert.That(pruned.Model.FindWeight("h").ReadValues().ToArray(), Is.EqualTo(new[] { 0f, 0, 0, 4 }));
        Assert.That(pruned.Layers[1].Format, Is.TypeOf<BitmaskFormat>());
        Assert.That(pruned.Layers[1].Pattern, Is.Null);
    }

    [Test]
    public void Prune_SegmentsTooShortForThePattern_StayDense()
    {
        // 4 input channels under 2:8 padded store 2 of 4; under 4:8 they store 4 of 4.
        Assert.That(ModelPruning.Prune(Small(), HssPattern.Parse("2:8")).Layers[1].EffectiveDensity, Is.EqualTo(new Fraction(1, 2)));
        Assert.That(ModelPruning.Prune(Small(), HssPattern.Parse("4:8")).Layers[1].WhyDense, Does.Contain("4 input channels").And.Contain("groups of 8"));
        Assert.That(ModelPruning.Prune(Small(), HssPattern.Parse("4:4")).Layers[1].WhyDense, Is.EqualTo("the pattern keeps every weight"));
    }

    [Test]
    public void Prune_TailsThatAreRejected_ListsEveryLayer()
    {
        var options = new PruningOptions { Tails = TailPolicy.Reject, Policy = PruningPolicy.AllWeights };
        Assert.That(
            () => ModelPruning.Prune(Small(), HssPattern.Parse("2:3"), options),
            Throws.ArgumentException.With.Message.Contains("'f'").And.Message.Contains("'h'").And.Message.Contains("'c'"));
        Assert.That(() => ModelPruning.Prune(Small(), TwoOfFour, options), Throws.Nothing);
    }

    [Test]
    public void Prune_TableThatIsAlsoALayer_StaysDenseUnlessAsked()
    {
        var model = SmallModels.LoadGraph(
            Input("i", 3),
            Initializer("e", [2, 4], 1, 2, 3, 4, 5, 6, 7, 8),
            Node("Gather", ["e", "i"], "x"),
            Node("Transpose", ["e"], "t", Ints("perm", 1, 0)),
            Node("MatMul", ["x", "t"], "a"),
            Node("Softmax", ["a"], "y"));
        var options = new PruningOptions { Policy = PruningPolicy.AllWeights };
        Assert.That(ModelPruning.Prune(model, TwoOfFour, options).Layers.Single().WhyDense, Does.Contain("'e' also serves Gather"));
        Assert.That(ModelPruning.Prune(model, TwoOfFour, options with { SharedTensors = true }).Model.Initializers[^1].ReadValues().ToArray(), Is.EqualTo(new[] { 0f, 0, 3, 4, 0, 0, 7, 8 }));
    }

    [Test]
    public void Prune_LayersThatShareATensor_GetOneMaskAndAreStoredOnce()
    {
        var model = SmallModels.LoadGraph(
            Initializer("w", [4, 4], [.. Enumerable.Range(1, 16).Select(i => (float)i)]),
            Node("MatMul", ["x", "w"], "a"), Node("MatMul", ["a", "w"], "b"), Node("Add", ["a", "b"], "y"));
        var asked = 0;
        var pruned = ModelPruning.Prune(model, _ => asked++ == 0 ? new HssPruner(TwoOfFour) : throw new InvalidOperationException());
        Assert.That(pruned.Layers.Select(layer => layer.Mask.Count), Is.EqualTo(new[] { 8, 8 }));
        Assert.That(pruned.Compress(), Has.Length.EqualTo(1));
    }

    [Test]
    public void Prune_OneTensorInTwoOrientations_IsRefused()
    {
        var model = SmallModels.LoadGraph(
            Initializer("w", [4, 4], new float[16]), Node("Gemm", ["x", "w"], "a"), Node("Gemm", ["a", "w"], "b", Int("transB", 1)), Node("Add", ["a", "b"], "y"));
        Assert.That(() => ModelPruning.Prune(model, TwoOfFour), Throws.ArgumentException.With.Message.Contains("shares the weights"));
    }

    [Test]
    public void Prune_WeightThatIsNoNumber_NamesTheLayer()
    {
        var model = SmallModels.LoadGraph(Initializer("w", [4, 4], [.. Enumerable.Repeat(float.NaN, 16)]), Node("MatMul", ["x", "w"], "a"), Node("Add", ["x", "a"], "y"));
        Assert.That(() => ModelPruning.Prune(model, TwoOfFour), Throws.ArgumentException.With.Message.Contains("'w'").And.Message.Contains("NaN"));
    }

    [Test]
    public void WriteCompressed_EachLayer_IsAFileThatDecodesToItsWeights()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("highlight-models-").FullName, "hss");
        var pruned = ModelPruning.Prune(Small(), TwoOfFour);
        var sizes = pruned.WriteCompressed(folder);
        Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal), Is.EqualTo(new[] { "01-Conv_a.hss", "02-MatMul_b_b.hss", "03-Gemm_y.hss" }));
        foreach (var (file, size) in Directory.GetFiles(folder).Order(StringComparer.Ordinal).Zip(sizes))
        {
            Assert.That(HssFile.ReadMatrix<float>(file).BitwiseEquals(size.Layer.ToMatrix()));
            Assert.That(new FileInfo(file).Length, Is.EqualTo(size.FileBytes));
        }

        // 2 values and 2 offsets of 2 bits.
        Assert.That(sizes[1].Size.TotalBits, Is.EqualTo(68));
        Assert.That(sizes[1].DenseBytes, Is.EqualTo(16));
        Assert.That(pruned.Compress(), Is.EqualTo(sizes));
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    /// <summary>A convolution, a product and a classifier, of four weights each.</summary>
    private static OnnxModel Small() => SmallModels.LoadGraph(
        Input("x", 1, 4, 1, 1),
        Initializer("f", [1, 4, 1, 1], 1, 1, 1, 1),
        Initializer("h", [4, 1], 1, -3, 2, 4),
        Initializer("c", [1, 4], 1, 1, 1, 1),
        Node("Conv", ["x", "f"], "a"),
        Node("MatMul", ["a", "h"], "b/b"),
        Node("Gemm", ["b/b", "c"], "y", Int("transB", 1)));
}
