using HighLight.Experiments.Running.Validation;
using HighLight.Models.Runtime.Measurement;
using HighLight.Tensors;

namespace HighLight.Experiments.Tests.Running.Validation;

public class SymmetricInt8Tests
{
    [Test]
    public void Quantise_ByHand()
    {
        // A step is 2: halves go to the even neighbour.
        var values = Matrix<float>.Create(1, 7, [254, -254, 1, 1.01f, 3, -2, 0]);
        Assert.That(SymmetricInt8.Quantise(values, 254).Values.ToArray(), Is.EqualTo(new sbyte[] { 127, -127, 0, 1, 2, -1, 0 }));
        Assert.That(SymmetricInt8.Quantise(Matrix<float>.Create(1, 1, [0f]), 0).Values.ToArray(), Is.EqualTo(new sbyte[] { 0 }));
    }

    [Test]
    public void Quantise_DrawnValues_HasTheZerosThatMeasurementCounts()
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, 10_000).Select(_ => (float)Math.Pow((2 * random.NextDouble()) - 1, 5)).ToArray();
        var statistics = TensorStatistics.Of(values);
        var quantised = SymmetricInt8.Quantise(Matrix<float>.Create(1, values.Length, values), statistics.LargestMagnitude);
        Assert.That(quantised.Values.ToArray().Count(value => value == 0), Is.EqualTo(statistics.Int8Zeros));
    }
}
