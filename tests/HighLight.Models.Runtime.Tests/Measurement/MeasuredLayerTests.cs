using HighLight.Evaluation.Densities;
using HighLight.Models.Runtime.Execution;
using HighLight.Models.Tests.Writing;
using HighLight.Tensors;
using HighLight.Workloads;
using static HighLight.Models.Tests.Writing.OnnxWriter;

namespace HighLight.Models.Runtime.Tests.Measurement;

public class MeasuredLayerTests
{
    private static readonly ExecutionOptions KeepAll = new() { KeepInput = _ => true };

    /// <summary>Layers of every kind, each as the last of a graph that writes 'y' from 'x'.</summary>
    private static IEnumerable<TestCaseData> Layers()
    {
        yield return Case("Conv", [1, 4, 5, 6], [6, 4, 3, 2], Node("Conv", ["x", "w"], "y", Ints("pads", 1, 0, 2, 1), Ints("strides", 2, 1)));
        yield return Case("GroupedBatch", [2, 4, 5, 5], [6, 2, 3, 3], Node("Conv", ["x", "w"], "y", Int("group", 2), Ints("dilations", 2, 1)));
        yield return Case("Depthwise", [1, 3, 4, 4], [3, 1, 3, 3], Node("Conv", ["x", "w"], "y", Int("group", 3), Ints("pads", 1, 1, 1, 1)));
        yield return Case("OneDimension", [1, 3, 7], [2, 3, 3], Node("Conv", ["x", "w"], "y", Ints("strides", 2), Ints("pads", 1, 2)));
        yield return Case("SameUpper", [1, 2, 5, 6], [3, 2, 2, 2], Node("Conv", ["x", "w"], "y", Text("auto_pad", "SAME_UPPER"), Ints("strides", 2, 2)));
        yield return Case("SameLower", [1, 2, 5, 6], [3, 2, 2, 2], Node("Conv", ["x", "w"], "y", Text("auto_pad", "SAME_LOWER"), Ints("strides", 1, 1)));
        yield return Case("GemmRight", [3, 4], [4, 5], Node("Gemm", ["x", "w"], "y"));
        yield return Case("GemmRightTransB", [3, 4], [5, 4], Node("Gemm", ["x", "w"], "y", Int("transB", 1)));
        yield return Case("GemmRightTransA", [4, 3], [4, 5], Node("Gemm", ["x", "w"], "y", Int("transA", 1)));
        yield return Case("GemmLeft", [4, 3], [5, 4], Node("Gemm", ["w", "x"], "y"), left: true);
        yield return Case("GemmLeftTransB", [3, 4], [5, 4], Node("Gemm", ["w", "x"], "y", Int("transB", 1)), left: true);
        yield return Case("MatMulRight", [2, 3, 4], [4, 5], Node("MatMul", ["x", "w"], "y"));
        yield return Case("MatMulRightBatched", [2, 3, 4], [2, 4, 5], Node("MatMul", ["x", "w"], "y"));
        yield return Case("MatMulLeft", [2, 4, 3], [5, 4], Node("MatMul", ["w", "x"], "y"), left: true);
        yield return Case("MatMulLeftBatched", [2, 4, 3], [2, 5, 4], Node("MatMul", ["w", "x"], "y"), left: true);
        yield return Case("MatMulVector", [4], [4, 5], Node("MatMul", ["x", "w"], "y"));
    }

    [TestCaseSource(nameof(Layers))]
    public void OperandB_TimesTheWeights_IsWhatTheLayerWrites(int[] input, long[] weights, object node, bool left)
    {
        var random = new Random(3);
        float[] Whole(long count) => [.. Enumerable.Range(0, (int)count).Select(_ => (float)random.Next(-4, 5))];
        var x = new ModelTensor("x", [.. input], Whole(input.Aggregate(1, (product, size) => product * size)));
        var model = SmallModels.LoadGraph(
            Input("x", [.. input.Cast<object>()]), Output("y"), Initializer("w", weights, Whole(weights.Aggregate(1L, (product, size) => product * size))), ((int, byte[]))node);
        var measured = ModelRunner.Measure(model, [x], KeepAll);
        var layer = measured.Layers.Single();
        var (m, n) = (layer.Gemm.M, layer.Gemm.N);
        var a = layer.Weights!.ToMatrix();
        var sums = new List<float>();
        for (var product = 0; product < layer.Count; product++)
        {
            var b = layer.OperandB(product);
            Assert.That((b.Rows, b.Columns), Is.EqualTo((layer.Gemm.K, n)));
            sums.AddRange(from row in Enumerable.Range(0, m) from column in Enumerable.Range(0, n) select Dot(a.Row((product * m) + row), b, column));
        }

        // Whole numbers: the products are exact, whatever the order of sums. Layouts of Z differ, its values do not.
        var z = measured.Outputs.Single().Values.ToArray();
        Assert.That(sums.Order(), Is.EqualTo(z.Order()));
        Assert.That(layer.Macs, Is.EqualTo((long)z.Length * layer.Gemm.K));
        if (layer.Convolution is { Batch: 1 })
        {
            Assert.That(sums, Is.EqualTo(z), "One image: Z is stored as M×N.");
        }
        else if (!left && layer.Count == 1 && layer.Convolution is null)
        {
            Assert.That(Matrix<float>.Create(m, n, sums.ToArray()).Transpose().Values.ToArray(), Is.EqualTo(z), "Z is stored as N×M.");
        }
    }

    [Test]
    public void OperandB_OfTheRealModel_GivesTheRealOutput()
    {
        // A strided first layer, a depthwise one, and one dilated by 5.
        foreach (var name in new[] { "Conv__220", "Conv__226", "Conv__292" })
        {
            var layer = RealModel.Measured.Find(name);
            var b = layer.OperandB();
            Assert.That(new CountedOperand(b.Transpose()).Density, Is.EqualTo(layer.Input.Density).Within(0.06), "Padding and overlap move it a little.");
        }

        Assert.That(() => RealModel.Measured.Find("Conv__221").OperandB(), Throws.InvalidOperationException.With.Message.Contains(nameof(ExecutionOptions.KeepInput)));
        Assert.That(() => RealModel.Measured.Find("Conv__220").OperandB(1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => RealModel.Measured.Find("Conv"), Throws.InstanceOf<KeyNotFoundException>());
    }

    [Test]
    public void Measure_ProductOfActivations_IsALayerWithoutWeights()
    {
        var model = SmallModels.LoadGraph(
            Input("x", 2, 3, 4), Output("y"), Initializer("w", [4, 4], new float[16]),
            Node("MatMul", ["x", "w"], "q"), Node("Transpose", ["x"], "t", Ints("perm", 0, 2, 1)), Node("MatMul", ["q", "t"], "y"));
        var measured = ModelRunner.Measure(model, [new ModelTensor("x", [2, 3, 4], [.. Enumerable.Range(0, 24).Select(i => (float)(i % 2))])], KeepAll);
        var layer = measured.Layers[1];
        Assert.That((layer.Gemm, layer.Count, layer.Role), Is.EqualTo((new Gemm(3, 4, 3), 2, LayerRole.ActivationProduct)));
        Assert.That(layer.Left!.Density, Is.Zero);
        Assert.That(layer.Input.Density, Is.EqualTo(0.5));
        Assert.That(layer.OperandB(1).Values.ToArray(), Is.EqualTo(new[] { 0f, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1 }));
        Assert.That(measured.NotEvaluated, Is.Empty);
    }

    [Test]
    public void Measure_WhatIsNoMatrixProduct_IsListedWithAReason()
    {
        var model = SmallModels.LoadGraph(
            Input("x", 1, 2, 3, 3, 3), Output("y"), Initializer("w", [2, 2, 1, 1, 1], new float[4]), Initializer("t", [2, 1, 1, 1, 1], new float[2]),
            Node("Conv", ["x", "w"], "c"), Node("ConvTranspose", ["c", "t"], "y", Int("group", 1)));
        var measured = ModelRunner.Measure(model, [new ModelTensor("x", [1, 2, 3, 3, 3], new float[54])]);
        Assert.That(measured.Layers, Is.Empty);
        Assert.That(measured.NotEvaluated.Select(layer => layer.Reason), Has.Some.Contains("transposed convolution").And.Some.Contains("3 dimensions"));
    }

    [Test]
    public void Output_IsWhatMemorySees()
    {
        // r = Relu(x·w + b) is read twice; s = Relu(r·w + r) takes the shortcut along.
        var model = SmallModels.LoadGraph(
            Input("x", 1, 2), Output("y"), Initializer("w", [2, 2], 1, 0, 0, -1), Initializer("b", [2], 0, 0),
            Node("MatMul", ["x", "w"], "a"), Node("Add", ["a", "b"], "ab"), Node("Relu", ["ab"], "r"),
            Node("MatMul", ["r", "w"], "c"), Node("Add", ["c", "r"], "d"), Node("Relu", ["d"], "s"), Node("Identity", ["s"], "y"));
        var layers = ModelRunner.Measure(model, [new ModelTensor("x", [1, 2], [1, 1])]).Layers;
        Assert.That(layers.Select(layer => layer.Output.Name), Is.EqualTo(new[] { "r", "y" }));
        Assert.That(layers.Select(layer => layer.Output.Density), Is.EqualTo(new[] { 0.5, 0.5 }));
        Assert.That(layers.Select(layer => layer.Shortcut?.Name), Is.EqualTo(new[] { null, "r" }));
    }

    [Test]
    public void Measure_RealModel_HasTheKnownZeros()
    {
        var measured = RealModel.Measured;
        Assert.That(measured.Layers, Has.Length.EqualTo(41));
        Assert.That(measured.NotEvaluated, Is.Empty);
        Assert.That(measured.Macs, Is.EqualTo(1_649_100_800));

        // Kernels of other processors round otherwise, so a few zeros may come and go.
        Assert.That(measured.InputDensity, Is.EqualTo(0.593).Within(0.005));
        Assert.That(measured.Layers.Select(layer => layer.Input.Int8Density - layer.Input.Density), Is.All.LessThanOrEqualTo(0));
        Assert.That(measured.Layers.Count(layer => layer.Shortcut is not null), Is.EqualTo(8), "as many as the model has sums");
        Assert.That(measured.Outputs.Single(output => output.Name == "scores").Values.ToArray().Count(score => score > 0.1), Is.GreaterThan(20), "The drawn image has lines that the model finds.");
    }

    private static float Dot(ReadOnlySpan<float> row, Matrix<float> b, int column)
    {
        var sum = 0f;
        for (var k = 0; k < row.Length; k++)
        {
            sum += row[k] * b[k, column];
        }

        return sum;
    }

    private static ProtoMessage Text(string name, string value) => new ProtoMessage().Text(1, name).Bytes(4, System.Text.Encoding.UTF8.GetBytes(value)).Int(20, 3);

    private static TestCaseData Case(string name, int[] input, long[] weights, object node, bool left = false) =>
        new(input, weights, node, left) { TestName = $"OperandB_{name}_TimesTheWeightsIsWhatTheLayerWrites" };
}
